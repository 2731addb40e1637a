// Title and line: words of the template. A title is counted again, because on a cover it is all there is; a line only
// repeats what stands in cells elsewhere.
import { toMillimetres } from "#engine/paper/millimetre";
import { shrinkToWidth } from "#engine/paper/shrink-to-width";
import type { FormBlock } from "./form-definition.ts";
import { fillWords } from "./fill-words.ts";
import { drawLines, markCell, markRow } from "./laid-piece.ts";
import type { LaidPiece, Setting } from "./laid-piece.ts";

/** The heading of a form, spread and centred. */
export function layTitle(block: Extract<FormBlock, { kind: "title" }>, setting: Setting): LaidPiece {
  const { shelf, roomMm } = setting;
  const text = fillWords(setting.words(block.text), setting.fields);
  const given = { weight: "bold", sizePt: block.sizePt ?? 18, tracking: 0.2 } as const;
  const style = shrinkToWidth(shelf, given, text, roomMm);
  const topMm = block.topMm ?? 0;
  const lineMm = toMillimetres(given.sizePt) * 1.5;
  return {
    heightMm: topMm + lineMm + 3,
    rows: [[text]],
    draw(paper, place) {
      const box = { ...place, yMm: place.yMm + topMm, widthMm: roomMm, heightMm: lineMm, align: "center" } as const;
      markRow(paper, place, 0, () => markCell(paper, () => drawLines(paper, shelf, [text], style, box)));
    },
  };
}

/** One line of small print above or below a table. */
export function layLine(block: Extract<FormBlock, { kind: "line" }>, setting: Setting): LaidPiece {
  const { shelf, roomMm } = setting;
  const text = fillWords(setting.words(block.text), setting.fields);
  const style = shrinkToWidth(shelf, { weight: "regular", sizePt: block.sizePt ?? 9 }, text, roomMm);
  const heightMm = toMillimetres(block.sizePt ?? 9) * 1.9;
  return {
    heightMm,
    rows: [],
    draw: (paper, { xMm, yMm }) =>
      drawLines(paper, shelf, [text], style, { xMm, yMm, widthMm: roomMm, heightMm, align: block.align }),
  };
}
