import { Refusal } from "#contract/refusal";
import { breakLines } from "./break-lines.ts";
import { fitCode } from "./fit-code.ts";
import type { FontShelf } from "./font-shelf.ts";
import { toMillimetres } from "./millimetre.ts";
import type { LaidCell, LaidRow, TablePlan } from "./table-plan.ts";

function layAt(shelf: FontShelf, plan: TablePlan, texts: readonly string[], sizePt: number): LaidRow {
  const style = { ...plan.body, sizePt };
  let heightMm = plan.leastRowMm;
  const cells = plan.columns.map((column, index): LaidCell => {
    const text = texts[index] ?? "";
    const width = column.widthMm - 2 * plan.padXMm;
    const cell =
      column.fit === "code"
        ? fitCode(shelf, { ...style, halfWidthSeparators: true }, text, width, Math.min(sizePt, plan.leastPt))
        : { lines: breakLines(shelf, style, text, width), sizePt };
    heightMm = Math.max(heightMm, cell.lines.length * toMillimetres(cell.sizePt) * plan.leading + 2 * plan.padYMm);
    return cell;
  });
  return { cells, heightMm };
}

/**
 * The lines, sizes and height of one row. A row is never split, so one too tall for `roomMm` is set smaller in steps
 * of half a point; one that is too tall even at the least size refuses `row-too-tall` with its number.
 */
export function layRow(
  shelf: FontShelf,
  plan: TablePlan,
  texts: readonly string[],
  roomMm: number,
  rowNumber: number,
): LaidRow {
  for (let sizePt = plan.body.sizePt; sizePt >= plan.leastPt; sizePt -= 0.5) {
    const row = layAt(shelf, plan, texts, sizePt);
    if (row.heightMm <= roomMm) return row;
  }
  throw new Refusal("row-too-tall", { row: rowNumber });
}
