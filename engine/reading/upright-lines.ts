// Lines of a reading as they stand when the page is held upright: how far in, how far down, how large.
import type { PageReading, ReadLine } from "#contract/reading";

export type UprightLine = {
  readonly line: ReadLine;
  /** Without white space, widths folded (NFKC); one code point may have become several. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  /** Height of the print, not of a slanted box. */
  readonly height: number;
};

/** A page held upright: its lines from top to bottom, its size in the same pixels. */
export type UprightPage = {
  readonly lines: readonly UprightLine[];
  readonly width: number;
  readonly height: number;
  /** The left and right edge of what is printed. */
  readonly left: number;
  readonly right: number;
  /** Height of most of the print, i.e. of the running text. */
  readonly bodyHeight: number;
};

const distance = ([ax, ay]: readonly number[], [bx, by]: readonly number[]): number =>
  Math.hypot((ax ?? 0) - (bx ?? 0), (ay ?? 0) - (by ?? 0));

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Degrees the lines run downwards in the picture, by those that are long enough to tell. */
function directionOf(lines: readonly ReadLine[]): number {
  const long = lines.filter(({ corners: [a, b, c] }) => distance(a, b) > 2 * distance(b, c));
  const angles = (long.length > 0 ? long : lines).map(({ corners: [a, b] }) => Math.atan2(b[1] - a[1], b[0] - a[0]));
  // Counted from the first, so that a page lying at 180° does not have a middle between -179° and 179°.
  const from = angles[0] ?? 0;
  return from + median(angles.map((angle) => Math.atan2(Math.sin(angle - from), Math.cos(angle - from))));
}

/** The text of a line as it is compared: widths folded, no white space. */
export const plainText = (text: string): string => text.normalize("NFKC").replaceAll(/[\s\p{Cf}]/gu, "");

/** Turns the places of a reading upright, whatever way the sheet lay; lines without text are left out. */
export function holdUpright(reading: PageReading): UprightPage {
  const angle = directionOf(reading.lines);
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  const turn = (x: number, y: number): [number, number] => {
    const [fromX, fromY] = [x - reading.width / 2, y - reading.height / 2];
    return [fromX * cos - fromY * sin, fromX * sin + fromY * cos];
  };
  const isLying = Math.abs(sin) > Math.abs(cos);
  const [width, height] = isLying ? [reading.height, reading.width] : [reading.width, reading.height];
  const lines = reading.lines
    .map((line): UprightLine => {
      const points = line.corners.map(([x, y]) => turn(x, y));
      const xs = points.map(([x]) => x + width / 2);
      const ys = points.map(([, y]) => y + height / 2);
      const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
      return {
        line,
        text: plainText(line.text),
        left: Math.min(...xs),
        right: Math.max(...xs),
        top,
        bottom,
        middle: (top + bottom) / 2,
        height: (distance(line.corners[0], line.corners[3]) + distance(line.corners[1], line.corners[2])) / 2,
      };
    })
    .filter((line) => line.text !== "")
    .toSorted((a, b) => a.middle - b.middle);
  const long = lines.filter((line) => line.text.length >= 10);
  return {
    lines,
    width,
    height,
    left: Math.min(width, ...lines.map((line) => line.left)),
    right: Math.max(0, ...lines.map((line) => line.right)),
    bodyHeight: median((long.length > 2 ? long : lines).map((line) => line.height)),
  };
}

/** Lines that stand beside one another, from the left; rows from the top. */
export function rowsOf(lines: readonly UprightLine[]): UprightLine[][] {
  const rows: UprightLine[][] = [];
  for (const line of lines.toSorted((a, b) => a.middle - b.middle)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(line.middle - first.middle) < Math.min(line.height, first.height) * 0.5)
      row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}
