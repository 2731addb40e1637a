// 查找: the next cell that holds some words, in the order the grid shows.
import type { Input, Output } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import { mayFilter } from "#contract/ledger-order";
import { Refusal } from "#contract/refusal";
import { foldText } from "#db/fold-text";
import { columnNumbers } from "#db/ledger-column";
import { findCells } from "#db/ledger-order";
import type { ReadDb } from "#db/open";
import { orderRows } from "./order-rows.ts";
import { readLedger } from "./read-ledger.ts";
import { asksForPeople } from "./unasked-words.ts";

/** Looks only in columns that may be filtered, and for no people. Refuses ledger-not-found, filter-refused. */
export function findInRows(db: ReadDb, input: Input<"ledger.find">): Output<"ledger.find"> {
  const ledger = readLedger(db, input.ledgerId);
  if (asksForPeople(input.words)) throw new Refusal("filter-refused", { column: "查找的文字" });
  const seqs = orderRows(db, ledger, input.filter, input.sort);
  const piece = foldText(input.words);
  const columns = ledger.columns.filter(mayFilter).map(({ key }) => key);
  const numbers = columnNumbers(db, ledger.id);
  const placeOfColumn = new Map(columns.map((key, at) => [numbers.get(key) ?? 0, at]));
  const hits = new Map<number, number[]>();
  for (const { columnSeq, rowSeq } of piece === "" ? [] : findCells(db, [...placeOfColumn.keys()], piece)) {
    const at = placeOfColumn.get(columnSeq) ?? 0;
    const known = hits.get(rowSeq);
    if (known) known.push(at);
    else hits.set(rowSeq, [at]);
  }
  /** Cells as one line, row after row: a place in it is where a search goes on from. */
  const all = seqs.flatMap((seq, place) =>
    (hits.get(seq) ?? []).sort((one, other) => one - other).map((at) => ({ seq, place, at })),
  );
  const total = seqs.reduce((sum, seq) => sum + (hits.has(seq) ? 1 : 0), 0);
  const from = input.from && { place: seqs.indexOf(input.from.seq), at: columnAt(columns, input.from.column) };
  const isBehind = (hit: { place: number; at: number }, start: { place: number; at: number }): boolean =>
    hit.place > start.place || (hit.place === start.place && hit.at > start.at);
  const isBefore = (hit: { place: number; at: number }, start: { place: number; at: number }): boolean =>
    hit.place < start.place || (hit.place === start.place && hit.at < start.at);
  const next = input.isBackward
    ? ((from && all.findLast((hit) => isBefore(hit, from))) ?? all.at(-1))
    : ((from && all.find((hit) => isBehind(hit, from))) ?? all[0]);
  const column = next && columns[next.at];
  return { hit: next && column ? { seq: next.seq, column, place: next.place } : null, total };
}

/** A cell of another column stands before all of the row. */
const columnAt = (columns: readonly ColumnKey[], column: ColumnKey | null): number =>
  column === null ? -1 : columns.indexOf(column);
