// The invisible layer: each line of a reading where it stands on the page, stretched to its box.
import type { PageReading, ReadLine } from "#contract/reading";
import { descent, isHalfWide, unitsPerEm } from "./blank-font.ts";

/** A line in points of the page, y going up. An em of the blank font is mapped by [a b c d e f]. */
export type PlacedLine = {
  readonly points: readonly number[];
  readonly matrix: readonly [number, number, number, number, number, number];
};
export type PageSize = { readonly width: number; readonly height: number };

/** What of a line can stand in a file: code points that mean something, without control characters. */
export function meantPoints(text: string): number[] {
  return Array.from(text.toWellFormed(), (character) => character.codePointAt(0) ?? 0).filter(
    (point) => point >= 0x20 && !(point >= 0x7f && point <= 0x9f) && (point & 0xfffe) !== 0xfffe && point !== 0xfeff,
  );
}

/** Width of a character in ems. */
export const advanceOf = (point: number): number => (isHalfWide(point) ? 0.5 : 1);

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

function place(line: ReadLine, { width, height }: PageReading, page: PageSize): PlacedLine | undefined {
  const points = meantPoints(line.text);
  if (!points.some((point) => point !== 0x20)) return undefined;
  // A box found at the edge may reach over it; readers leave out what lies beside the page.
  const [topLeft, topRight, bottomRight, bottomLeft] = line.corners.map(
    ([x, y]) =>
      [(within(x, width) / width) * page.width, page.height - (within(y, height) / height) * page.height] as const,
  ) as [Point, Point, Point, Point];
  const along = half(difference(bottomRight, bottomLeft), difference(topRight, topLeft));
  const up = half(difference(topLeft, bottomLeft), difference(topRight, bottomRight));
  const ems = points.reduce((sum, point) => sum + advanceOf(point), 0);
  // A box without a side still has its text; it is set a point high and wide.
  const [ax, ay] = Math.hypot(...along) < 0.01 ? [1, 0] : along;
  const [ux, uy] = Math.hypot(...up) < 0.01 ? [0, 1] : up;
  const rise = descent / unitsPerEm;
  const origin = [bottomLeft[0] + ux * rise, bottomLeft[1] + uy * rise] as const;
  return { points, matrix: [ax / ems, ay / ems, ux, uy, ...origin] };
}

type Point = readonly [number, number];
const difference = (one: Point, other: Point): Point => [one[0] - other[0], one[1] - other[1]];
const half = (one: Point, other: Point): [number, number] => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];

/** The lines of a reading on a page of this size in points; a line without a sign that can be kept is left out. */
export function placeLines(reading: PageReading, page: PageSize): PlacedLine[] {
  return reading.lines.flatMap((line) => place(line, reading, page) ?? []);
}

/** The text a page is expected to give back, a line each. */
export const textOf = (lines: readonly PlacedLine[]): string =>
  lines.map(({ points }) => String.fromCodePoint(...points)).join("\n");
