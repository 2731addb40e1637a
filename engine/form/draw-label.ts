// One label: 归档章, 盒脊, 标签. Millimetres from its own upper left corner.
import { Refusal } from "#contract/refusal";
import type { FontShelf } from "#engine/paper/font-shelf";
import type { FittedText } from "#engine/paper/fit-code";
import { toMillimetres } from "#engine/paper/millimetre";
import { printableText } from "#engine/paper/printable-text";
import type { Paper } from "#engine/paper/start-paper";
import { textWidth } from "#engine/paper/text-style";
import type { TextStyle } from "#engine/paper/text-style";
import { fitBox } from "./fit-box.ts";
import type { FormSheet, Label, LabelCell } from "./form-definition.ts";
import type { FormHand, SquareCode } from "./form-hand.ts";
import { aboveBaseline, drawFrame, drawLines, markCell } from "./laid-piece.ts";

const padMm = 0.8;
const leading = 1.2;

/** Columns of upright characters, from right to left. */
function fitDown(style: TextStyle, text: string, cell: LabelCell): { columns: string[][]; sizePt: number } {
  const characters = Array.from(text);
  for (let sizePt = style.sizePt; sizePt >= cell.leastPt; sizePt -= 0.5) {
    const stepMm = toMillimetres(sizePt) * 1.08;
    const perColumn = Math.max(1, Math.floor((cell.heightMm - 2 * padMm) / stepMm));
    const most = Math.max(1, Math.floor((cell.widthMm - 2 * padMm) / (toMillimetres(sizePt) * leading)));
    if (Math.ceil(characters.length / perColumn) > most) continue;
    const columns: string[][] = [];
    for (let at = 0; at < characters.length; at += perColumn) columns.push(characters.slice(at, at + perColumn));
    return { columns, sizePt };
  }
  throw new Refusal("row-too-tall", { row: 1 });
}

function drawDown(
  paper: Paper,
  shelf: FontShelf,
  style: TextStyle,
  text: string,
  cell: LabelCell,
  x: number,
  y: number,
): void {
  const { columns, sizePt } = fitDown(style, text, cell);
  const sized = { ...style, sizePt };
  const em = toMillimetres(sizePt);
  const columnMm = em * leading;
  const blockMm = columnMm * columns.length;
  for (const [at, characters] of columns.entries()) {
    const left = x + (cell.widthMm + blockMm) / 2 - (at + 1) * columnMm;
    const tall = characters.length * em * 1.08;
    const top = columns.length === 1 ? y + (cell.heightMm - tall) / 2 : y + padMm;
    for (const [index, character] of characters.entries()) {
      const free = (columnMm - textWidth(shelf, sized, character)) / 2;
      paper.text(left + free, top + index * em * 1.08 + aboveBaseline * em, character, sized);
    }
  }
}

function fitAcross(shelf: FontShelf, style: TextStyle, text: string, cell: LabelCell): FittedText {
  const room = { widthMm: cell.widthMm - 2 * padMm, heightMm: cell.heightMm - padMm, leastPt: cell.leastPt };
  return fitBox(shelf, style, text, room, cell.isCode === true, leading);
}

/** White around a code, in squares (ISO/IEC 18004). */
const quiet = 4;

/** A code in the middle of a cell, as large as fits with its white rim. */
function drawCode(paper: Paper, code: SquareCode, cell: LabelCell, x: number, y: number, ink: Label["ink"]): void {
  const step = Math.min(cell.widthMm, cell.heightMm) / (code.side + 2 * quiet);
  const [left, top] = [x + (cell.widthMm - code.side * step) / 2, y + (cell.heightMm - code.side * step) / 2];
  for (let row = 0; row < code.side; row++) {
    for (let column = 0; column < code.side;) {
      let length = 0;
      while (column + length < code.side && code.isDark(row, column + length)) length++;
      if (length > 0) paper.bar(left + column * step, top + row * step, length * step, step, ink);
      column += Math.max(1, length);
    }
  }
}

/** The fields of a label as they are printed, in the order of its cells. */
export function labelFields(label: Label, sheet: FormSheet): string[] {
  return label.cells.flatMap(({ field }) => (field === undefined ? [] : [printableText(sheet.fields[field] ?? "")]));
}

/** Draws a label at x, y; `sheet` null draws its frame alone. Refuses `row-too-tall` when a text fits in no size. */
export function drawLabel(
  paper: Paper,
  shelf: FontShelf,
  label: Label,
  sheet: FormSheet | null,
  place: {
    readonly xMm: number;
    readonly yMm: number;
    readonly sheetNumber: number;
    readonly codes?: FormHand["codes"];
  },
): void {
  const { xMm, yMm } = place;
  drawFrame(paper, xMm, yMm, label.widthMm, label.heightMm, label.lineMm, label.ink);
  paper.beginMark("Row", { Sheet: place.sheetNumber, Row: 1 });
  for (const cell of label.cells) {
    const [x, y] = [xMm + cell.xMm, yMm + cell.yMm];
    if (cell.hasFrame) {
      // Inner lines lie half on either side of the cell's edge; the outer frame is drawn over them.
      const half = label.lineMm / 2;
      if (cell.xMm > 0) paper.bar(x - half, y, label.lineMm, cell.heightMm, label.ink);
      if (cell.yMm > 0) paper.bar(x, y - half, cell.widthMm, label.lineMm, label.ink);
    }
    if (sheet === null) continue;
    if (cell.codeField !== undefined) {
      const code = place.codes?.get(sheet.fields[cell.codeField] ?? "");
      if (code) drawCode(paper, code, cell, x, y, label.ink);
      continue;
    }
    const text = cell.field === undefined ? (cell.words ?? "") : printableText(sheet.fields[cell.field] ?? "");
    const style: TextStyle = {
      weight: cell.weight ?? "regular",
      sizePt: cell.sizePt,
      gray: label.ink,
      halfWidthSeparators: cell.isCode === true,
    };
    const draw = (): void => {
      if (cell.direction === "down") return drawDown(paper, shelf, style, text, cell, x, y);
      const fitted = fitAcross(shelf, style, text, cell);
      const box = { xMm: x, yMm: y, widthMm: cell.widthMm, heightMm: cell.heightMm, align: "center" } as const;
      drawLines(paper, shelf, fitted.lines, { ...style, sizePt: fitted.sizePt }, box, leading);
    };
    if (cell.field === undefined) draw();
    else markCell(paper, draw);
  }
  paper.endMark();
}
