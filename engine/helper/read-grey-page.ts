// One page from light to lines: stretch, find, turn upright, read each line, put them in order.
import { cutLine } from "./cut-line.ts";
import { findLines } from "./find-lines.ts";
import { turnGrey, type GreyPicture } from "./grey-picture.ts";
import { standsOnHead, standsSideways } from "./judge-direction.ts";
import { cornersOf, type LineBox, type Point } from "./line-box.ts";
import { dropSpaces, repairDocumentNumber } from "./line-text.ts";
import type { Models } from "./load-models.ts";
import { orderLines, slantOf } from "./order-lines.ts";
import type { Answered } from "./read-page.ts";
import { recogniseLine, stripHeight, type Glyph } from "./recognise-line.ts";
import type { Beat } from "./serve-questions.ts";
import { stretchContrast } from "./stretch-contrast.ts";

/** Longer side of the copy in which lines are looked for, pixels. */
const searchSide = 960;
/** Mean confidence below which a line is no print (a seal's edge, a stain). */
const leastConfidence = 0.5;

type ReadPage = Pick<Answered, "turned" | "slant" | "lines">;

/** Reads a page of which only the light is known. Corners are in its own pixels. */
export async function readGreyPage(models: Models, given: GreyPicture, beat: Beat): Promise<ReadPage> {
  let page = stretchContrast(given);
  let boxes = await findLines(models, page, searchSide);
  beat();
  let undone: 0 | 90 | 180 | 270 = 0;
  if (standsSideways(boxes)) {
    undone = 90;
    page = await turnGrey(page, undone);
    boxes = await findLines(models, page, searchSide);
  }
  if (await standsOnHead(models, page, boxes)) {
    undone = undone === 90 ? 270 : 180;
    page = await turnGrey(page, 180);
    const { width, height } = page;
    boxes = boxes.map((box) => ({ ...box, x: width - box.x, y: height - box.y }));
  }
  const slant = slantOf(boxes);
  const lines: { box: LineBox; glyphs: Glyph[] }[] = [];
  for (const box of boxes) {
    const glyphs = await readBox(models, page, box);
    beat();
    const mean = glyphs.reduce((sum, { confidence }) => sum + confidence, 0) / glyphs.length;
    if (mean >= leastConfidence) lines.push({ box, glyphs });
  }
  const { width, height } = given;
  const back = turnBack(undone, width, height);
  return {
    turned: undone === 0 ? 0 : ((360 - undone) as 90 | 180 | 270),
    slant: (slant * 180) / Math.PI,
    lines: orderLines(lines, slant).map(({ box, glyphs }) => {
      const [a, b, c, d] = cornersOf(box);
      return {
        text: glyphs.map(({ character }) => character).join(""),
        corners: [back(a), back(b), back(c), back(d)],
        confidences: glyphs.flatMap(({ character, confidence }) => [...character].map(() => confidence)),
      };
    }),
  };
}

async function readBox(models: Models, page: GreyPicture, box: LineBox): Promise<Glyph[]> {
  const width = Math.max(stripHeight / 2, Math.round((stripHeight * box.width) / box.height));
  const glyphs = await recogniseLine(models, cutLine(page, box, width, stripHeight));
  return repairDocumentNumber(dropSpaces(glyphs));
}

/** From the page turned clockwise by `degrees` back to the page as given, `width` × `height`. */
function turnBack(degrees: number, width: number, height: number): (point: Point) => [number, number] {
  const round = (value: number): number => Math.round(value * 10) / 10;
  switch (degrees) {
    case 90:
      return ([x, y]) => [round(y), round(height - x)];
    case 180:
      return ([x, y]) => [round(width - x), round(height - y)];
    case 270:
      return ([x, y]) => [round(width - y), round(x)];
    default:
      return ([x, y]) => [round(x), round(y)];
  }
}
