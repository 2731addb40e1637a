// The numbers of a ledger's rows in the order asked for. Columns that name a person are refused, whatever is asked (P3–P5).
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import { mayFilter, maySort, type CellFilter, type RowFilter, type RowSort } from "#contract/ledger-order";
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import { foldText } from "#db/fold-text";
import { columnNumbers } from "#db/ledger-column";
import { listAttached, listCells, listSeqs, type CellQuestion } from "#db/ledger-order";
import type { ReadDb } from "#db/open";
import { listSorted } from "#db/sorted-cells";
import { keyOf, tagPiece } from "./cell-index.ts";
import { periodRange } from "./period-range.ts";
import { asksForPeople, isPeople } from "./unasked-words.ts";

/** The shown column of a key. Refuses filter-refused for one that may not be used so, or is not there. */
function allowedColumn(ledger: Ledger, key: ColumnKey, isAllowed: (column: LedgerColumn) => boolean): LedgerColumn {
  const column = ledger.columns.find((each) => each.key === key);
  if (!column || !isAllowed(column)) throw new Refusal("filter-refused", { column: column?.heading ?? key });
  return column;
}

/** Whether a question for cells names a people or what stands in for one. */
function namesPeople(filter: CellFilter): boolean {
  switch (filter.how) {
    case "is":
      return isPeople(filter.value);
    case "one-of":
      return filter.values.some(isPeople);
    case "between":
      return [filter.from, filter.to].some(isPeople);
    case "contains":
      return asksForPeople(filter.words);
    case "filled":
    case "empty":
      return false;
  }
}

const amountOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));
/** A formula gives numbers or words: asked for numbers it is an amount. */
const isAmount = ({ kind }: LedgerColumn, bounds: readonly string[]): boolean =>
  kind === "number" ||
  kind === "money" ||
  (kind === "formula" && !bounds.some((bound) => Number.isNaN(amountOf(bound))));

/** A bound as the index keeps words; a number is none. */
function sortOf(column: LedgerColumn, bound: string): string {
  const key = keyOf(column, bound);
  return typeof key === "number" ? "" : key;
}

function questionOf(column: LedgerColumn, filter: Exclude<CellFilter, { how: "empty" }>): CellQuestion {
  switch (filter.how) {
    case "filled":
      return { ask: "filled" };
    case "contains":
      return { ask: "has", pieces: [column.kind === "date" ? filter.words : foldText(filter.words)] };
    case "between":
      if (isAmount(column, [filter.from, filter.to]))
        return { ask: "amounts", from: amountOf(filter.from), to: amountOf(filter.to) };
      return column.kind === "date"
        ? { ask: "sorts", from: filter.from, to: filter.to }
        : { ask: "sorts", from: sortOf(column, filter.from), to: filter.to && sortOf(column, filter.to) };
    case "is":
    case "one-of": {
      const values = filter.how === "is" ? [filter.value] : filter.values;
      if (column.kind === "tags") return { ask: "has", pieces: values.map(tagPiece) };
      if (column.kind === "date" && filter.how === "is") return { ask: "sorts", from: filter.value, to: filter.value };
      return { ask: "keys", keys: values.map((value) => keyOf(column, value)) };
    }
  }
}

/** Without a function to ask for every two of fifty thousand. */
const upwards = (seqs: readonly number[]): number[] => [...Float64Array.from(seqs).sort()];

/** A set of row numbers as marks in a long list: the quickest to ask. */
function marksOf(seqs: readonly number[], length: number): Uint8Array {
  const marks = new Uint8Array(length);
  for (const seq of seqs) if (seq < length) marks[seq] = 1;
  return marks;
}

/** Places of rows in the order of a column; rows that stand equal have the same place, `none` is that of rows without a value. */
function placesIn(db: ReadDb, columnSeq: number, length: number): { places: Int32Array; none: number } {
  const sorted = listSorted(db, columnSeq);
  const none = sorted.seqs.length;
  const places = new Int32Array(length).fill(none);
  sorted.seqs.forEach((seq, at) => {
    if (seq < length) places[seq] = sorted.places[at] ?? none;
  });
  return { places, none };
}

type By = { readonly columnSeq: number; readonly isDescending: boolean };

/** One column: rows that stand equal as they were entered. */
function sortedByOne(db: ReadDb, rows: readonly number[], length: number, { columnSeq, isDescending }: By): number[] {
  const isLeft = marksOf(rows, length);
  const seqs: number[] = [];
  for (const seq of listSorted(db, columnSeq).seqs) if (isLeft[seq] === 1) seqs.push(seq);
  for (const seq of seqs) isLeft[seq] = 0;
  if (isDescending) seqs.reverse();
  for (const seq of rows) if (isLeft[seq] === 1) seqs.push(seq);
  return seqs;
}

function sortedByMany(db: ReadDb, rows: readonly number[], length: number, by: readonly By[]): number[] {
  const columns = by.map((each) => ({ ...placesIn(db, each.columnSeq, length), sign: each.isDescending ? -1 : 1 }));
  return rows.toSorted((one, other) => {
    for (const { places, none, sign } of columns) {
      const [a = none, b = none] = [places[one], places[other]];
      if (a !== b) return a === none || b === none ? a - b : sign * (a - b);
    }
    return one - other;
  });
}

/**
 * Numbers of all rows that meet the filter, in order; without a sort as they were entered. Refuses filter-refused for columns that
 * name a person, are sensitive or gone.
 */
export function orderRows(db: ReadDb, ledger: Ledger, filter: RowFilter, sort: RowSort): number[] {
  const { isRemoved, isLate } = filter;
  const numbers = columnNumbers(db, ledger.id);
  const asked = filter.cells.map((cell) => ({ cell, column: allowedColumn(ledger, cell.column, mayFilter) }));
  for (const { cell, column } of asked)
    if (namesPeople(cell)) throw new Refusal("filter-refused", { column: column.heading });
  const by = sort.map(({ column, isDescending }) => {
    const { key } = allowedColumn(ledger, column, maySort);
    return { columnSeq: numbers.get(key) ?? 0, isDescending };
  });
  const occurred = filter.period === null ? null : periodRange(filter.period);
  let rows = upwards(listSeqs(db, ledger.id, { isRemoved, isLate, occurred }));
  const length = (rows.at(-1) ?? 0) + 1;
  const narrow = (seqs: readonly number[], isWanted: boolean): void => {
    const marks = marksOf(seqs, length);
    rows = rows.filter((seq) => (marks[seq] === 1) === isWanted);
  };
  for (const { cell, column } of asked) {
    const columnSeq = numbers.get(column.key) ?? 0;
    if (cell.how === "empty") narrow(listCells(db, columnSeq, { ask: "filled" }), false);
    else narrow(listCells(db, columnSeq, questionOf(column, cell)), true);
  }
  if (filter.hasAttachment !== null) narrow(listAttached(db, ledger.id), filter.hasAttachment);
  const [first] = by;
  if (!first) return rows;
  return by.length === 1 ? sortedByOne(db, rows, length, first) : sortedByMany(db, rows, length, by);
}
