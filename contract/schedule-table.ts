// 保管期限表 as a spreadsheet: written from a version, read into a draft. All or nothing, every finding with its row.
import { z } from "zod";
import { keepers, task } from "./procedure.ts";
import { retention } from "./retention.ts";
import { scheduleVersionId } from "./schedule.ts";

/** error: the file is refused; question: the clerk answers first; note: worth knowing. */
export const scheduleFindingCode = z.enum([
  "heading-missing",
  "field-refused",
  "column-ignored",
  "content-missing",
  "content-refused",
  "category-unknown",
  "matter-code-wrong",
  "term-unknown",
  "term-old",
  "term-missing",
  "start-rule-unknown",
  "minimum-unknown",
  "usage-unknown",
  "duplicate-row",
  "formula-text",
  "text-too-long",
  "row-already-dropped",
]);
export type ScheduleFindingCode = z.infer<typeof scheduleFindingCode>;

export const scheduleFinding = z
  .object({
    code: scheduleFindingCode,
    weight: z.enum(["error", "question", "note"]),
    sheet: z.string(),
    /** Row in the file, from 1; 0 for the sheet as a whole. */
    row: z.number().int(),
    /** Heading of the column; blank for the row as a whole. */
    column: z.string(),
    message: z.string(),
  })
  .readonly();
export type ScheduleFinding = z.infer<typeof scheduleFinding>;

/** What an import would do, or did. */
export const scheduleImport = z
  .object({
    rowsRead: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    /** Rows of the version that the file does not have. */
    absent: z.number().int(),
    findings: z.array(scheduleFinding).readonly(),
  })
  .readonly();
export type ScheduleImport = z.infer<typeof scheduleImport>;

const importing = z.object({
  path: z.string().min(1),
  /** Rows the file does not have: kept as they are, or dropped from the draft. */
  absent: z.enum(["keep", "drop"]).default("keep"),
  /** The clerk's word for 长期 and 短期 in this file; without it they stay questions. */
  oldTerms: z.object({ 长期: retention.optional(), 短期: retention.optional() }).default({}),
});
const tableRefusals = [
  "source-missing",
  "source-unreadable",
  "format-unsupported",
  "table-damaged",
  "table-empty",
  "table-limit",
  "table-password",
  "table-doctype",
  "state-secret",
  "task-cancelled",
] as const;

export const scheduleTableProcedures = {
  "schedule.export": task({
    roles: keepers,
    input: z.object({ versionId: scheduleVersionId, to: z.string().min(1), mayReplace: z.boolean().default(false) }),
    output: z.object({ path: z.string(), bytes: z.number().int(), rowCount: z.number().int() }),
    refusals: [
      "schedule-version-not-found",
      "conservation-broken",
      "target-exists",
      "target-not-writable",
      "disk-full",
      "task-cancelled",
    ],
  }),
  /** The dry run: reads and judges, keeps nothing. */
  "schedule.check-import": task({ roles: keepers, input: importing, output: scheduleImport, refusals: tableRefusals }),
  /** Into the draft, made if there is none; a file that says nothing new changes nothing. */
  "schedule.import": task({
    roles: keepers,
    input: importing,
    output: scheduleImport.unwrap().extend({ versionId: scheduleVersionId.nullable() }),
    refusals: [...tableRefusals, "schedule-import-refused"],
  }),
};
