// 个人信息权利申请 (PIPL 44–50) — the one place where the rows of one person are gathered (personal-data P9).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { ledgerBasis, ledgerId } from "./ledger.ts";
import { ledgerRowId } from "./ledger-row.ts";
import { keepers, read, task, write } from "./procedure.ts";
import { resident, residentId } from "./resident.ts";
import { wholeDay } from "./whole-day.ts";

export const rightsRequestId = z.string().min(1).max(64).brand<"RightsRequestId">();
export type RightsRequestId = z.infer<typeof rightsRequestId>;

/** What is asked for (PIPL 45, 45, 46, 44, 47, 48). */
export const rightsRequestKind = z.enum(["access", "copy", "correction", "restriction", "deletion", "explanation"]);
export type RightsRequestKind = z.infer<typeof rightsRequestKind>;
export const rightsRequestKindLabel: Record<RightsRequestKind, string> = {
  access: "查阅",
  copy: "复制",
  correction: "更正、补充",
  restriction: "限制处理",
  deletion: "删除",
  explanation: "说明处理规则",
};

/** By whom: the person, the guardian of a child, next of kin of somebody who died (PIPL 49), an agent. */
export const rightsAskedBy = z.enum(["self", "guardian", "kin", "agent"]);
export type RightsAskedBy = z.infer<typeof rightsAskedBy>;
export const rightsAskedByLabel: Record<RightsAskedBy, string> = {
  self: "本人",
  guardian: "监护人",
  kin: "近亲属（本人已去世）",
  agent: "受委托人",
};

export const rightsRequestState = z.enum([
  "received",
  "identified",
  "granted",
  "partly-granted",
  "refused",
  "withdrawn",
]);
export type RightsRequestState = z.infer<typeof rightsRequestState>;
export const rightsRequestStateLabel: Record<RightsRequestState, string> = {
  received: "已登记，待核验身份",
  identified: "已核验，办理中",
  granted: "已办结：同意",
  "partly-granted": "已办结：部分同意",
  refused: "已办结：不同意",
  withdrawn: "申请人已撤回",
};

/** 身份核验: what was looked at. Numbers and copies of papers are not kept. */
export const identityWay = z.enum([
  "id-card",
  "residence-booklet",
  "guardian-proof",
  "kin-proof",
  "authorisation",
  "known",
]);
export type IdentityWay = z.infer<typeof identityWay>;
export const identityWayLabel: Record<IdentityWay, string> = {
  "id-card": "查验居民身份证原件",
  "residence-booklet": "查验户口簿原件",
  "guardian-proof": "查验监护关系证明",
  "kin-proof": "查验死亡证明和亲属关系证明",
  authorisation: "查验委托书和双方身份证原件",
  known: "两名工作人员当面确认",
};

/** Why a request ended as it did; the words of the answer stand beside it. */
export const rightsReason = z.enum([
  "granted",
  "partly-others",
  "partly-filed",
  "term-by-law",
  "statutory-duty",
  "not-our-data",
  "not-entitled",
  "hard-to-delete",
  "withdrawn",
]);
export type RightsReason = z.infer<typeof rightsReason>;
export const rightsReasonLabel: Record<RightsReason, string> = {
  granted: "按申请办理",
  "partly-others": "涉及他人信息的部分不提供",
  "partly-filed": "已归档的部分保留并限制处理",
  "term-by-law": "法律、行政法规规定的保存期限未届满",
  "statutory-duty": "履行法定职责所必需",
  "not-our-data": "本单位没有其个人信息",
  "not-entitled": "申请人身份或者权限不能确认",
  "hard-to-delete": "技术上难以删除，停止存储和保护以外的处理",
  withdrawn: "申请人撤回",
};

/** Within how many days a request is answered, and where that comes from. */
export const rightsRules = z
  .object({
    replyDays: z.number().int().min(1).max(365),
    source: z.string().trim().min(1).max(200),
    isVerified: z.boolean(),
  })
  .readonly();
export type RightsRules = z.infer<typeof rightsRules>;

/** PIPL 50 says 及时 without a number of days; thirty days are those of the recommended standard, from memory, 待核对. */
export const starterRightsRules: RightsRules = {
  replyDays: 30,
  source: "GB/T 35273-2020《信息安全技术 个人信息安全规范》8.7：三十天内答复",
  isVerified: false,
};

