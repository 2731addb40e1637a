import { textWidth } from "./text-style.ts";
import type { TextStyle } from "./text-style.ts";
import type { FontShelf } from "./font-shelf.ts";
import type { PaperSize } from "./millimetre.ts";
import type { Paper } from "./start-paper.ts";

/** The length of the mark: from the outer edge of its left tick to the outer edge of its right one. */
export const rulerLengthMm = 100;
const lineMm = 0.15;
const tickMm = 1.4;
const label: TextStyle = { weight: "regular", sizePt: 5.5, gray: 0.35 };

/**
 * A mark of exactly 100.0 mm in the bottom margin of a page: a printer that scales shows itself, on every statutory
 * page, to anybody with a ruler.
 */
export function drawRuler(paper: Paper, shelf: FontShelf, size: PaperSize): void {
  const left = (size.widthMm - rulerLengthMm) / 2;
  const bottom = size.heightMm - 8;
  paper.beginMark("Ruler");
  paper.bar(left, bottom - lineMm, rulerLengthMm, lineMm);
  paper.bar(left, bottom - tickMm, lineMm, tickMm);
  paper.bar(left + rulerLengthMm - lineMm, bottom - tickMm, lineMm, tickMm);
  const words = "100 毫米";
  paper.text((size.widthMm - textWidth(shelf, label, words)) / 2, bottom - 0.9, words, label);
  paper.endMark();
}
