// After a change of columns, what is derived of the rows fits them again: formulas are reckoned anew, and a column that is now of
// another kind or nearer to a person stands otherwise in the index, or not at all (personal-data P5, P7).
import type { LedgerColumn } from "#contract/ledger-column";
import { mayFilter, maySort } from "#contract/ledger-order";
import type { Ledger } from "#contract/ledger";
import { addCell, dropCell } from "#db/ledger-cell";
import { columnNumbers } from "#db/ledger-column";
import { listCellsAfter, setCells } from "#db/ledger-row";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { indexCell } from "./cell-index.ts";
import { evaluateFormulas } from "./evaluate-formula.ts";

const atOnce = 500;

/** What of a column decides how it is reckoned and indexed. */
const shapeOf = (column: LedgerColumn): string => {
  const { kind, personal, rules } = column;
  const reckoned = kind === "formula" ? [rules.formula, rules.decimals] : "";
  // A heading or a choice may make it a stand-in for a people.
  return JSON.stringify([kind, personal, rules.format, reckoned, mayFilter(column), maySort(column)]);
};

/** Settles the rows of a ledger whose columns were written anew; does nothing when none of them is reckoned or indexed otherwise. */
export function settleRows(db: WriteDb, { archive }: Desk, before: Ledger, after: Ledger): void {
  const shapes = new Map(before.columns.map((column) => [column.key, shapeOf(column)]));
  const changed = new Set(
    after.columns.filter((column) => shapes.get(column.key) !== shapeOf(column)).map(({ key }) => key),
  );
  const isGone = before.columns.some(({ key }) => after.columns.every((column) => column.key !== key));
  // A column taken away or of another kind may feed a formula that did not change itself.
  const reckons = (changed.size > 0 || isGone) && after.columns.some(({ kind }) => kind === "formula");
  if (changed.size === 0 && !reckons) return;
  const seqs = columnNumbers(db, after.id);
  const open = after.columns.filter(({ personal }) => personal !== "sensitive");
  let last = 0;
  for (;;) {
    const rows = listCellsAfter(db, after.id, last, atOnce);
    for (const { seq, cells } of rows) {
      const settled = reckons ? evaluateFormulas(after.columns, cells) : cells;
      if (JSON.stringify(settled) !== JSON.stringify(cells)) setCells(db, seq, settled);
      for (const column of open) {
        const { key } = column;
        const columnSeq = seqs.get(key);
        const value = settled[key] ?? "";
        if (columnSeq === undefined || (!changed.has(key) && value === (cells[key] ?? ""))) continue;
        dropCell(db, seq, columnSeq);
        const entry = indexCell(column, after.id, value, archive.keys.hmac);
        if (entry) addCell(db, { columnSeq, rowSeq: seq, ...entry });
      }
      last = seq;
    }
    if (rows.length < atOnce) return;
  }
}
