// A whole table read for a ledger: heads, columns, rows, and what rows have to do with each other.
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { LedgerImportFinding } from "#contract/ledger-import-finding";
import type { LedgerTableColumn } from "#contract/ledger-import";
import type { RowEntry } from "#contract/ledger-write";
import type { TableCell, TableRow } from "#engine/helper/recognised";
import type { TableContent, TableSheet } from "#engine/input/read-table";
import type { SheetHead } from "./find-head.ts";
import { misfitOf, withinHead } from "./head-width.ts";
import { mappedColumns, readLedgerRow, tellCell, type LedgerSheet, type TypedRow } from "./judge-ledger-row.ts";
import { kindsOf } from "./kind-of-row.ts";
import { ledgerHead, serialColumn } from "./ledger-head.ts";
import { mapLedgerColumns, type ChosenColumn } from "./map-ledger-columns.ts";
import { mergedBelow } from "./merged-below.ts";
import { settleHead } from "./name-head.ts";
import { sayLedgerFinding } from "./say-ledger-finding.ts";
import { walkSheet, type SkippedRows, type TableTally } from "./walk-sheet.ts";

export type LedgerTableOrder = {
  readonly columns: readonly LedgerColumn[];
  /** Only these sheets; null for all that look like this ledger. */
  readonly sheets: readonly string[] | null;
  /** The heading row the clerk named for a sheet, or for every sheet whose head is not recognised (null). */
  readonly headRowOf: (sheet: string | null) => number | undefined;
  readonly chosenOf: (sheet: string) => readonly ChosenColumn[];
  readonly rememberedOf: (headings: readonly string[]) => readonly ChosenColumn[];
  readonly words: LedgerSheet["words"];
  readonly linksOf: (sheet: string, row: number) => RowEntry["links"];
  /** Lets others have their turn; refuses task-cancelled. */
  readonly turn: (rows: number) => Promise<void>;
};
export type LedgerSheetReading = {
  readonly name: string;
  readonly headRow: number;
  readonly headings: readonly string[];
  readonly columns: readonly LedgerTableColumn[];
};
export type LedgerTableReading = {
  readonly sheets: readonly LedgerSheetReading[];
  readonly rows: readonly TypedRow[];
  readonly findings: readonly LedgerImportFinding[];
  readonly skipped: Readonly<SkippedRows>;
  readonly rowsRead: number;
};

/** One word under a merged cell holds for the rows below; a sum does not, it would be counted again. */
const isAmount = ({ kind }: LedgerColumn): boolean => kind === "money" || kind === "number";

function openSheet(sheet: TableSheet, head: SheetHead<ColumnKey>, is1904: boolean, order: LedgerTableOrder) {
  const headings = head.headings.map(({ text }) => text);
  const { columns, findings } = mapLedgerColumns(
    withinHead(sheet, headings.length),
    head,
    order.columns,
    order.chosenOf(sheet.name),
    order.rememberedOf(headings),
  );
  const headRow = sheet.rows[head.to]?.row ?? 0;
  const ledgerColumns = new Map(order.columns.map((column) => [column.key, column]));
  const columnAt = (index: number): LedgerColumn | undefined => {
    const key = columns[index]?.column;
    return key ? ledgerColumns.get(key) : undefined;
  };
  const opened: LedgerSheet = {
    ...{ name: sheet.name, is1904, columns, mapped: mappedColumns(columns, ledgerColumns) },
    ...{ serial: serialColumn(headings), words: order.words },
    linksOf: (row) => order.linksOf(sheet.name, row),
  };
  const said = [...findings];
  if (is1904) said.push(sayLedgerFinding({ sheet: sheet.name, row: headRow, column: "" }, "date-1904"));
  for (const column of missingColumns(order, columns)) said.push(tellCell(opened, headRow, column, "column-missing"));
  const merged = mergedBelow(sheet, headRow, (index) => columnAt(index) !== undefined);
  const read = (row: TableRow): TypedRow => {
    const extra: LedgerImportFinding[] = [];
    const below = merged.get(row.row);
    const cells: TableCell[] | undefined = below && [...row.cells];
    for (const [index, value] of below ?? []) {
      const column = columnAt(index);
      if (!cells || !column) continue;
      while (cells.length <= index) cells.push(null);
      if (!isAmount(column)) cells[index] = value;
      extra.push(tellCell(opened, row.row, column, isAmount(column) ? "merged-amount" : "merged-cell"));
    }
    const whole = cells ? { ...row, cells } : row;
    const misfit = misfitOf(sheet, whole.cells, headings.length);
    if (misfit) extra.push(sayLedgerFinding({ sheet: sheet.name, row: row.row, column: "" }, misfit));
    const typed = readLedgerRow(whole, opened);
    return extra.length === 0 ? typed : { ...typed, findings: [...extra, ...typed.findings] };
  };
  return { findings: said, reading: { name: sheet.name, headRow, headings, columns }, read, columnAt };
}

/** Required columns the table lacks and the clerk has not given a value. */
export const missingColumns = (
  { columns, words }: Pick<LedgerTableOrder, "columns" | "words">,
  mapped: readonly LedgerTableColumn[],
): LedgerColumn[] =>
  columns.filter(
    ({ key, isRequired }) =>
      isRequired && words[key]?.[""] === undefined && mapped.every(({ column }) => column !== key),
  );

/** Reads a table. A sheet that does not look like this ledger stays outside and is named. */
export async function judgeLedgerTable(content: TableContent, order: LedgerTableOrder): Promise<LedgerTableReading> {
  const findings: LedgerImportFinding[] = [];
  const sheets: LedgerSheetReading[] = [];
  const rows: TypedRow[] = [];
  const tally: TableTally = { skipped: { blank: 0, heading: 0, subtotal: 0, signature: 0 }, rowsRead: 0 };
  for (const sheet of content.sheets) {
    const [first] = sheet.rows;
    if (!first || (order.sheets && !order.sheets.includes(sheet.name))) continue;
    const head = settleHead(sheet, ledgerHead(order.columns), order.headRowOf, () => undefined);
    if (!head) {
      findings.push(sayLedgerFinding({ sheet: sheet.name, row: first.row, column: "" }, "sheet-not-imported"));
      continue;
    }
    const opened = openSheet(sheet, head, content.is1904, order);
    findings.push(...opened.findings);
    sheets.push(opened.reading);
    const telling = opened.reading.columns.find(({ index }) => {
      const column = opened.columnAt(index);
      return column?.isRequired && ["text", "longText", "person"].includes(column.kind);
    });
    const kindOf = kindsOf(sheet, head, telling?.index);
    await walkSheet(sheet, kindOf, tally, (row) => rows.push(opened.read(row)), order.turn);
  }
  return { sheets, rows, findings, ...tally };
}
