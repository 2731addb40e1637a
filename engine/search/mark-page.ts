// Where on the image of a page the words stand.
import type { Input, Output } from "#contract/contract";
import type { ReadLine } from "#contract/reading";
import { Refusal } from "#contract/refusal";
import { getReadVersion, isPageOfRestricted } from "#db/read-version";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { foldLines, type Piece } from "./folded-lines.ts";
import { linesOfPage } from "./lines-of-page.ts";
import { matchPages } from "./page-matcher.ts";

type Corners = ReadLine["corners"];
const mostPlaces = 100;

/** Han characters are square, letters and digits about half as wide. */
const widthOf = (character: string): number => (/[\u0020-\u00ff]/.test(character) ? 0.55 : 1);

/** The part of a line from one character to another, as four corners of the line's own slant. */
function partOf({ text, corners }: ReadLine, from: number, to: number): Corners {
  const widths = [...text].map(widthOf);
  const sum = (end: number): number => widths.slice(0, end).reduce((all, each) => all + each, 0);
  const whole = Math.max(sum(widths.length), 1e-9);
  const between = (one: Corners[0], other: Corners[0], share: number): [number, number] => [
    one[0] + (other[0] - one[0]) * share,
    one[1] + (other[1] - one[1]) * share,
  ];
  const [begin, end] = [sum(from) / whole, sum(to + 1) / whole];
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  return [
    between(topLeft, topRight, begin),
    between(topLeft, topRight, end),
    between(bottomLeft, bottomRight, end),
    between(bottomLeft, bottomRight, begin),
  ];
}

const cornersOf = (lines: readonly ReadLine[], { from, to }: Piece): Corners[] =>
  lines.slice(from.line, to.line + 1).map((line, step) => {
    const number = from.line + step;
    const last = [...line.text].length - 1;
    return partOf(line, number === from.line ? from.at : 0, number === to.line ? to.at : last);
  });

/** Refuses page-not-found. Of a page that may not be searched nothing is marked (P6). */
export function markPage(db: ReadDb, input: Input<"search.mark-page">, desk: Desk): Output<"search.mark-page"> {
  const version = getReadVersion(db, input.pageId);
  if (!version) throw new Refusal("page-not-found");
  const isOfShownVersion = version.read === version.shown;
  const matcher = matchPages(input.words, input.likeness);
  if (!matcher || !isOfShownVersion || isPageOfRestricted(db, input.pageId)) return { places: [], isOfShownVersion };
  const lines = linesOfPage(db, desk.archive, input.pageId) ?? [];
  const pieces = matcher.placesIn(foldLines(lines.map((line) => line.text)), mostPlaces);
  return { places: pieces.flatMap((piece) => cornersOf(lines, piece)), isOfShownVersion };
}
