// Labelled cells in a frame: 备考表, 案卷封面, 登记表.
import { breakLines } from "#engine/paper/break-lines";
import { fitCode } from "#engine/paper/fit-code";
import type { FittedText } from "#engine/paper/fit-code";
import type { FontShelf } from "#engine/paper/font-shelf";
import { toMillimetres } from "#engine/paper/millimetre";
import type { Paper } from "#engine/paper/start-paper";
import { printableText } from "#engine/paper/printable-text";
import { fitBox, isCodeLike } from "./fit-box.ts";
import type { FormBlock, GridCell, GridRow } from "./form-definition.ts";
import { drawFrame, drawLines, markCell, markRow } from "./laid-piece.ts";
import type { LaidPiece, PiecePlace, Setting } from "./laid-piece.ts";

const body = { weight: "regular", sizePt: 10.5 } as const;
const label = { weight: "bold", sizePt: 10.5 } as const;
const padMm = 1.6;
const leading = 1.35;

type Drawn = {
  readonly cell: GridCell;
  readonly labelMm: number;
  readonly valueMm: number;
  readonly label: FittedText;
  readonly value: FittedText | null;
};

const nothing: FittedText = { lines: [], sizePt: body.sizePt };

/** The widths of a row's cells; the one cell whose width is given as 0 takes what is left. */
function widthsOf({ cells }: GridRow, roomMm: number): { labelMm: number; valueMm: number }[] {
  const given = cells.reduce((sum, { labelMm = 0, valueMm = 0 }) => sum + labelMm + valueMm, 0);
  return cells.map(({ label, labelMm, field, valueMm }) => ({
    labelMm: label === undefined ? 0 : labelMm === 0 ? roomMm - given : (labelMm ?? 0),
    valueMm: field === undefined ? 0 : valueMm === 0 ? roomMm - given : (valueMm ?? 0),
  }));
}

function fitValue(shelf: FontShelf, text: string, widthMm: number): FittedText {
  if (isCodeLike(text)) return fitCode(shelf, { ...body, halfWidthSeparators: true }, text, widthMm, 7);
  return { lines: breakLines(shelf, body, text, widthMm), sizePt: body.sizePt };
}

/** Rows of labelled cells; a row grows with its longest value, as far as a page goes. */
export function layGrid({ rows }: Extract<FormBlock, { kind: "grid" }>, setting: Setting): LaidPiece {
  const { shelf, roomMm, fields } = setting;
  const laid = rows.map((row) => {
    let heightMm = row.heightMm;
    const widths = widthsOf(row, roomMm);
    const cells = row.cells.map((cell, at): Drawn => {
      const { labelMm = 0, valueMm = 0 } = widths[at] ?? {};
      const value =
        cell.field === undefined ? null : fitValue(shelf, printableText(fields[cell.field] ?? ""), valueMm - 2 * padMm);
      if (value) heightMm = Math.max(heightMm, value.lines.length * toMillimetres(value.sizePt) * leading + 2 * padMm);
      const room = { widthMm: labelMm - 2, heightMm: row.heightMm, leastPt: 6 };
      return { cell, labelMm, valueMm, label: cell.label ? fitBox(shelf, label, cell.label, room) : nothing, value };
    });
    return { heightMm, cells, texts: cells.flatMap(({ value }) => (value ? [value.lines.join("")] : [])) };
  });
  return {
    heightMm: laid.reduce((sum, row) => sum + row.heightMm, 0) + 0.4,
    rows: laid.map((row) => row.texts),
    draw(paper: Paper, place: PiecePlace) {
      let y = place.yMm;
      for (const [index, row] of laid.entries()) {
        markRow(paper, place, index, () => {
          let x = place.xMm;
          for (const { cell, labelMm, valueMm, label: words, value } of row.cells) {
            const across = { yMm: y, heightMm: row.heightMm } as const;
            if (labelMm > 0) {
              drawFrame(paper, x, y, labelMm + 0.2, row.heightMm + 0.2, 0.2);
              const box = { ...across, xMm: x + 1, widthMm: labelMm - 2, align: "center" } as const;
              drawLines(paper, shelf, words.lines, { ...label, sizePt: words.sizePt }, box, leading);
            }
            x += labelMm;
            if (!value) continue;
            drawFrame(paper, x, y, valueMm + 0.2, row.heightMm + 0.2, 0.2);
            const align = cell.align ?? (value.lines.length > 1 ? "left" : "center");
            const box = { ...across, xMm: x + padMm, widthMm: valueMm - 2 * padMm, align } as const;
            const isCode = isCodeLike(value.lines.join(""));
            const style = { ...body, sizePt: value.sizePt, halfWidthSeparators: isCode };
            markCell(paper, () => drawLines(paper, shelf, value.lines, style, box, leading));
            x += valueMm;
          }
        });
        y += row.heightMm;
      }
      const height = laid.reduce((sum, row) => sum + row.heightMm, 0);
      drawFrame(paper, place.xMm - 0.15, place.yMm - 0.15, roomMm + 0.5, height + 0.5, 0.4);
    },
  };
}
