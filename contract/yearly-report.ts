// 社区档案工作年报 — its rows and columns are data of the office: the county's table changes every year. What can be counted is
// counted, what cannot is typed; a counted cell is never typed over.
import { z } from "zod";
import { categoryCode, fondsId } from "./fonds.ts";
import { keepers, keepersAndInspector, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";

/** 统计内容 — what a line counts; "typed" is written by hand. */
export const reportMeasure = z.enum([
  "items",
  "pages",
  "volumes",
  "groups",
  "boxes",
  "digitised",
  "images",
  "digital",
  "drafts",
  "excluded",
  "typed",
]);
export type ReportMeasure = z.infer<typeof reportMeasure>;

/** 统计口径 — the year of the report, the one before, all up to it (by 归属年度), or typed. */
export const reportSpan = z.enum(["year", "before", "to-date", "typed"]);
export type ReportSpan = z.infer<typeof reportSpan>;

const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** 一项指标 — a line: what it is called, and what of which 门类 and 保管期限 it counts (null: of all). */
export const reportLine = z
  .object({
    key,
    label: z.string().trim().min(1).max(80),
    unit: z.string().trim().max(12),
    measure: reportMeasure,
    category: categoryCode.nullable(),
    retention: retention.nullable(),
  })
  .readonly();
export type ReportLine = z.infer<typeof reportLine>;

export const reportColumn = z.object({ key, heading: z.string().trim().min(1).max(20), span: reportSpan }).readonly();
export type ReportColumn = z.infer<typeof reportColumn>;

const hasOwnKeys = (some: readonly { readonly key: string }[]): boolean =>
  new Set(some.map((each) => each.key)).size === some.length;

/** 年报表样 — lines and columns, each with a key of its own. */
export const reportTable = z
  .object({
    columns: z.array(reportColumn).min(1).max(5).refine(hasOwnKeys, "each column has its own key").readonly(),
    lines: z.array(reportLine).min(1).max(120).refine(hasOwnKeys, "each line has its own key").readonly(),
  })
  .readonly();
export type ReportTable = z.infer<typeof reportTable>;

/** 手填数 of one year by "line/column"; blank is not kept. */
export const reportFigures = z.record(z.string().max(81), z.string().trim().max(40)).readonly();
export type ReportFigures = z.infer<typeof reportFigures>;

/** 年报 of one year: each line with its cells in the order of the columns; a typed cell may be blank. */
export const yearlyReport = z
  .object({
    table: reportTable,
    isShipped: z.boolean(),
    cells: z
      .array(
        z.object({ line: key, values: z.array(z.object({ column: key, value: z.string(), isTyped: z.boolean() })) }),
      )
      .readonly(),
  })
  .readonly();
export type YearlyReport = z.infer<typeof yearlyReport>;

export const yearlyReportProcedures = {
  "yearly-report.read": read({
    roles: keepersAndInspector,
    input: z.object({ fondsId, year: z.number().int().min(1900).max(2200) }),
    output: yearlyReport,
    refusals: ["fonds-not-found"],
  }),
  /** Keeps the office's own lines and columns for every 全宗 and year; null takes the shipped ones back. */
  "yearly-report.revise": write({
    roles: keepers,
    input: z.object({ table: reportTable.nullable() }),
    output: z.object({ table: reportTable, isShipped: z.boolean() }),
    refusals: ["field-refused"],
  }),
  /** Keeps what was typed for one year; what the table has no typed cell for is refused. */
  "yearly-report.type": write({
    roles: keepers,
    input: z.object({ fondsId, year: z.number().int().min(1900).max(2200), figures: reportFigures }),
    output: z.object({ figures: reportFigures }),
    refusals: ["fonds-not-found", "report-cell-counted"],
  }),
};
