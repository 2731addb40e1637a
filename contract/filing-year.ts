// 年度归档 — one class of one year as a guided run of seven stages: 收集 核对 定期限 排列编号 装盒 打印 关闭. Nothing blocks but the close.
import { z } from "zod";
import { consistencyFinding, missingSeries } from "./consistency.ts";
import { deadlineRule } from "./deadline.ts";
import { categoryCode, fondsId } from "./fonds.ts";
import { itemFields, itemId, itemRow } from "./item.ts";
import { keepers, keepersAndInspector, read, task, write } from "./procedure.ts";

/** A closed year: what it held and the digest over its record hashes in the order of 档号. */
export const closedYear = z
  .object({
    closedAt: z.iso.datetime(),
    closedBy: z.string(),
    itemCount: z.number().int(),
    pageSum: z.number().int(),
    recordHash: z.string(),
  })
  .readonly();
export type ClosedYear = z.infer<typeof closedYear>;

/** The seven stages with their counts. */
export const filingYear = z
  .object({
    collect: z.object({
      expected: z.number().int(),
      handedIn: z.number().int(),
      missing: z.number().int(),
      excluded: z.number().int(),
      overdue: z.number().int(),
    }),
    check: z.object({ findings: z.number().int() }),
    terms: z.object({ findings: z.number().int() }),
    order: z.object({ drafts: z.number().int(), filed: z.number().int(), findings: z.number().int() }),
    box: z.object({ boxes: z.number().int(), unboxed: z.number().int(), findings: z.number().int() }),
    print: z.object({ units: z.number().int(), boxes: z.number().int() }),
    close: z.object({ blocking: z.number().int(), closed: closedYear.nullable() }),
  })
  .readonly();
export type FilingYear = z.infer<typeof filingYear>;

/** One class on the June board. */
export const boardLine = z
  .object({
    category: categoryCode,
    categoryName: z.string(),
    filed: z.number().int(),
    unfiled: z.number().int(),
    rule: deadlineRule.nullable(),
    dueOn: z.iso.date().nullable(),
    isPostponed: z.boolean(),
    /** At the pace of this run; null while the pace is unknown or nothing is left. */
    finishOn: z.iso.date().nullable(),
    /** Filed per day of this run; null while unknown: it takes two days of filing to know a pace. */
    perDay: z.number().nullable(),
    /** For 随时 and 按项目: days since the oldest unfiled event; null when none has a whole date. */
    daysSinceEvent: z.number().int().nullable(),
    isOverdue: z.boolean(),
    isClosed: z.boolean(),
    /** In words: 「按此进度 6 月 12 日完成」, 「已逾期 5 天，还有 12 件」. */
    sentence: z.string(),
  })
  .readonly();
export type BoardLine = z.infer<typeof boardLine>;

/** 更正 of a record of a closed year; reason and both states are kept. */
export const filingCorrection = z
  .object({
    id: z.string(),
    correctedAt: z.iso.datetime(),
    correctedBy: z.string(),
    reason: z.string(),
    fields: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })).readonly(),
    codeBefore: z.string(),
    codeAfter: z.string(),
    hashBefore: z.string(),
    hashAfter: z.string(),
  })
  .readonly();
export type FilingCorrection = z.infer<typeof filingCorrection>;

const scope = z.object({ fondsId, category: categoryCode.default("WS"), year: z.number().int() });

export const filingYearProcedures = {
  "filing-year.show": read({ roles: keepers, input: scope, output: filingYear, refusals: ["fonds-not-found"] }),
  "filing-year.board": read({
    roles: keepersAndInspector,
    input: scope.omit({ category: true }),
    output: z.array(boardLine).readonly(),
    refusals: ["fonds-not-found"],
  }),
  "filing-year.missing-series": read({
    roles: keepers,
    input: scope,
    output: z.array(missingSeries).readonly(),
    refusals: ["fonds-not-found"],
  }),
  /** All findings of the year, and the digest that names exactly these; closing is asked with it. */
  "filing-year.check": read({
    roles: keepers,
    input: scope,
    output: z.object({
      findings: z.array(consistencyFinding).readonly(),
      blockingCount: z.number().int(),
      filedCount: z.number().int(),
      pageSum: z.number().int(),
      checkDigest: z.string(),
    }),
    refusals: ["fonds-not-found"],
  }),
  /** Closes the year for good: there is no way to open it again, only corrections with a reason. */
  "filing-year.close": write({
    roles: keepers,
    input: scope.extend({ checkDigest: z.string() }),
    output: closedYear,
    refusals: [
      "fonds-not-found",
      "year-closed",
      "year-empty",
      "filing-preview-stale",
      "year-not-ready",
      "party-right-missing",
    ],
  }),
  /** Corrects a record of a closed year; a changed class gives the next free number there, the old 档号 is kept. */
  "filing-year.correct": write({
    roles: keepers,
    input: z.object({
      itemId,
      revision: z.number().int(),
      fields: itemFields
        .unwrap()
        .pick({
          title: true,
          creator: true,
          documentNumber: true,
          documentDate: true,
          retention: true,
          matterId: true,
          access: true,
          neutralTitle: true,
          paperPageCount: true,
          remark: true,
          scheduleRowId: true,
        })
        .partial(),
      reason: z.string().trim().max(300),
    }),
    output: itemRow,
    refusals: [
      "item-not-found",
      "item-not-filed",
      "item-changed-meanwhile",
      "item-in-volume",
      "year-not-closed",
      "reason-missing",
      "correction-empty",
      "filing-not-ready",
      "matter-not-found",
      "schedule-row-not-found",
      "term-under-minimum",
      "record-altered",
      "archival-code-taken",
      "archival-code-template-invalid",
    ],
  }),
  "filing-year.corrections": read({
    roles: keepersAndInspector,
    input: z.object({ itemId }),
    output: z.array(filingCorrection).readonly(),
    refusals: ["item-not-found"],
  }),
  /** Reckons every record hash anew and names what differs; of closed years also the digest they were closed under. */
  "filing-year.verify-hashes": task({
    roles: keepersAndInspector,
    input: z.object({
      fondsId: fondsId.optional(),
      category: categoryCode.optional(),
      year: z.number().int().optional(),
    }),
    output: z.object({
      checkedCount: z.number().int(),
      differing: z.array(z.object({ itemId, archivalCode: z.string() })).readonly(),
      closedYears: z
        .array(z.object({ fondsId, category: categoryCode, year: z.number().int(), isWhole: z.boolean() }))
        .readonly(),
    }),
    refusals: ["task-cancelled"],
  }),
};
