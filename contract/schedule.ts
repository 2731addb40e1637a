// 保管期限表 — what is kept how long, as versions of rows, each judged by a person before it counts as 已核对 (Order 11,
// Art. 9 待核对; Order 79 for accounting). The shipped version is a starter and no annex of any order.
import { z } from "zod";
import { categoryCode, fondsId, matterId } from "./fonds.ts";
import { scheduleRowId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";
import { startRule } from "./start-rule.ts";

export const scheduleVersionId = z.string().min(1).brand<"ScheduleVersionId">();
export type ScheduleVersionId = z.infer<typeof scheduleVersionId>;

/** 起步 · 草稿 · 施行 · 已替代; the starter stands until a version is put in force. */
export const scheduleState = z.enum(["starter", "draft", "in-force", "superseded"]);
export type ScheduleState = z.infer<typeof scheduleState>;

/** 待核对 · 已核对 · 已更正 · 新增 · 不采用. Only `confirmed` says that a person compared the row with its text. */
export const scheduleStatus = z.enum(["to-verify", "confirmed", "corrected", "added", "dropped"]);
export type ScheduleStatus = z.infer<typeof scheduleStatus>;

/** rule: applies; conditional: under the condition its note names; advice: binds others, shown for comparison. */
export const scheduleUsage = z.enum(["rule", "conditional", "advice"]);
export type ScheduleUsage = z.infer<typeof scheduleUsage>;

/** What a row says; what a person may correct. */
export const scheduleRowFields = z
  .object({
    category: categoryCode,
    /** Code of the 机构(问题) it belongs to (WS: DQ; KU: 01); blank for none. */
    matterCode: z
      .string()
      .trim()
      .regex(/^[A-Z0-9]{0,6}$/),
    subcategory: z.string().trim().max(60),
    content: z.string().trim().min(1).max(500),
    /** Null where the source sets none; such a row only informs. */
    retention: retention.nullable(),
    /** 最低保管期限: an item may be kept longer, never shorter (Order 79). */
    isMinimum: z.boolean(),
    startRule,
    usage: scheduleUsage,
    source: z.string().trim().max(300),
    sourceRow: z.string().trim().max(40),
    note: z.string().trim().max(1000),
  })
  .readonly();
export type ScheduleRowFields = z.infer<typeof scheduleRowFields>;

/** One 条目 of one version. `position` is its number in the version, from 1. */
export const scheduleRow = scheduleRowFields
  .unwrap()
  .extend({
    id: scheduleRowId,
    versionId: scheduleVersionId,
    position: z.number().int(),
    /** seen: in a text we saw; drafted: written by us; office: entered here. */
    provenance: z.enum(["seen", "drafted", "office"]),
    confidence: z.enum(["high", "medium", "low", ""]),
    status: scheduleStatus,
  })
  .readonly();
export type ScheduleRow = z.infer<typeof scheduleRow>;

export const scheduleVersion = z
  .object({
    id: scheduleVersionId,
    number: z.number().int(),
    name: z.string(),
    state: scheduleState,
    /** From which day it is in force; blank before. */
    validFrom: z.string(),
    madeAt: z.iso.datetime(),
    note: z.string(),
    rowCount: z.number().int(),
    confirmedCount: z.number().int(),
    droppedCount: z.number().int(),
  })
  .readonly();
export type ScheduleVersion = z.infer<typeof scheduleVersion>;

/** One act of review: who judged what, as what, when and why. */
export const scheduleJudgement = z
  .object({
    number: z.number().int(),
    verdict: z.enum(["confirm", "correct", "drop"]),
    role: z.enum(["clerk", "supervisor"]),
    personName: z.string(),
    judgedAt: z.iso.datetime(),
    reason: z.string(),
  })
  .readonly();
export type ScheduleJudgement = z.infer<typeof scheduleJudgement>;

/** Help for reading labels of before 2016; never a term for anything filed now. */
export const oldLabel = z.object({ content: z.string(), retention, source: z.string() }).readonly();
export type OldLabel = z.infer<typeof oldLabel>;

/** One proposal of class and term with its reason; nothing is saved by proposing. */
export const scheduleProposal = z
  .object({
    matterId: matterId.nullable(),
    retention: retention.nullable(),
    scheduleRowId: scheduleRowId.nullable(),
    /** 条目 number, its words and whether it is 已核对; null when only a filed item speaks. */
    row: z
      .object({ position: z.number().int(), content: z.string(), status: scheduleStatus, usage: scheduleUsage })
      .readonly()
      .nullable(),
    /** The words of the title found in the row. */
    words: z.array(z.string()).readonly(),
    /** 题名 of the most similar filed item; blank when none. */
    similarTitle: z.string(),
    /** 0 to 1: how much of the title is explained; no probability. */
    confidence: z.number().min(0).max(1),
  })
  .readonly();
export type ScheduleProposal = z.infer<typeof scheduleProposal>;

const reason = z.string().trim().max(200);
const judging = z.object({ rowId: scheduleRowId, as: z.enum(["clerk", "supervisor"]) });

export const scheduleProcedures = {
  "schedule.versions": read({ roles: keepers, input: z.object({}), output: z.array(scheduleVersion).readonly() }),
  "schedule.rows": read({
    roles: keepers,
    input: z.object({
      versionId: scheduleVersionId,
      category: categoryCode.optional(),
      status: scheduleStatus.optional(),
      words: z.string().max(100).default(""),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ rows: z.array(scheduleRow).readonly(), total: z.number().int() }),
    refusals: ["schedule-version-not-found"],
  }),
  "schedule.read-row": read({
    roles: keepers,
    input: z.object({ id: scheduleRowId }),
    output: z.object({
      row: scheduleRow,
      judgements: z.array(scheduleJudgement).readonly(),
      itemCount: z.number().int(),
    }),
    refusals: ["schedule-row-not-found"],
  }),
  "schedule.old-labels": read({ roles: keepers, input: z.object({}), output: z.array(oldLabel).readonly() }),
  /** Confirms a row of any version not replaced; corrects or drops one of a draft, with a reason. */
  "schedule.judge": write({
    roles: keepers,
    input: z.discriminatedUnion("verdict", [
      judging.extend({ verdict: z.literal("confirm"), reason: reason.default("") }),
      judging.extend({
        verdict: z.literal("correct"),
        reason: reason.min(1),
        fields: scheduleRowFields.unwrap().partial(),
      }),
      judging.extend({ verdict: z.literal("drop"), reason: reason.min(1) }),
    ]),
    output: z.object({ row: scheduleRow, number: z.number().int() }),
    refusals: ["schedule-row-not-found", "schedule-not-a-draft", "role-missing", "input-invalid"],
  }),
  /** Takes the newest judgement of a row back; the way back of schedule.judge. */
  "schedule.take-back": write({
    roles: keepers,
    input: z.object({ rowId: scheduleRowId, number: z.number().int() }),
    output: scheduleRow,
    refusals: ["schedule-row-not-found", "schedule-not-a-draft", "undo-stale"],
  }),
  "schedule.add-row": write({
    roles: keepers,
    input: z.object({ versionId: scheduleVersionId, fields: scheduleRowFields }),
    output: scheduleRow,
    refusals: ["schedule-version-not-found", "schedule-not-a-draft", "input-invalid"],
  }),
  /** Takes out a row that was added to a draft; what was there before is dropped with a reason instead. */
  "schedule.remove-row": write({
    roles: keepers,
    input: z.object({ rowId: scheduleRowId }),
    output: z.object({}),
    refusals: ["schedule-row-not-found", "schedule-not-a-draft"],
  }),
  /** 起草: a copy of the version in force, with its rows and what was judged of them. */
  "schedule.draft": write({
    roles: keepers,
    input: z.object({ name: z.string().trim().min(1).max(60) }),
    output: scheduleVersion,
    refusals: ["schedule-draft-exists"],
  }),
  "schedule.discard-draft": write({
    roles: keepers,
    input: z.object({ versionId: scheduleVersionId }),
    output: z.object({ rowCount: z.number().int() }),
    refusals: ["schedule-version-not-found", "schedule-not-a-draft"],
  }),
  /** 施行: the draft is in force from a day, not later than today; the version before it is kept and no longer given. */
  "schedule.enact": write({
    roles: ["supervisor"],
    input: z.object({ versionId: scheduleVersionId, validFrom: z.iso.date() }),
    output: scheduleVersion,
    refusals: ["schedule-version-not-found", "schedule-not-a-draft", "input-invalid"],
  }),
  /** At most five proposals for class and term, from 题名 and 责任者 alone; offline, and nothing is saved (A10). */
  "schedule.suggest": read({
    roles: keepers,
    input: z.object({
      fondsId,
      category: categoryCode.default("WS"),
      title: z.string().max(500),
      creator: z.string().max(200).default(""),
    }),
    output: z.array(scheduleProposal).max(5).readonly(),
  }),
};
