// Cells that lie under another in a merged range: one word that holds for several rows.
import type { TableCell } from "#engine/helper/recognised";
import type { TableSheet } from "#engine/input/read-table";
import { longestGap } from "./kind-of-row.ts";

/** By row, the columns that lie under a merged cell with what stands in it; only of columns that may be filled so. */
export function mergedBelow(
  sheet: TableSheet,
  headRow: number,
  mayFill: (column: number) => boolean,
): ReadonlyMap<number, readonly (readonly [column: number, value: TableCell])[]> {
  const found = new Map<number, [number, TableCell][]>();
  const rowOf = new Map(sheet.rows.map((row) => [row.row, row]));
  for (const [firstRow, column, lastRow, lastColumn] of sheet.merges) {
    const value = rowOf.get(firstRow)?.cells[column] ?? null;
    if (firstRow <= headRow || lastColumn !== column || value === null || !mayFill(column)) continue;
    for (let row = firstRow + 1; row <= Math.min(lastRow, firstRow + longestGap); row++)
      found.set(row, [...(found.get(row) ?? []), [column, value]]);
  }
  return found;
}
