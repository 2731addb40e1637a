// After a change of columns, what is derived of the rows fits them again: formulas are reckoned anew, and a column that is now of
// another kind or nearer to a person stands otherwise in the index, or not at all (personal-data P5, P7).
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import { mayFilter, maySort } from "#contract/ledger-order";
import type { Ledger } from "#contract/ledger";
import { dropColumnCells, gatherCells, type CellEntry } from "#db/ledger-cell";
import { columnNumbers } from "#db/ledger-column";
import { getRowToSettle, listRowsToSettle, patchCells, type RowToSettle } from "#db/settled-row";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { indexCell } from "./cell-index.ts";
import { evaluateFormulas } from "./evaluate-formula.ts";

export const rowsInTurn = 500;

/** What becomes of one row, reckoned of the revision it names; to be written only while the row is at that revision. */
export type SettledRow = Pick<RowToSettle, "seq" | "revision"> & {
  /** Reckoned values that are others now; null is empty. */
  readonly patch: Readonly<Record<string, string | null>>;
  /** How columns stand in the index now; undefined not at all. */
  readonly entries: readonly (readonly [ColumnKey, CellEntry | undefined])[];
};

/** What of a column decides how it is reckoned and indexed. */
const shapeOf = (column: LedgerColumn): string => {
  const { kind, personal, rules } = column;
  const reckoned = kind === "formula" ? [rules.formula, rules.decimals] : "";
  // A heading or a choice may make it a stand-in for a people.
  return JSON.stringify([kind, personal, rules.format, reckoned, mayFilter(column), maySort(column)]);
};

export type Settler = {
  readonly settle: (row: RowToSettle) => SettledRow;
  /** Columns of which every row has an entry: they stand in the index anew as a whole. */
  readonly anew: ReadonlySet<ColumnKey>;
};

/** How the rows of a ledger whose columns are written anew are settled; undefined when none is reckoned or indexed otherwise. */
export function settlerOf(
  { archive }: Pick<Desk, "archive">,
  before: Pick<Ledger, "columns">,
  after: Pick<Ledger, "id" | "columns">,
): Settler | undefined {
  const shapes = new Map(before.columns.map((column) => [column.key, shapeOf(column)]));
  const changed = new Set(
    after.columns.filter((column) => shapes.get(column.key) !== shapeOf(column)).map(({ key }) => key),
  );
  const isGone = before.columns.some(({ key }) => after.columns.every((column) => column.key !== key));
  // A column taken away or of another kind may feed a formula that did not change itself.
  const reckons = (changed.size > 0 || isGone) && after.columns.some(({ kind }) => kind === "formula");
  if (changed.size === 0 && !reckons) return undefined;
  const open = after.columns.filter(({ personal }) => personal !== "sensitive");
  const settle = ({ seq, revision, cells }: RowToSettle): SettledRow => {
    const settled = reckons ? evaluateFormulas(after.columns, cells) : cells;
    const patch: Record<string, string | null> = {};
    for (const { key } of reckons ? after.columns : [])
      if (settled[key] !== cells[key]) patch[key] = settled[key] ?? null;
    const entries = open.flatMap((column) => {
      const value = settled[column.key] ?? "";
      if (!changed.has(column.key) && value === (cells[column.key] ?? "")) return [];
      return [[column.key, indexCell(column, after.id, value, archive.keys.hmac)] as const];
    });
    return { seq, revision, patch, entries };
  };
  // What is sealed keeps its entries: they are not reckoned here.
  return { settle, anew: new Set(open.flatMap(({ key }) => (changed.has(key) ? [key] : []))) };
}

/** Entries of the index, gathered and then put in column by column. */
function indexWriter(db: WriteDb, ledgerId: Ledger["id"], anew: ReadonlySet<ColumnKey>) {
  const columnSeqs = columnNumbers(db, ledgerId);
  const index = gatherCells();
  return {
    put({ seq, entries }: SettledRow): void {
      for (const [key, entry] of entries) {
        const columnSeq = columnSeqs.get(key);
        if (columnSeq !== undefined) index.note(columnSeq, [seq, entry]);
      }
    },
    write(): void {
      for (const key of anew) {
        const columnSeq = columnSeqs.get(key);
        if (columnSeq !== undefined) dropColumnCells(db, columnSeq);
      }
      index.put(db);
    },
  };
}

/**
 * Settles every row of a ledger whose columns were written anew. Of `ahead`, what was reckoned beforehand in the order of the numbers,
 * a row that somebody has changed since is reckoned again; rows behind it are new.
 */
export function settleRows(
  db: WriteDb,
  desk: Desk,
  before: Ledger,
  after: Ledger,
  ahead: readonly SettledRow[] = [],
): void {
  const settler = settlerOf(desk, before, after);
  if (!settler) return;
  const { settle, anew } = settler;
  const index = indexWriter(db, after.id, anew);
  const keep = (row: SettledRow): boolean => {
    if (!patchCells(db, row, row.patch)) return false;
    index.put(row);
    return true;
  };
  for (const row of ahead) {
    if (keep(row)) continue;
    const now = getRowToSettle(db, row.seq);
    if (now) keep(settle(now));
  }
  let last = ahead.at(-1)?.seq ?? 0;
  for (;;) {
    const rows = listRowsToSettle(db, after.id, last, rowsInTurn);
    for (const row of rows) keep(settle(row));
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < rowsInTurn) break;
  }
  index.write();
}
