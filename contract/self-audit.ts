// 年度自查 — once a year: is personal data kept as the law wants it (PIPL 51, 54; personal-data P16).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { keepers, read, write } from "./procedure.ts";
import { selfAuditQuestionCode } from "./self-audit-question.ts";
import { wholeDay } from "./whole-day.ts";

/** 是 · 否 · 不适用; blank while nobody has looked. */
export const selfAuditAnswer = z.enum(["", "yes", "no", "none"]);
export type SelfAuditAnswer = z.infer<typeof selfAuditAnswer>;
export const selfAuditAnswerLabel: Record<SelfAuditAnswer, string> = {
  "": "未填",
  yes: "是",
  no: "否",
  none: "不适用",
};

export const selfAuditLine = z
  .object({
    code: selfAuditQuestionCode,
    answer: selfAuditAnswer,
    /** What was found, and for a no: what is done about it and by when. */
    note: z.string().trim().max(300).default(""),
    measure: z.string().trim().max(300).default(""),
  })
  .readonly();
export type SelfAuditLine = z.infer<typeof selfAuditLine>;

const year = z.number().int().min(2000).max(2200);

/** The sheet of one year; `auditedOn` is blank while it was not kept yet. */
export const selfAudit = z
  .object({
    year,
    auditedOn: archivalDate,
    enteredAt: z.string(),
    auditorPost: z.string(),
    lines: z.array(selfAuditLine).readonly(),
    revision: z.number().int(),
  })
  .readonly();
export type SelfAudit = z.infer<typeof selfAudit>;

export const selfAuditProcedures = {
  /** The sheet of a year, every question with its answer as far as given. */
  "self-audit.read": read({ roles: keepers, input: z.object({ year }), output: selfAudit }),
  /** Keeps the sheet of a year; a no asks for a measure. */
  "self-audit.keep": write({
    roles: keepers,
    input: z.object({
      year,
      auditedOn: wholeDay,
      auditorPost: z.string().trim().min(1).max(60),
      lines: z.array(selfAuditLine).min(1).max(60),
      revision: z.number().int(),
    }),
    output: selfAudit,
    refusals: [
      "date-in-future",
      "self-audit-changed",
      "self-audit-measure-missing",
      "self-audit-question-twice",
      "field-refused",
    ],
  }),
};
