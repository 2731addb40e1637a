// 导入旧目录 — a table from outside read, questioned, and only then written: all of it or nothing (product G01, T16).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { categoryCode, fondsId } from "./fonds.ts";
import { keepers, read, task, write } from "./procedure.ts";
import { retention } from "./retention.ts";
import { tableCounts } from "./table-counts.ts";
import { tableFinding } from "./table-finding.ts";

export const tableImportId = z.string().min(1).brand<"TableImportId">();
export type TableImportId = z.infer<typeof tableImportId>;

/** What a table is read as: 旧目录, or 收文/发文登记簿. */
export const tableUse = z.enum(["catalogue", "register"]);
export type TableUse = z.infer<typeof tableUse>;

/** What a column of a table holds; "ignored" is left where it is. */
export const tableField = z.enum([
  "ignored",
  "serial",
  "archivalCode",
  "itemNumber",
  "boxNumber",
  "title",
  "creator",
  "documentNumber",
  "documentDate",
  "dateYear",
  "dateMonth",
  "dateDay",
  "year",
  "pages",
  "retention",
  "matter",
  "security",
  "remark",
  "apostrophes",
  "happenedOn",
  "correspondent",
  "copies",
  "handler",
  "dueOn",
]);
export type TableField = z.infer<typeof tableField>;

export const tableFieldLabel: Record<TableField, string> = {
  ignored: "不导入",
  serial: "序号",
  archivalCode: "档号",
  itemNumber: "件号",
  boxNumber: "盒号",
  title: "题名",
  creator: "责任者",
  documentNumber: "文号",
  documentDate: "日期",
  dateYear: "日期（年）",
  dateMonth: "日期（月）",
  dateDay: "日期（日）",
  year: "年度",
  pages: "页数",
  retention: "保管期限",
  matter: "机构（问题）",
  security: "密级",
  remark: "备注",
  apostrophes: "前加撇号的列",
  happenedOn: "收（发）文日期",
  correspondent: "来文（主送）机关",
  copies: "份数",
  handler: "承办",
  dueOn: "办理期限",
};

const columnIndex = z.number().int().min(0).max(255);

/** One column of a sheet: its letter, its heading, what it is read as. A refused column has no values any more (P2). */
export const tableColumn = z
  .object({
    index: columnIndex,
    letter: z.string(),
    heading: z.string(),
    field: tableField,
    isRefused: z.boolean(),
    isRemembered: z.boolean(),
  })
  .readonly();
export type TableColumn = z.infer<typeof tableColumn>;

/** How one usable row is read, for looking at before anything is written. */
export const tableRowPreview = z
  .object({
    sheet: z.string(),
    row: z.number().int(),
    archivalCode: z.string(),
    title: z.string(),
    creator: z.string(),
    documentNumber: z.string(),
    documentDate: archivalDate,
    year: z.number().int().nullable(),
    retention: retention.nullable(),
    pages: z.number().int(),
    remark: z.string(),
  })
  .readonly();
export type TableRowPreview = z.infer<typeof tableRowPreview>;

/** What the clerk decided: columns set right, old terms given their new one, the year where the table names none. */
const asked = z.object({
  path: z.string().min(1),
  as: tableUse,
  fondsId: fondsId.optional(),
  category: categoryCode.default("WS"),
  mapping: z
    .array(z.object({ sheet: z.string().max(200), index: columnIndex, field: tableField }))
    .max(2000)
    .default([]),
  /**
   * Where the heading stands, in the clerk's word; row 0 says that there is none and the columns are known by their
   * letters. `sheet` null is every sheet in which no heading is recognised.
   */
  headRows: z
    .array(z.object({ sheet: z.string().max(200).nullable(), row: z.number().int().min(0).max(1_048_576) }))
    .max(200)
    .default([]),
  /** Words of the column 保管期限 and what they mean here: { 长期: "D30", 短期: "D10" }; null leaves the term open. */
  terms: z.record(z.string().max(40), retention.nullable()).default({}),
  year: z.number().int().min(1900).max(2200).optional(),
  /** Rows that repeat an earlier one to the letter, 序号 included, are taken in all the same. */
  keepsRepeats: z.boolean().default(false),
});

export const tableImportSummary = z
  .object({
    id: tableImportId,
    as: tableUse,
    sourceName: z.string(),
    importedAt: z.iso.datetime(),
    importedBy: z.string(),
    rowCount: z.number().int(),
    isWithdrawn: z.boolean(),
  })
  .readonly();
export type TableImportSummary = z.infer<typeof tableImportSummary>;

const tableRefusals = [
  "table-damaged",
  "table-password",
  "table-empty",
  "table-limit",
  "table-doctype",
  "text-encoding",
  "format-unsupported",
  "format-mismatch",
  "source-missing",
  "source-unreadable",
  "fonds-not-found",
  "fonds-closed",
  "table-without-heading",
  "task-cancelled",
] as const;

export const tableImportProcedures = {
  /** Reads a table and says what would come of it; nothing is written. */
  "import.dry-run": task({
    roles: keepers,
    input: asked,
    output: z.object({
      ...tableCounts,
      findings: z.array(tableFinding).readonly(),
      sheets: z
        .array(
          z.object({
            name: z.string(),
            headRow: z.number().int(),
            year: z.number().int().nullable(),
            columns: z.array(tableColumn).readonly(),
          }),
        )
        .readonly(),
      /** Words of the column 保管期限 that ask for the clerk's word, with how often they stand. */
      termsAsked: z.array(z.object({ text: z.string(), count: z.number().int() })).readonly(),
      preview: z.array(tableRowPreview).readonly(),
      /** Names exactly this reading; another one is not committed under it. */
      planDigest: z.string(),
    }),
    refusals: [...tableRefusals],
  }),
  /** Writes every usable row that is not there yet, in one transaction. Items are drafts (整理中). */
  "import.commit": task({
    roles: keepers,
    input: asked.extend({ planDigest: z.string().optional() }),
    output: z.object({
      ...tableCounts,
      importId: tableImportId.nullable(),
      rowsMade: z.number().int(),
      findings: z.array(tableFinding).readonly(),
    }),
    refusals: [...tableRefusals, "import-changed-meanwhile"],
  }),
  "import.list": read({ roles: keepers, input: z.object({}), output: z.array(tableImportSummary).readonly() }),
  /** Takes a whole import back, as long as nothing of it was changed, filed or given images. */
  "import.withdraw": write({
    roles: keepers,
    input: z.object({ id: tableImportId }),
    output: z.object({ rowCount: z.number().int() }),
    refusals: ["import-not-found", "import-in-use"],
  }),
};
