// When a measured picture is worth a mark. The figures are ours (待核对 with real desks); those of DA/T 31-2017 are named.
import type { PageMarkName } from "#contract/page-mark";
import { readSeparator } from "#contract/separator-sheet";
import type { PictureFacts } from "#engine/helper/judge-picture-facts";

/** The name of this measuring; another name means that pages are looked at again. */
export const judgeName = "look-1";

/** DA/T 31-2017, 9.4: at least 200 dpi. A JPEG that counts by the centimetre states 78 or 79 for 200 dpi: 198 dpi. */
export const leastDpi = 195;
/** Small, dense or faint print: at least 300 dpi (the same clause). */
export const smallPrintDpi = 290;
/** Long side of A4 in inches: by it the resolution of a page is reckoned whose file states none. */
const sheetInches = 11.69;

/** A sharp edge is 2.2 pixels wide at 200 dpi, one blurred with a sigma of two pixels 3.5. */
const widestSharpEdge = 3.4;
const leastEdges = 150;
/** Pixels of ink at 200 dpi: less than half of what a page number alone has. */
const mostInkOfBlank = 60;
/** Brightness of paper under a light that is too weak, of 255. */
const darkPaper = 110;
const [leastGlare, mostGlare] = [0.015, 0.45];
const leastCutStrokes = 5;
/** Share of the head in red ink, and of its width: a red head with its line reaches across the page. */
const [leastRed, leastRedWidth] = [0.003, 0.3];

/** Marks that a picture alone can give. */
export const pictureMarks: readonly PageMarkName[] = [
  "blur",
  "glare",
  "dark",
  "cut-edge",
  "same-page",
  "blank",
  "separator",
];

export const hasRedHead = ({ redHead, redWidth }: Pick<PictureFacts, "redHead" | "redWidth">): boolean =>
  redHead >= leastRed && redWidth >= leastRedWidth;

/** What a picture shows, each with what was measured. A 隔页 and a blank page have no other faults worth a word. */
export function markPicture(facts: PictureFacts): Map<PageMarkName, string> {
  const separator = facts.codes.find((code) => readSeparator(code));
  if (separator !== undefined) return new Map([["separator", separator]]);
  if (facts.ink < mostInkOfBlank && facts.paper >= darkPaper) return new Map([["blank", ""]]);
  const found = new Map<PageMarkName, string>();
  if (facts.edgeCount >= leastEdges && facts.edgeWidth > widestSharpEdge) found.set("blur", facts.edgeWidth.toFixed(1));
  if (facts.paper < darkPaper) found.set("dark", String(facts.paper));
  if (facts.glare >= leastGlare && facts.glare <= mostGlare) found.set("glare", facts.glare.toFixed(3));
  if (facts.cutStrokes >= leastCutStrokes) found.set("cut-edge", String(facts.cutStrokes));
  return found;
}

/** The resolution of a page: as its file states it, else as if its long side were A4's. */
export function resolutionOf({ width, height, dpi }: { width: number; height: number; dpi: number | null }): {
  dpi: number;
  isStated: boolean;
} {
  if (dpi !== null) return { dpi, isStated: true };
  return { dpi: Math.round(Math.max(width, height) / sheetInches), isStated: false };
}
