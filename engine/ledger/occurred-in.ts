// 发生日期 of a row: what stands in the column of that part.
import { isArchivalDate, unknownDate, type ArchivalDate } from "#contract/archival-date";
import type { LedgerColumn } from "#contract/ledger-column";

/** Blank while nobody has said it, or the ledger has no such column. */
export function occurredIn(
  columns: readonly LedgerColumn[],
  cells: Readonly<Record<string, string | undefined>>,
): ArchivalDate {
  const column = columns.find(({ part }) => part === "occurred");
  const date = (column && cells[column.key]) ?? "";
  return isArchivalDate(date) ? date : unknownDate;
}
