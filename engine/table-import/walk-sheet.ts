// The rows of a table from outside, one after the other: what is a record is handed on, what is not is counted.
import type { TableRow } from "#engine/helper/recognised";
import type { TableSheet } from "#engine/input/read-table";
import { longestGap, type RowKind } from "./kind-of-row.ts";

/** Rows that are no records, by why; blank ones between rows of a workbook among them. */
export type SkippedRows = Record<Exclude<RowKind, "record">, number>;
/** Kept over all sheets of a table. */
export type TableTally = { readonly skipped: SkippedRows; rowsRead: number };

/** Walks one sheet, adds to `tally`, hands each record to `take`; `turn` lets others have theirs and refuses task-cancelled. */
export async function walkSheet(
  sheet: TableSheet,
  kindOf: (row: TableRow, at: number) => RowKind,
  tally: TableTally,
  take: (row: TableRow) => void,
  turn: (rows: number) => Promise<void>,
): Promise<void> {
  let before = sheet.name === "" ? (sheet.rows[0]?.row ?? 0) : 0;
  for (const [at, row] of sheet.rows.entries()) {
    const gap = row.row - before - 1;
    // Lines of a CSV that belong to one cell leave gaps too; only a workbook's rows tell blank ones.
    const blanks = sheet.name !== "" && gap > 0 && gap <= longestGap ? gap : 0;
    before = row.row;
    tally.skipped.blank += blanks;
    tally.rowsRead += blanks + 1;
    const kind = kindOf(row, at);
    if (kind === "record") take(row);
    else tally.skipped[kind] += 1;
    await turn(tally.rowsRead);
  }
}
