import { breakLines } from "./break-lines.ts";
import type { FontShelf } from "./font-shelf.ts";
import { toMillimetres } from "./millimetre.ts";
import { shrinkToWidth } from "./shrink-to-width.ts";
import type { Paper } from "./start-paper.ts";
import type { TablePage } from "./paginate-table.ts";
import { textWidth } from "./text-style.ts";
import type { TextStyle } from "./text-style.ts";
import { tableWidth } from "./table-plan.ts";
import type { Column, LaidCell, TablePlan } from "./table-plan.ts";

const hairMm = 0.15;
const headingPadMm = 0.4;
const frameMm = 0.35;
/** The em box of the shipped fonts reaches 0.88 em above the baseline. */
const aboveBaseline = 0.88;

type Box = { readonly x: number; readonly y: number; readonly height: number };

function drawCell(
  paper: Paper,
  shelf: FontShelf,
  plan: TablePlan,
  column: Column,
  cell: LaidCell,
  style: TextStyle,
  box: Box,
): void {
  const lineMm = toMillimetres(cell.sizePt) * plan.leading;
  const top = box.y + (box.height - lineMm * cell.lines.length) / 2;
  const lead = (lineMm - toMillimetres(cell.sizePt)) / 2 + aboveBaseline * toMillimetres(cell.sizePt);
  const sized = { ...style, sizePt: cell.sizePt };
  paper.beginMark("Cell");
  for (const [index, line] of cell.lines.entries()) {
    if (line === "") continue;
    // A centred cell that had to wrap is read as running text, so its lines begin at one edge.
    const isCentred = column.align === "center" && cell.lines.length === 1;
    const free = column.widthMm - textWidth(shelf, sized, line);
    const leftMm = isCentred ? free / 2 : column.align === "right" ? free - plan.padXMm : plan.padXMm;
    paper.text(box.x + leftMm, top + index * lineMm + lead, line, sized);
  }
  paper.endMark();
}

/** An adjusted column may be narrower than its heading is at full size: it shrinks, and where nobody could read it any more it breaks. */
function layHeading(shelf: FontShelf, plan: TablePlan, { heading, widthMm }: Column): LaidCell {
  const roomMm = widthMm - 2 * headingPadMm;
  const { sizePt } = shrinkToWidth(shelf, plan.heading, heading, roomMm);
  if (sizePt >= plan.leastPt) return { lines: [heading], sizePt };
  for (let size = plan.leastPt; size > 3; size -= 0.5) {
    const lines = breakLines(shelf, { ...plan.heading, sizePt: size }, heading, roomMm);
    if (lines.length * toMillimetres(size) * plan.leading <= plan.headingHeightMm) return { lines, sizePt: size };
  }
  return { lines: [heading], sizePt };
}

/**
 * Draws one page of a table at x, y: head, rows, hairlines, a stronger frame. Each row is marked content `Row` with the
 * number of its sheet and of itself, each cell `Cell`. Returns the y of the lower edge.
 */
export function drawTablePage(
  paper: Paper,
  shelf: FontShelf,
  plan: TablePlan,
  page: TablePage,
  place: { readonly xMm: number; readonly yMm: number; readonly sheetNumber: number },
): number {
  const width = tableWidth(plan);
  let y = place.yMm;
  const eachCell = (draw: (column: Column, index: number, x: number) => void): void => {
    let x = place.xMm;
    for (const [index, column] of plan.columns.entries()) {
      draw(column, index, x);
      x += column.widthMm;
    }
  };
  eachCell((column, _, x) => {
    const cell = layHeading(shelf, plan, column);
    const centred: Column = { ...column, align: "center" };
    const close = { ...plan, padXMm: headingPadMm };
    drawCell(paper, shelf, close, centred, cell, plan.heading, { x, y, height: plan.headingHeightMm });
  });
  y += plan.headingHeightMm;
  for (const [index, row] of page.rows.entries()) {
    paper.bar(place.xMm, y - hairMm / 2, width, hairMm);
    paper.beginMark("Row", { Sheet: place.sheetNumber, Row: page.firstRow + index + 1 });
    eachCell((column, cellIndex, x) => {
      const style = column.fit === "code" ? { ...plan.body, halfWidthSeparators: true } : plan.body;
      const cell = row.cells[cellIndex] ?? { lines: [], sizePt: plan.body.sizePt };
      drawCell(paper, shelf, plan, column, cell, style, { x, y, height: row.heightMm });
    });
    paper.endMark();
    y += row.heightMm;
  }
  const height = y - place.yMm;
  eachCell((_, index, x) => {
    if (index > 0) paper.bar(x - hairMm / 2, place.yMm, hairMm, height);
  });
  paper.bar(place.xMm - frameMm / 2, place.yMm - frameMm / 2, width + frameMm, frameMm);
  paper.bar(place.xMm - frameMm / 2, y - frameMm / 2, width + frameMm, frameMm);
  paper.bar(place.xMm - frameMm / 2, place.yMm, frameMm, height);
  paper.bar(place.xMm + width - frameMm / 2, place.yMm, frameMm, height);
  return y;
}
