// Labelled cells in a frame: 备考表, 案卷封面, 登记表.
import { breakLines } from "#engine/paper/break-lines";
import { fitCode } from "#engine/paper/fit-code";
import type { FittedText } from "#engine/paper/fit-code";
import { toMillimetres } from "#engine/paper/millimetre";
import type { Paper } from "#engine/paper/start-paper";
import { printableText } from "#engine/paper/printable-text";
import { fitBox } from "./fit-box.ts";
import type { FormBlock, GridCell } from "./form-definition.ts";
import { drawFrame, drawLines, markCell, markRow } from "./laid-piece.ts";
import type { LaidPiece, PiecePlace, Setting } from "./laid-piece.ts";

const body = { weight: "regular", sizePt: 10.5 } as const;
const label = { weight: "bold", sizePt: 10.5 } as const;
const padMm = 1.6;
const leading = 1.35;

type Drawn = {
  readonly cell: GridCell;
  readonly valueMm: number;
  readonly label: FittedText;
  readonly value: FittedText;
};

/** Rows of labelled cells; a row grows with its longest value, as far as a page goes. */
export function layGrid({ rows }: Extract<FormBlock, { kind: "grid" }>, setting: Setting): LaidPiece {
  const { shelf, roomMm, fields } = setting;
  const laid = rows.map((row) => {
    const given = row.cells.reduce((sum, cell) => sum + cell.labelMm + cell.valueMm, 0);
    let heightMm = row.heightMm;
    const cells = row.cells.map((cell): Drawn => {
      const valueMm = cell.valueMm === 0 ? roomMm - given : cell.valueMm;
      const text = printableText(fields[cell.field] ?? "");
      const width = valueMm - 2 * padMm;
      const isCode =
        /[-·]/.test(text) && !/[\p{Script=Han}].*[\p{Script=Han}].*[\p{Script=Han}].*[\p{Script=Han}]/u.test(text);
      const value = isCode
        ? fitCode(shelf, { ...body, halfWidthSeparators: true }, text, width, 7)
        : { lines: breakLines(shelf, body, text, width), sizePt: body.sizePt };
      heightMm = Math.max(heightMm, value.lines.length * toMillimetres(value.sizePt) * leading + 2 * padMm);
      const room = { widthMm: cell.labelMm - 2, heightMm: 400, leastPt: 7 };
      return { cell, valueMm, label: fitBox(shelf, label, cell.label, room), value };
    });
    return { heightMm, cells, texts: cells.map(({ value }) => value.lines.join("")) };
  });
  return {
    heightMm: laid.reduce((sum, row) => sum + row.heightMm, 0) + 0.4,
    rows: laid.map((row) => row.texts),
    draw(paper: Paper, place: PiecePlace) {
      let y = place.yMm;
      for (const [index, row] of laid.entries()) {
        markRow(paper, place, index, () => {
          let x = place.xMm;
          for (const { cell, valueMm, label: words, value } of row.cells) {
            const across = { yMm: y, heightMm: row.heightMm } as const;
            if (cell.labelMm > 0) {
              drawFrame(paper, x, y, cell.labelMm, row.heightMm + 0.2, 0.2);
              const box = { ...across, xMm: x + 1, widthMm: cell.labelMm - 2, align: "center" } as const;
              drawLines(paper, shelf, words.lines, { ...label, sizePt: words.sizePt }, box, leading);
            }
            x += cell.labelMm;
            drawFrame(paper, x - 0.2, y, valueMm + 0.2, row.heightMm + 0.2, 0.2);
            const isLong = value.lines.length > 1;
            const align = cell.align ?? (isLong ? "left" : "center");
            const box = { ...across, xMm: x + padMm, widthMm: valueMm - 2 * padMm, align } as const;
            const style = { ...body, sizePt: value.sizePt };
            markCell(paper, () => drawLines(paper, shelf, value.lines, style, box, leading));
            x += valueMm;
          }
        });
        y += row.heightMm;
      }
      const height = laid.reduce((sum, row) => sum + row.heightMm, 0);
      drawFrame(paper, place.xMm - 0.15, place.yMm - 0.15, roomMm + 0.3, height + 0.5, 0.4);
    },
  };
}
