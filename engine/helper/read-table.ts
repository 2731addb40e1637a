// Every cell of a table, as it stands: values only, formulas never computed, nothing guessed.
import { decodeText } from "./decode-text.ts";
import { csvLimit, isDateFormat, openWorkbook } from "./open-workbook.ts";
import { cellLimit, findSeparator, parseCsv } from "./parse-csv.ts";
import type { TableCell, TableFormat, TableMerge, TablePart, TableRow } from "./recognised.ts";
import { Refused, type Beat, type Emit } from "./serve-questions.ts";

const rowsInPart = 1_000;
const mostRows = 200_000;
/** A catalogue is narrow; what stands further right is told, not read. */
const mostColumns = 256;
const mostMerges = 10_000;

type Cell = { readonly t?: string; readonly v?: unknown; readonly f?: string; readonly z?: unknown };
type Range = { readonly s: { r: number; c: number }; readonly e: { r: number; c: number } };
type DenseSheet = {
  readonly "!data"?: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly "!merges"?: readonly Range[];
};

const errorWords: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

function valueOf({ t, v, z }: Cell): TableCell {
  if (v === undefined || v === null || v === "") return null;
  if (t === "e") return errorWords[Number(v)] ?? "#ERROR!";
  if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
  if (typeof v !== "number") {
    const text = typeof v === "string" ? v : JSON.stringify(v);
    if (text.length > cellLimit) throw new Refused("table-limit", { what: `单元格 ${cellLimit} 字` });
    return text;
  }
  const format = typeof z === "string" ? z : "";
  // A number shown as 0007 is a name with leading zeros, not the number seven.
  if (/^0{2,}$/.test(format) && Number.isInteger(v) && v >= 0) return String(v).padStart(format.length, "0");
  return format !== "" && isDateFormat(format) ? { serial: v } : v;
}

function readRow(row: number, cells: readonly (Cell | undefined)[]): TableRow | undefined {
  const values: TableCell[] = [];
  const computed: number[] = [];
  let isCut = false;
  const width = Math.min(cells.length, mostColumns);
  for (let column = 0; column < width; column += 1) {
    const cell = cells[column];
    const value = cell === undefined ? null : valueOf(cell);
    if (cell === undefined || value === null) continue;
    while (values.length < column) values.push(null);
    values.push(value);
    if (cell.f !== undefined) computed.push(column);
  }
  // Object.keys passes over the holes of a row whose only cell is far to the right.
  for (const at of cells.length > mostColumns ? Object.keys(cells) : []) {
    const cell = cells[Number(at)];
    if (Number(at) >= mostColumns && cell !== undefined && valueOf(cell) !== null) isCut = true;
  }
  if (values.length === 0 && !isCut) return undefined;
  return { row, cells: values, ...(computed.length > 0 && { computed }), ...(isCut && { isCut }) };
}

async function emitRows(sheet: number, rows: Iterable<TableRow>, emit: Emit, beat: Beat): Promise<number> {
  const send = (part: TablePart): Promise<void> => emit(part);
  let count = 0;
  let some: TableRow[] = [];
  for (const row of rows) {
    count += 1;
    if (count > mostRows) throw new Refused("table-limit", { what: `${mostRows} 行` });
    if (some.push(row) < rowsInPart) continue;
    await send({ kind: "rows", sheet, rows: some });
    some = [];
    beat();
  }
  if (some.length > 0) await send({ kind: "rows", sheet, rows: some });
  return count;
}

/** A table may begin with a title that holds no separator: the line split most often decides. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 200_000).split(/\r?\n/, 30);
  const counts = lines.map((line) => [line.split(findSeparator(line)).length, line] as const);
  const widest = counts.reduce((best, each) => (each[0] > best[0] ? each : best), [0, ""] as const);
  return findSeparator(widest[1]);
}

function* readCsvRows(text: string): Generator<TableRow, void> {
  for (const { cells, line } of parseCsv(text, separatorOf(text))) {
    const isCut = cells.length > mostColumns;
    const values = cells.slice(0, mostColumns).map((cell) => (cell === "" ? null : cell));
    yield { row: line, cells: values, ...(isCut && { isCut }) };
  }
}

function* readSheetRows(sheet: DenseSheet): Generator<TableRow, void> {
  for (const [at, cells] of Object.entries(sheet["!data"] ?? [])) {
    const row = readRow(Number(at) + 1, cells ?? []);
    if (row) yield row;
  }
}

/**
 * Reads a table whole. Refuses table-damaged (with a row for CSV), table-password, table-empty, table-limit,
 * table-doctype, text-encoding (with the row), and what inspect-zip.ts refuses.
 */
export async function readTable(bytes: Buffer, format: TableFormat, emit: Emit, beat: Beat): Promise<void> {
  const send = (part: TablePart): Promise<void> => emit(part);
  if (format === "csv") {
    if (bytes.length > csvLimit) throw new Refused("table-limit", { what: "100 MB" });
    await send({ kind: "book", is1904: false, sheets: [{ name: "", merges: [] }] });
    if ((await emitRows(0, readCsvRows(decodeText(bytes).text), emit, beat)) === 0) throw new Refused("table-empty");
    return;
  }
  const { book } = await openWorkbook(bytes, format, beat);
  const opened = book.SheetNames.map((name) => ({ name, sheet: (book.Sheets[name] ?? {}) as unknown as DenseSheet }));
  await send({
    kind: "book",
    is1904: book.Workbook?.WBProps?.date1904 === true,
    sheets: opened.map(({ name, sheet }) => ({
      name,
      merges: (sheet["!merges"] ?? []).slice(0, mostMerges).map(({ s, e }): TableMerge => [s.r + 1, s.c, e.r + 1, e.c]),
    })),
  });
  let count = 0;
  for (const [at, { sheet }] of opened.entries()) count += await emitRows(at, readSheetRows(sheet), emit, beat);
  if (count === 0) throw new Refused("table-empty");
}
