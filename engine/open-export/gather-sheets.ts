// Everything that is kept beside the items, sheet by sheet; of restricted items only what may be said of them (P6).
import { setImmediate } from "node:timers/promises";
import { readExportSheet, readRestrictedRows } from "#db/export-sheet";
import { exportSheets } from "#db/export-sheets";
import type { ReadDb } from "#db/open";

/** One table of text cells, as it stands in a workbook, a CSV and the JSON. */
export type ExportTable = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** All sheets, empty ones too: a heading without rows says that nothing was entered. `turn` refuses when stopped. */
export async function gatherSheets(db: ReadDb, turn: (done: number, total: number) => void): Promise<ExportTable[]> {
  const tables: ExportTable[] = [];
  for (const sheet of exportSheets) {
    turn(tables.length, exportSheets.length);
    tables.push({
      name: sheet.name,
      headings: sheet.columns.map(([head]) => head),
      rows: readExportSheet(db, sheet),
    });
    await setImmediate();
  }
  return tables;
}

/** The words the sheets leave out; asked for only when a reason is given. */
export const gatherRestrictedRows = (db: ReadDb): ExportTable[] =>
  exportSheets
    .map((sheet) => ({
      name: sheet.name,
      headings: sheet.columns.map(([head]) => head),
      rows: readRestrictedRows(db, sheet),
    }))
    .filter(({ rows }) => rows.length > 0);

const named = ({ headings, rows }: ExportTable): Record<string, string>[] =>
  rows.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ""])));

/** The tables as JSON, each row by its heads. */
export const renderTables = (about: string, tables: readonly ExportTable[]): Buffer =>
  Buffer.from(
    `${JSON.stringify({ 说明: about, ...Object.fromEntries(tables.map((table) => [table.name, named(table)])) }, null, 1)}\n`,
    "utf8",
  );
