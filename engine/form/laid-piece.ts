// A piece of a page: how tall it is, what it says, and how it is drawn at a place.
import type { FontShelf } from "#engine/paper/font-shelf";
import { toMillimetres } from "#engine/paper/millimetre";
import type { Paper } from "#engine/paper/start-paper";
import { textWidth } from "#engine/paper/text-style";
import type { Ink, TextStyle } from "#engine/paper/text-style";

/** The em box of the shipped fonts reaches 0.88 em above the baseline. */
export const aboveBaseline = 0.88;

export type PiecePlace = {
  readonly xMm: number;
  readonly yMm: number;
  /** The number of the sheet from 1, and of its first conserved row on this page. */
  readonly sheetNumber: number;
  readonly rowNumber: number;
};

/** `rows` are the fields it prints, one list of cells per marked row, in the order of drawing. */
export type LaidPiece = {
  readonly heightMm: number;
  readonly rows: readonly (readonly string[])[];
  draw(paper: Paper, place: PiecePlace): void;
};

/** What a piece is laid with. */
export type Setting = {
  readonly shelf: FontShelf;
  readonly roomMm: number;
  readonly fields: Readonly<Record<string, string>>;
  /** The words of the form, the office's own where it changed them. */
  readonly words: (key: string) => string;
};

/** Marks what is drawn inside as one conserved row. */
export function markRow(paper: Paper, place: PiecePlace, at: number, draw: () => void): void {
  paper.beginMark("Row", { Sheet: place.sheetNumber, Row: place.rowNumber + at });
  draw();
  paper.endMark();
}

/** Marks what is drawn inside as one conserved cell. */
export function markCell(paper: Paper, draw: () => void): void {
  paper.beginMark("Cell");
  draw();
  paper.endMark();
}

/** The four lines of a box, inside its outer edge. */
export function drawFrame(paper: Paper, x: number, y: number, w: number, h: number, line: number, ink: Ink = 0): void {
  paper.bar(x, y, w, line, ink);
  paper.bar(x, y + h - line, w, line, ink);
  paper.bar(x, y, line, h, ink);
  paper.bar(x + w - line, y, line, h, ink);
}

export type TextBox = {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly align: "left" | "center" | "right";
};

/** Lines of text in the middle of a box's height. */
export function drawLines(
  paper: Paper,
  shelf: FontShelf,
  lines: readonly string[],
  style: TextStyle,
  box: TextBox,
  leading = 1.3,
): void {
  const lineMm = toMillimetres(style.sizePt) * leading;
  const top = box.yMm + (box.heightMm - lineMm * lines.length) / 2;
  const lead = (lineMm - toMillimetres(style.sizePt)) / 2 + aboveBaseline * toMillimetres(style.sizePt);
  const tail = (style.tracking ?? 0) * toMillimetres(style.sizePt);
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    const free = box.widthMm - textWidth(shelf, style, line) + tail;
    const shift = box.align === "left" ? 0 : box.align === "right" ? free : free / 2;
    paper.text(box.xMm + shift, top + index * lineMm + lead, line, style);
  }
}