const words = z.string().trim().max(500);
const given = z.object({
  kind: rightsRequestKind,
  askedBy: rightsAskedBy,
  /** The record of the person concerned; null while nobody found one. */
  residentId: residentId.nullable(),
  /** The person concerned, as she says her name. */
  subject: z.string().trim().min(1).max(80),
  /** Who asks, where it is somebody else, and in which relation. */
  applicant: z.string().trim().max(80).default(""),
  relation: z.string().trim().max(80).default(""),
  contact: z.string().trim().max(120).default(""),
  wish: words.min(1),
  receivedOn: wholeDay,
});

/** 申请 without the words that name somebody. */
export const rightsRequestLine = z
  .object({
    id: rightsRequestId,
    year: z.number().int(),
    number: z.number().int(),
    kind: rightsRequestKind,
    askedBy: rightsAskedBy,
    receivedOn: archivalDate,
    enteredAt: z.string(),
    dueOn: archivalDate,
    state: rightsRequestState,
    reasonCode: z.union([rightsReason, z.literal("")]),
    endedAt: z.string(),
    revision: z.number().int(),
  })
  .readonly();
export type RightsRequestLine = z.infer<typeof rightsRequestLine>;

/** 身份核验 as it was recorded. */
export const identityCheck = z
  .object({ way: identityWay, by: z.string().trim().min(1).max(60), at: z.string() })
  .readonly();
export type IdentityCheck = z.infer<typeof identityCheck>;

/** One request as it is worked on; its words are gone after a granted deletion. */
export const rightsRequest = rightsRequestLine
  .unwrap()
  .extend({
    residentId: residentId.nullable(),
    words: given
      .pick({ subject: true, applicant: true, relation: true, contact: true, wish: true })
      .extend({ answer: words })
      .nullable(),
    identity: identityCheck.nullable(),
    /** When the rows were gathered for the last time; blank when never. */
    gatheredAt: z.string(),
    /** Restricted by this request and not yet lifted. */
    isRestricting: z.boolean(),
  })
  .readonly();
export type RightsRequest = z.infer<typeof rightsRequest>;

/** One value as the person may see it; what is another's stands as `isWithheld`, without its value. */
export const gatheredCell = z
  .object({ heading: z.string(), value: z.string(), isSensitive: z.boolean(), isWithheld: z.boolean() })
  .readonly();
export type GatheredCell = z.infer<typeof gatheredCell>;

export const gatheredRow = z
  .object({
    rowId: ledgerRowId,
    ledgerId,
    occurredOn: archivalDate,
    enteredAt: z.string(),
    isRemoved: z.boolean(),
    isRestricted: z.boolean(),
    attachmentCount: z.number().int(),
    /** It names others too: their part is left out, and a keeper looks at the free text before anything is handed over. */
    namesOthers: z.boolean(),
    cells: z.array(gatheredCell).readonly(),
  })
  .readonly();
export type GatheredRow = z.infer<typeof gatheredRow>;

/** A ledger that holds something of the person, with what PIPL 17 and 48 want said. */
export const gatheredLedger = z
  .object({
    ledgerId,
    name: z.string(),
    purpose: z.string(),
    basis: ledgerBasis,
    basisWords: z.string(),
    retention: z.string(),
    rows: z.array(gatheredRow).readonly(),
  })
  .readonly();
export type GatheredLedger = z.infer<typeof gatheredLedger>;

/** Everything the office holds of one person outside its filed archives. */
export const gatheredPerson = z
  .object({
    resident: resident.nullable(),
    /** Sealed fields of the person's own record, opened: label and value. */
    secrets: z.array(z.object({ heading: z.string(), value: z.string() })).readonly(),
    consents: z
      .array(z.object({ ledger: z.string(), scope: z.string(), givenOn: z.string(), withdrawnOn: z.string() }))
      .readonly(),
    ledgers: z.array(gatheredLedger).readonly(),
    /** Rows that are not linked but hold the same name or telephone: hers only when a keeper says so. */
    alike: z
      .array(z.object({ rowId: ledgerRowId, ledgerName: z.string(), occurredOn: z.string(), matched: z.string() }))
      .readonly(),
    /** Frozen periods made while a row of hers stood: filed archives, told to a person, not altered. */
    frozen: z.array(z.object({ ledgerName: z.string(), period: z.string(), isIdentified: z.boolean() })).readonly(),
    /** Papers that hang on her rows or prove her consent. */
    paperCount: z.number().int(),
    revealCount: z.number().int(),
  })
  .readonly();
