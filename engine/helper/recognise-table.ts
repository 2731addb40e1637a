// Spreadsheets and CSV: opened with caps and described; cells are values only, formulas are never computed.
import { decodeText } from "./decode-text.ts";
import { csvLimit, openWorkbook } from "./open-workbook.ts";
import { cellLimit, parseCsv } from "./parse-csv.ts";
import type { RecognisedTable, TableFormat, TableWarning } from "./recognised.ts";
import { Refused, type Beat } from "./serve-questions.ts";

type Cell = { readonly t?: string; readonly v?: unknown; readonly f?: string };
type DenseSheet = {
  readonly "!data"?: readonly (readonly Cell[] | undefined)[];
  readonly "!merges"?: readonly unknown[];
};

function recogniseCsv(bytes: Buffer): RecognisedTable {
  if (bytes.length > csvLimit) throw new Refused("table-limit", { what: "100 MB" });
  let rowCount = 0;
  let columnCount = 0;
  let raggedRow: number | null = null;
  for (const { cells, line } of parseCsv(decodeText(bytes).text)) {
    if (rowCount === 0) columnCount = cells.length;
    else if (cells.length !== columnCount) raggedRow ??= line;
    rowCount += 1;
  }
  if (rowCount === 0) throw new Refused("table-empty");
  const warnings: TableWarning[] = raggedRow === null ? [] : ["table-ragged"];
  return { kind: "table", sheets: [{ name: "", rowCount, columnCount }], warnings, raggedRow };
}

/** Rows and columns that really hold something; the dimension a sheet claims plays no part. */
function measure(sheet: DenseSheet, warnings: Set<TableWarning>): { rowCount: number; columnCount: number } {
  let rowCount = 0;
  let columnCount = 0;
  for (const row of Object.values(sheet["!data"] ?? [])) {
    const filled = Object.entries(row ?? []).filter(([, cell]) => cell?.v !== undefined && cell.v !== "");
    if (filled.length === 0) continue;
    rowCount += 1;
    columnCount = Math.max(columnCount, Number(filled.at(-1)?.[0] ?? 0) + 1);
    for (const [, cell] of filled) {
      if (typeof cell.v === "string" && cell.v.length > cellLimit)
        throw new Refused("table-limit", { what: `单元格 ${cellLimit} 字` });
      if (cell.f !== undefined) warnings.add("table-formulas");
    }
  }
  if ((sheet["!merges"] ?? []).length > 0) warnings.add("table-merged");
  return { rowCount, columnCount };
}

/**
 * Recognises one table. Refuses: table-damaged (with a row for CSV), table-password, table-empty (no sheet, no cell),
 * table-limit, table-doctype, text-encoding, and what inspect-zip.ts refuses of an XLSX or ODS as a ZIP.
 */
export async function recogniseTable(bytes: Buffer, format: TableFormat, beat: Beat): Promise<RecognisedTable> {
  if (format === "csv") return recogniseCsv(bytes);
  const { book, hasMacro } = await openWorkbook(bytes, format, beat);
  const warnings = new Set<TableWarning>();
  const found = book.SheetNames.map((name) => ({
    name,
    ...measure((book.Sheets[name] ?? {}) as unknown as DenseSheet, warnings),
  }));
  if (!found.some(({ rowCount }) => rowCount > 0)) throw new Refused("table-empty");
  if (hasMacro) warnings.add("table-macro");
  if (book.Workbook?.WBProps?.date1904 === true) warnings.add("table-date-system");
  return { kind: "table", sheets: found, warnings: [...warnings], raggedRow: null };
}
