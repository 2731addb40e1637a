// 台账导入 — a table from outside read as rows of one ledger, questioned, and only then written: all of it or nothing (product T16).
import { z } from "zod";
import { columnKey } from "./ledger-column.ts";
import { ledgerImportFinding } from "./ledger-import-finding.ts";
import { ledgerId } from "./ledger.ts";
import { keepers, read, task } from "./procedure.ts";
import { residentId } from "./resident.ts";
import { tableCounts } from "./table-counts.ts";

const columnIndex = z.number().int().min(0).max(255);
const sheetName = z.string().max(200);

/** One column of a sheet and the column of the ledger it goes into; null stays outside. A refused column has no values any more (P2). */
export const ledgerTableColumn = z
  .object({
    index: columnIndex,
    letter: z.string(),
    heading: z.string(),
    column: columnKey.nullable(),
    isRefused: z.boolean(),
    isRemembered: z.boolean(),
  })
  .readonly();
export type LedgerTableColumn = z.infer<typeof ledgerTableColumn>;

/** A word of a choice column that is none of its choices; "" are its blank cells. Never of a sensitive column. */
export const wordAsked = z.object({ column: columnKey, text: z.string(), count: z.number().int() }).readonly();
export type WordAsked = z.infer<typeof wordAsked>;

/** One usable row as it would stand, in the order of the ledger's columns; sensitive values are ●●●●. */
export const ledgerRowPreview = z
  .object({ sheet: z.string(), row: z.number().int(), cells: z.array(z.string()).readonly() })
  .readonly();
export type LedgerRowPreview = z.infer<typeof ledgerRowPreview>;

/** What the clerk decided: columns set right, words given a choice, which row is which resident. */
const asked = z.object({
  path: z.string().min(1),
  ledgerId,
  mapping: z
    .array(z.object({ sheet: sheetName, index: columnIndex, column: columnKey.nullable() }))
    .max(2000)
    .default([]),
  /** Where the heading stands, in the clerk's word; row 0: there is none. `sheet` null is every sheet without a recognised one. */
  headRows: z
    .array(z.object({ sheet: sheetName.nullable(), row: z.number().int().min(0).max(1_048_576) }))
    .max(200)
    .default([]),
  /** Only these sheets; null takes each whose heading is recognised. */
  sheets: z.array(sheetName).max(200).nullable().default(null),
  /** What words of a column stand for: { result: { 转街道办理: "已转办", "": "已办结" } }; "" is a blank cell, or a column the table lacks. */
  words: z.record(columnKey, z.record(z.string().max(200), z.string().max(200))).default({}),
  /** Residents the clerk picked for rows; nobody is ever linked by name alone. */
  residents: z
    .array(z.object({ sheet: sheetName, row: z.number().int(), column: columnKey, residentId }))
    .max(50_000)
    .default([]),
  /** Rows that repeat an earlier one to the letter, 序号 included, are taken in all the same. */
  keepsRepeats: z.boolean().default(false),
});

export const ledgerImport = z
  .object({
    id: z.string(),
    ledgerId,
    ledgerName: z.string(),
    /** The act to be reverted when the whole import is taken back. */
    changeId: z.string(),
    sourceName: z.string(),
    importedAt: z.iso.datetime(),
    importedBy: z.string(),
    rowCount: z.number().int(),
    /** None of its rows stands any more. */
    isWithdrawn: z.boolean(),
  })
  .readonly();
export type LedgerImport = z.infer<typeof ledgerImport>;

const refusals = [
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
  "ledger-not-found",
  "ledger-not-open",
  "ledger-table-unlike",
  "resident-not-found",
  "task-cancelled",
] as const;

export const ledgerImportProcedures = {
  /** Reads a table and says what would come of it; nothing is written. */
  "ledger.check-import": task({
    roles: keepers,
    input: asked,
    output: z.object({
      ...tableCounts,
      findings: z.array(ledgerImportFinding).readonly(),
      sheets: z
        .array(
          z
            .object({ name: z.string(), headRow: z.number().int(), columns: z.array(ledgerTableColumn).readonly() })
            .readonly(),
        )
        .readonly(),
      wordsAsked: z.array(wordAsked).readonly(),
      preview: z.array(ledgerRowPreview).readonly(),
      /** Names exactly this reading; another one is not committed under it. */
      planDigest: z.string(),
    }),
    refusals,
  }),
  /** Writes every usable row that is not there yet as one act, in one transaction; undone as one. */
  "ledger.import": task({
    roles: keepers,
    input: asked.extend({ planDigest: z.string().optional() }),
    output: z.object({
      ...tableCounts,
      importId: z.string().nullable(),
      rowsMade: z.number().int(),
      findings: z.array(ledgerImportFinding).readonly(),
    }),
    refusals: [...refusals, "import-changed-meanwhile"],
  }),
  /** Tables taken into ledgers, newest first. */
  "ledger.imports": read({ roles: keepers, input: z.object({}), output: z.array(ledgerImport).readonly() }),
};