export type GatheredPerson = z.infer<typeof gatheredPerson>;

/** What a granted deletion did. */
export const erasureReport = z
  .object({
    rowCount: z.number().int(),
    /** Rows that also name others: a keeper reads their free text once more. */
    rowsToRead: z.array(z.object({ rowId: ledgerRowId, ledgerName: z.string(), occurredOn: z.string() })).readonly(),
    frozen: gatheredPerson.unwrap().shape.frozen,
    paperCount: z.number().int(),
  })
  .readonly();
export type ErasureReport = z.infer<typeof erasureReport>;

const copyRefusals = [
  "request-not-found",
  "request-not-identified",
  "request-ended",
  "request-not-gathered",
  "request-not-a-copy",
  "glyph-missing",
  "row-too-tall",
  "conservation-broken",
] as const;

export const rightsRequestProcedures = {
  "rights-request.rules": read({ roles: keepers, input: z.object({}), output: rightsRules }),
  "rights-request.set-rules": write({ roles: keepers, input: rightsRules.unwrap(), output: rightsRules }),
  /** Requests of a year by number, without a name. */
  "rights-request.list": read({
    roles: keepers,
    input: z.object({ year: z.number().int() }),
    output: z.array(rightsRequestLine).readonly(),
  }),
  "rights-request.read": read({
    roles: keepers,
    input: z.object({ id: rightsRequestId }),
    output: rightsRequest,
    refusals: ["request-not-found"],
  }),
  /** Writes a request down under the next number of the year it was received in. */
  "rights-request.register": write({
    roles: keepers,
    input: given,
    output: rightsRequest,
    refusals: ["date-in-future", "resident-not-found", "request-applicant-missing"],
  }),
  /** Records that the identity was checked: nothing is gathered before. The person's record may be named here too. */
  "rights-request.identify": write({
    roles: keepers,
    input: z.object({
      id: rightsRequestId,
      revision: z.number().int(),
      way: identityWay,
      by: z.string().trim().min(1).max(60),
      residentId: residentId.nullable(),
    }),
    output: rightsRequest,
    refusals: ["request-not-found", "request-changed", "request-ended", "resident-not-found", "request-way-wrong"],
  }),
  /**
   * Everything held of the person of an open, identified request; an act, because it is logged each time. `confirmed` are rows
   * found by name alone that a keeper says are hers.
   */
  "rights-request.gather": write({
    roles: keepers,
    input: z.object({ id: rightsRequestId, confirmed: z.array(ledgerRowId).max(500).default([]) }),
    output: gatheredPerson,
    refusals: ["request-not-found", "request-not-identified", "request-ended"],
  }),
  /** 副本: the copy for the person as a PDF and nothing else, shown before it is printed; what belongs to others is left out. */
  "rights-request.preview-copy": task({
    roles: keepers,
    input: z.object({ id: rightsRequestId }),
    output: z.object({ documentId: z.string(), bytes: z.number().int(), pageCount: z.number().int() }),
    refusals: copyRefusals,
  }),
  "rights-request.write-copy": task({
    roles: keepers,
    input: z.object({ id: rightsRequestId, to: z.string().min(1), mayReplace: z.boolean().default(false) }),
    output: z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string(), pageCount: z.number().int() }),
    refusals: [...copyRefusals, "target-exists", "target-not-writable", "disk-full"],
  }),
  /** Ends a request and does what was granted; a granted deletion also makes the backups that can be reached anew. */
  "rights-request.decide": task({
    roles: keepers,
    input: z.object({
      id: rightsRequestId,
      revision: z.number().int(),
      decision: z.enum(["granted", "partly-granted", "refused", "withdrawn"]),
      reasonCode: rightsReason,
      answer: words.default(""),
    }),
    output: z.object({ request: rightsRequest, erasure: erasureReport.nullable() }),
    refusals: [
      "request-not-found",
      "request-changed",
      "request-ended",
      "request-not-identified",
      "request-not-gathered",
    ],
  }),
  /** Ends a restriction that was granted. */
  "rights-request.lift": write({
    roles: keepers,
    input: z.object({ id: rightsRequestId }),
    output: rightsRequest,
    refusals: ["request-not-found", "request-not-restricting"],
  }),
};
