// 个人信息保护影响评估 — made before sensitive personal information is kept, and kept itself for three years at least (PIPL 55, 56).
import { z } from "zod";
import { columnKey } from "./ledger-column.ts";
import { ledgerId } from "./ledger.ts";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay } from "./whole-day.ts";

export const impactAssessmentId = z.string().min(1).max(64).brand<"ImpactAssessmentId">();
export type ImpactAssessmentId = z.infer<typeof impactAssessmentId>;

/** The questions, by the three points of PIPL 56: is it lawful, fair and necessary; effect and risks; do the measures fit. */
export const assessmentQuestion = z.enum([
  "lawful",
  "necessary",
  "smallest",
  "told",
  "effect",
  "risk",
  "minors",
  "access",
  "storage",
  "measures",
]);
export type AssessmentQuestion = z.infer<typeof assessmentQuestion>;
export const assessmentQuestionText: Record<AssessmentQuestion, { readonly part: string; readonly question: string }> =
  {
    lawful: {
      part: "合法、正当、必要",
      question: "依据哪部法律、法规的哪一条，或取得怎样的同意，处理这些敏感个人信息？",
    },
    necessary: { part: "合法、正当、必要", question: "逐列说明：每一个敏感列为办成哪件事所必需，没有它为什么办不成？" },
    smallest: { part: "合法、正当、必要", question: "登记的人群和内容是否已缩到最小，能否只看原件、不登记号码？" },
    told: {
      part: "合法、正当、必要",
      question: "怎样告知本人处理目的、方式、种类和保存期限，本人怎样查阅、更正、撤回？",
    },
    effect: { part: "对个人权益的影响与风险", question: "信息泄露、丢失或被误用时，会给本人和家庭带来什么影响？" },
    risk: {
      part: "对个人权益的影响与风险",
      question: "哪些环节容易出问题（登记、打印、传递、检查、移交），可能性有多大？",
    },
    minors: {
      part: "对个人权益的影响与风险",
      question: "是否涉及不满十四周岁的未成年人；如涉及，监护人同意和专门规则是什么？",
    },
    access: { part: "保护措施", question: "谁可以登记和查看，查看理由怎样记录，纸质件放在哪里？" },
    storage: { part: "保护措施", question: "保存多久，到期怎样删除或归档，备份放在哪里？" },
    measures: { part: "保护措施", question: "所采取的保护措施是否合法、有效，并与风险程度相适应？" },
  };

/** 结论: whether the ledger may be kept as it is designed. */
export const assessmentConclusion = z.enum(["may-open", "may-not-open"]);
export type AssessmentConclusion = z.infer<typeof assessmentConclusion>;
export const assessmentConclusionLabel: Record<AssessmentConclusion, string> = {
  "may-open": "可以启用",
  "may-not-open": "暂不启用",
};

export const impactAssessment = z
  .object({
    id: impactAssessmentId,
    ledgerId,
    /** The day it was made, as its paper says. */
    assessedOn: wholeDay,
    /** When it was written down here. */
    enteredAt: z.iso.datetime(),
    /** Post of who made it, not her name. */
    assessorPost: z.string().trim().min(1).max(60),
    answers: z.record(assessmentQuestion, z.string().trim().min(2).max(2000)).readonly(),
    conclusion: assessmentConclusion,
    /** Sensitive columns it was made for, with the heading each had then. */
    columns: z.record(columnKey, z.string()).readonly(),
  })
  .readonly();
export type ImpactAssessment = z.infer<typeof impactAssessment>;

/** Years an assessment is kept at least (PIPL 56); nothing here removes one. */
export const assessmentYears = 3;

export const impactAssessmentProcedures = {
  /** Assessments of a ledger, newest first. */
  "impact-assessment.list": read({
    roles: keepers,
    input: z.object({ ledgerId }),
    output: z.array(impactAssessment).readonly(),
    refusals: ["ledger-not-found"],
  }),
  /** Keeps an assessment of the sensitive columns a ledger has now. It is not changed afterwards; a new one is made. */
  "impact-assessment.keep": write({
    roles: keepers,
    input: impactAssessment.unwrap().omit({ id: true, enteredAt: true, columns: true }),
    output: impactAssessment,
    refusals: ["ledger-not-found", "ledger-nothing-sensitive", "date-in-future", "field-refused"],
  }),
};
