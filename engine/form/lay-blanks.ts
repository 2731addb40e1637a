// A cover's fields: a label spread over one width, its value above a line (DA/T 22-2015, 5.5; the drawing is 待核对).
import type { FontShelf } from "#engine/paper/font-shelf";
import { toMillimetres } from "#engine/paper/millimetre";
import { printableText } from "#engine/paper/printable-text";
import { shrinkToWidth } from "#engine/paper/shrink-to-width";
import type { Paper } from "#engine/paper/start-paper";
import { textWidth } from "#engine/paper/text-style";
import type { TextStyle } from "#engine/paper/text-style";
import { fitBox, isCodeLike } from "./fit-box.ts";
import type { FormBlock } from "./form-definition.ts";
import { markCell, markRow } from "./laid-piece.ts";
import type { LaidPiece, Setting } from "./laid-piece.ts";

function drawSpread(
  paper: Paper,
  shelf: FontShelf,
  given: TextStyle,
  box: { x: number; width: number; baseline: number },
  text: string,
): void {
  const style = shrinkToWidth(shelf, given, text, box.width);
  const characters = Array.from(text);
  const gap = (box.width - textWidth(shelf, style, text)) / Math.max(1, characters.length - 1);
  let at = box.x;
  for (const character of characters) {
    paper.text(at, box.baseline, character, style);
    at += textWidth(shelf, style, character) + gap;
  }
}

/** Label and value line by line, in the middle of the paper. */
export function layBlanks(block: Extract<FormBlock, { kind: "blanks" }>, setting: Setting): LaidPiece {
  const { shelf, roomMm, fields } = setting;
  const style: TextStyle = { weight: "regular", sizePt: block.sizePt };
  const gapMm = 4;
  const left = (roomMm - block.labelMm - gapMm - block.valueMm) / 2;
  const laid = block.fields.map(([label, field]) => {
    const text = printableText(fields[field] ?? "");
    // A value takes a second line before it gets much smaller; a 档号 shrinks before it breaks.
    const room = { widthMm: block.valueMm - 6, heightMm: block.stepMm - 2, leastPt: Math.min(7, block.sizePt) };
    return { label, fitted: fitBox(shelf, style, text, room, isCodeLike(text)) };
  });
  return {
    heightMm: block.stepMm * laid.length,
    rows: laid.map(({ fitted }) => [fitted.lines.join("")]),
    draw(paper, place) {
      const { xMm, yMm } = place;
      for (const [index, { label, fitted }] of laid.entries()) {
        const baseline = yMm + (index + 1) * block.stepMm - 4;
        drawSpread(paper, shelf, style, { x: xMm + left, width: block.labelMm, baseline }, label);
        const sized = { ...style, sizePt: fitted.sizePt, halfWidthSeparators: isCodeLike(fitted.lines.join("")) };
        const lineMm = toMillimetres(fitted.sizePt) * 1.3;
        const valueLeft = xMm + left + block.labelMm + gapMm;
        markRow(paper, place, index, () =>
          markCell(paper, () => {
            for (const [line, words] of fitted.lines.entries()) {
              const free = (block.valueMm - textWidth(shelf, sized, words)) / 2;
              const up = (fitted.lines.length - 1 - line) * lineMm;
              if (words !== "") paper.text(valueLeft + free, baseline - up, words, sized);
            }
          }),
        );
        paper.bar(valueLeft, baseline + 2, block.valueMm, 0.2);
      }
    },
  };
}
