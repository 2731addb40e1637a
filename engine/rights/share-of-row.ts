// Whose is what in a row that names several persons: a column of persons belongs to the one it links, and so does what it fills.
import type { ColumnKey } from "#contract/ledger-column";
import type { AnyColumn } from "#db/all-columns";
import type { RowRecord } from "#db/ledger-row";

/** Persons a row is about, as this request sees them. */
export type Concerned = {
  /** Records of the one person who asks. */
  readonly ids: ReadonlySet<string>;
  /** Her name and telephone, to know a column typed without a link. */
  readonly words: ReadonlySet<string>;
};

export type Share = "own" | "other" | "common";

/** Whether a column holds what is hers, another's, or the happening's. */
export function shareOf(column: AnyColumn, row: RowRecord, columns: readonly AnyColumn[], concerned: Concerned): Share {
  if (column.kind === "person") {
    const linked = row.links[column.key];
    if (linked !== undefined) return concerned.ids.has(linked) ? "own" : "other";
    const typed = row.cells[column.key] ?? "";
    if (typed === "") return "common";
    return concerned.words.has(typed) ? "own" : "other";
  }
  const from = columns.find(({ key }) => key === column.rules.fillsFrom);
  return from && from.kind === "person" ? shareOf(from, row, columns, concerned) : "common";
}

/** Whether a row names somebody beside her. */
export function namesOthers(row: RowRecord, columns: readonly AnyColumn[], concerned: Concerned): boolean {
  return columns.some(
    (column) =>
      column.kind === "person" && valueHere(row, column.key) && shareOf(column, row, columns, concerned) === "other",
  );
}

const valueHere = (row: RowRecord, key: ColumnKey): boolean =>
  (row.cells[key] ?? "") !== "" || row.links[key] !== undefined;
