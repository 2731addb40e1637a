// A heading pressed again: up, down, as entered. Another column takes its place, or joins it.
import type { ColumnKey } from "#contract/ledger-column";
import type { RowSort } from "#contract/ledger-order";

const mostColumns = 3;

/** The order after a heading was pressed; `isMore` keeps the columns before it. */
export function nextSort(now: RowSort, column: ColumnKey, isMore: boolean): RowSort {
  const by = now.find((each) => each.column === column);
  const others = isMore ? now.filter((each) => each.column !== column) : [];
  if (!by) return [...others, { column, isDescending: false }].slice(-mostColumns);
  return by.isDescending ? others : [...others, { column, isDescending: true }];
}
