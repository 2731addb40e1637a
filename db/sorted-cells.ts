// The rows of a ledger in the order of one column, out of the blocks its cells stand in: fifty thousand of them at once, so that lists of
// bare numbers are gone through and no cell is an object.
import { keyBlocks, type CellKey } from "./ledger-cell.ts";
import type { ReadDb } from "./open.ts";

export type SortedRows = {
  readonly seqs: Uint32Array;
  /** Beside each row the place of its key: the same where rows stand equal. */
  readonly places: Uint32Array;
};

/** Where an amount stands first in a list that goes upwards. */
function firstOf(amounts: Float64Array, amount: number): number {
  let [from, to] = [0, amounts.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((amounts[middle] ?? 0) < amount) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Tells of each key where it stands first: numbers by amount, and where a nought would stand the words behind it. */
function placesOf(keys: readonly CellKey[]): (key: CellKey) => number {
  const amounts: number[] = [];
  // A date or a name stands there again and again: only different words are compared.
  const words = new Map<string, number>();
  for (const key of keys) {
    if (typeof key === "number") amounts.push(key);
    else words.set(key, (words.get(key) ?? 0) + 1);
  }
  const inOrder = Float64Array.from(amounts).sort();
  const upTo = firstOf(inOrder, Number.MIN_VALUE);
  let first = upTo;
  for (const each of [...words.keys()].sort()) {
    const count = words.get(each) ?? 0;
    words.set(each, first);
    first += count;
  }
  const behind = keys.length - amounts.length;
  return (key) => {
    if (typeof key !== "number") return words.get(key) ?? 0;
    return firstOf(inOrder, key) + (key > 0 ? behind : 0);
  };
}

/** Rows in the order of a column; equal ones keep the order of their numbers. */
export function listSorted(db: ReadDb, columnSeq: number): SortedRows {
  const rows: number[] = [];
  const keys: CellKey[] = [];
  for (const [rowSeqs, some] of keyBlocks(db, columnSeq)) {
    for (const rowSeq of rowSeqs) rows.push(rowSeq);
    for (const key of some) keys.push(key);
  }
  const placeOf = placesOf(keys);
  const { length } = rows;
  const [seqs, places, taken] = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
  for (let at = 0; at < length; at += 1) {
    const first = placeOf(keys[at] ?? 0);
    const place = first + (taken[first] ?? 0);
    taken[first] = place - first + 1;
    seqs[place] = rows[at] ?? 0;
    places[place] = first;
  }
  return { seqs, places };
}
