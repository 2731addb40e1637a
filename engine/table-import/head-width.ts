// A CSV whose rows are wider or narrower than its head: what stands beyond the head has slipped there.
import type { TableCell } from "#engine/helper/recognised";
import type { TableSheet } from "#engine/input/read-table";

/** The sheet as its columns are judged: of a CSV no cell beyond the head; the row says so itself. */
export function withinHead(sheet: TableSheet, width: number): TableSheet {
  if (sheet.name !== "") return sheet;
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.slice(0, width) })) };
}

/** How a row of a CSV does not fit its head; undefined where it does, and for every row of a workbook. */
export function misfitOf(
  sheet: TableSheet,
  cells: readonly TableCell[],
  width: number,
): "row-too-wide" | "row-too-narrow" | undefined {
  if (sheet.name !== "") return undefined;
  if (cells.slice(width).some((cell) => cell !== null)) return "row-too-wide";
  return cells.length < width ? "row-too-narrow" : undefined;
}
