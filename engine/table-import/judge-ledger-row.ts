// One record of a table as a row of the ledger: its cells read column by column, each doubt a finding, no value repeated.
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { LedgerImportFinding, LedgerImportFindingCode } from "#contract/ledger-import-finding";
import type { LedgerTableColumn } from "#contract/ledger-import";
import type { RowEntry } from "#contract/ledger-write";
import type { TableRow } from "#engine/helper/recognised";
import type { RowState } from "#engine/ledger/row-state";
import { cellText } from "./cell-text.ts";
import { bearsSecret } from "./judge-row.ts";
import { readLedgerCell } from "./read-ledger-cell.ts";
import { sayLedgerFinding } from "./say-ledger-finding.ts";

/** A column of the sheet and the column of the ledger it is read into. */
export type MappedColumn = {
  readonly index: number;
  readonly column: LedgerColumn;
  /** Its place in TypedRow.source, where columns stand by their keys. */
  readonly place: number;
};

/** The columns of a sheet that are read. */
export function mappedColumns(
  columns: readonly LedgerTableColumn[],
  ledgerColumns: ReadonlyMap<ColumnKey, LedgerColumn>,
): MappedColumn[] {
  const read = columns.flatMap(({ index, column: key }) => {
    const column = key === null ? undefined : ledgerColumns.get(key);
    return column ? [{ index, column }] : [];
  });
  const named = read.map(({ column }) => `${column.key}=`).sort();
  return read.map(({ index, column }) => ({ index, column, place: named.indexOf(`${column.key}=`) }));
}

/** A sheet whose columns are known. */
export type LedgerSheet = {
  readonly name: string;
  readonly is1904: boolean;
  readonly columns: readonly LedgerTableColumn[];
  /** The columns that are read, in the order of the table. */
  readonly mapped: readonly MappedColumn[];
  /** Where rows are numbered. */
  readonly serial: number | undefined;
  /** What words of a column stand for, in the clerk's word; "" is a blank cell. */
  readonly words: Readonly<Record<ColumnKey, Readonly<Record<string, string>>>>;
  readonly linksOf: (row: number) => RowEntry["links"];
};

/** A record as it would be typed. */
export type TypedRow = {
  readonly sheet: string;
  readonly row: number;
  readonly entry: RowEntry;
  readonly findings: readonly LedgerImportFinding[];
  /** Columns whose cell was found wrong before anybody typed it. */
  readonly open: ReadonlySet<ColumnKey>;
  /** Words of the mapped cells as they stood, as JSON: what makes this row the same row another time. Never answered. */
  readonly source: string;
  readonly serial: string;
};

const noColumns: ReadonlySet<ColumnKey> = new Set();

/** A record as it would stand in the ledger. */
export type LedgerTableRow = Omit<TypedRow, "entry" | "open"> & { readonly after: RowState };

/** Tells of a cell by the heading of its ledger column. */
export const tellCell = (
  sheet: Pick<LedgerSheet, "name" | "columns">,
  row: number,
  column: LedgerColumn,
  code: LedgerImportFindingCode,
): LedgerImportFinding => {
  const letter = sheet.columns.find((each) => each.column === column.key)?.letter ?? "";
  return sayLedgerFinding({ sheet: sheet.name, row, column: letter }, code, { heading: column.heading });
};

/** Reads one row. A state secret is told by its place alone: nothing of the row is kept or shown (P15). */
export function readLedgerRow(given: TableRow, sheet: LedgerSheet): TypedRow {
  const { name, mapped, words } = sheet;
  const { row, computed } = given;
  const place = { sheet: name, row, column: "" };
  if (bearsSecret(given.cells, undefined)) {
    const entry: RowEntry = { id: null, revision: 0, cells: {}, links: {} };
    const findings = [sayLedgerFinding(place, "state-secret")];
    return { sheet: name, row, entry, findings, open: noColumns, source: "[]", serial: "" };
  }
  const findings: LedgerImportFinding[] = [];
  if (given.isCut) findings.push(sayLedgerFinding(place, "column-too-far"));
  const cells: Record<ColumnKey, string> = {};
  let open: Set<ColumnKey> | undefined;
  const source = mapped.map(() => "");
  for (const { index, column, place: at } of mapped) {
    const { key } = column;
    const cell = given.cells[index] ?? null;
    source[at] = `${key}=${cellText(cell).trim()}`;
    const { typed, codes } = readLedgerCell(cell, column, sheet.is1904);
    for (const code of codes) findings.push(tellCell(sheet, row, column, code));
    if (computed?.includes(index)) findings.push(tellCell(sheet, row, column, "formula-cell"));
    if (typed === undefined) (open ??= new Set()).add(key);
    cells[key] = typed ?? "";
  }
  for (const key of Object.keys(words) as ColumnKey[]) {
    const said = words[key]?.[(cells[key] ?? "").trim()];
    if (said !== undefined && !open?.has(key)) cells[key] = said;
  }
  const serial = sheet.serial === undefined ? "" : cellText(given.cells[sheet.serial] ?? null).trim();
  return {
    ...{ sheet: name, row, entry: { id: null, revision: 0, cells, links: sheet.linksOf(row) } },
    ...{ findings, open: open ?? noColumns, source: JSON.stringify(source), serial },
  };
}
