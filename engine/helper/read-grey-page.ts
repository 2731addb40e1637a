// One page from light to lines: stretch, find, turn upright, read each line, put them in order.
import { cutLine } from "./cut-line.ts";
import { findLines } from "./find-lines.ts";
import { joinColumns } from "./join-columns.ts";
import { turnGrey, type GreyPicture } from "./grey-picture.ts";
import { standsOnHead, standsSideways } from "./judge-direction.ts";
import { cornersOf, type LineBox, type Point } from "./line-box.ts";
import { isHan, tidyLine } from "./line-text.ts";
import type { Models } from "./load-models.ts";
import { orderLines, slantOf } from "./order-lines.ts";
import type { Answered } from "./read-page.ts";
import { recogniseLine, stripHeight, type Glyph } from "./recognise-line.ts";
import { Refused, type Beat } from "./serve-questions.ts";
import { stackLine } from "./stack-line.ts";
import { stretchContrast } from "./stretch-contrast.ts";

/** Longer side of the copy in which lines are looked for, pixels. */
const searchSide = 960;
/** Mean confidence below which a line is no print (a seal's edge, a stain). */
const leastConfidence = 0.5;
/** Detector's certainty, and share of the page, from which unread marks are writing. */
const [sureScore, writtenShare] = [0.7, 0.004];
/** Share of a page that is darker than paper from which it is not blank, though nothing looked like a line. */
const writtenOn = 0.015;
/** A box so much taller than wide holds characters one below the other. */
const clearlyTall = 1.5;

type ReadPage = Pick<Answered, "turned" | "slant" | "lines">;

/** Reads a page of which only the light is known. Corners are in its own pixels. */
export async function readGreyPage(models: Models, given: GreyPicture, beat: Beat): Promise<ReadPage> {
  const { written, ...stretched } = stretchContrast(given);
  let page: GreyPicture = stretched;
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
  const take = async (box: LineBox, doubtful: (glyphs: Glyph[]) => boolean): Promise<boolean> => {
    const glyphs = await readBox(models, page, box);
    beat();
    if (doubtful(glyphs)) return false;
    lines.push({ box, glyphs });
    return true;
  };
  const isNoise = (glyphs: Glyph[]): boolean => meanConfidence(glyphs) < leastConfidence;
  // A column that does not read as Chinese characters was none: its parts are read one by one.
  const isNoColumn = (glyphs: Glyph[]): boolean => isNoise(glyphs) || glyphs.some(({ character }) => !isHan(character));
  for (const { box, parts } of joinColumns(boxes))
    if (parts.length === 1 || !(await take(box, isNoColumn))) for (const part of parts) await take(part, isNoise);
  if (lines.length === 0 && (written > writtenOn || looksLikePrint(boxes, page))) throw new Refused("page-unreadable");
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
        middles: glyphs.flatMap(({ character, at }) => [...character].map(() => Math.round(at * 1000) / 1000)),
      };
    }),
  };
}

/** Several marks the detector is sure of, over more than a stain's room: there is writing, though none of it was read. */
function looksLikePrint(boxes: readonly LineBox[], { width, height }: GreyPicture): boolean {
  const sure = boxes.filter(({ score }) => score >= sureScore);
  const covered = sure.reduce((sum, box) => sum + box.width * box.height, 0);
  return sure.length >= 3 && covered > width * height * writtenShare;
}

async function readBox(models: Models, page: GreyPicture, box: LineBox): Promise<Glyph[]> {
  const across = await readStrip(models, page, box);
  if (box.height < clearlyTall * box.width) return across;
  // Upright on an upright page: one character below the other, or a line turned clockwise.
  const stacked = stackLine(page, box);
  const turned = { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 };
  const other = stacked ? tidyLine(await recogniseLine(models, stacked)) : [];
  const found = [other, await readStrip(models, page, turned), across];
  return found.toSorted((a, b) => meanConfidence(b) - meanConfidence(a))[0] ?? [];
}

async function readStrip(models: Models, page: GreyPicture, box: LineBox): Promise<Glyph[]> {
  const width = Math.max(stripHeight / 2, Math.round((stripHeight * box.width) / box.height));
  return tidyLine(await recogniseLine(models, cutLine(page, box, width, stripHeight)));
}

const meanConfidence = (glyphs: readonly Glyph[]): number =>
  glyphs.length === 0 ? 0 : glyphs.reduce((sum, { confidence }) => sum + confidence, 0) / glyphs.length;

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
