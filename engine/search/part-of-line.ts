// The part of a line of print from one character to another, for marking it on the image of its page.
import type { ReadLine } from "#contract/reading";

type Corners = ReadLine["corners"];
type Corner = Corners[0];

/** Han characters are square, letters and digits about half as wide. */
const widthOf = (character: string): number => (/[\u0020-\u00ff]/.test(character) ? 0.55 : 1);

/** A box so much taller than wide with more than one character holds them one below the other. */
const clearlyTall = 1.5;

/**
 * Where each character begins along the line, and where the last one ends: 0 to 1, one more than there are characters.
 * By where the reader saw their middles; in a reading without these by their widths alone, which is right to about half a
 * character where letters, digits and marks stand between Chinese characters.
 */
export function bordersOf({ text, middles }: Pick<ReadLine, "text" | "middles">): number[] {
  const widths = [...text].map(widthOf);
  const isSeen = middles?.length === widths.length && middles.every((middle, at) => middle >= (middles[at - 1] ?? 0));
  if (!isSeen) {
    const whole = Math.max(
      widths.reduce((all, each) => all + each, 0),
      1e-9,
    );
    let sum = 0;
    return [0, ...widths.map((width) => (sum += width) / whole)];
  }
  // Between two neighbours each has room as wide as it is.
  const inner = middles.slice(1).map((next, at) => {
    const [before, width, after] = [middles[at] ?? 0, widths[at] ?? 1, widths[at + 1] ?? 1];
    return before + ((next - before) * width) / (width + after);
  });
  const [first = 0, last = 1] = [middles[0], middles.at(-1)];
  return [
    Math.max(0, 2 * first - (inner[0] ?? 2 * first)),
    ...inner,
    Math.min(1, 2 * last - (inner.at(-1) ?? 2 * last - 1)),
  ];
}

const between = (one: Corner, other: Corner, share: number): Corner => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
];
const distance = (one: Corner, other: Corner): number => Math.hypot(other[0] - one[0], other[1] - one[1]);

/** The characters from `from` to `to` (both counted in) as four corners of the line's own slant. */
export function partOf(line: ReadLine, from: number, to: number): Corners {
  const [topLeft, topRight, bottomRight, bottomLeft] = line.corners;
  const borders = bordersOf(line);
  const [begin, end] = [borders[from] ?? 0, borders[to + 1] ?? 1];
  const isUpright = borders.length > 2 && distance(topLeft, bottomLeft) > clearlyTall * distance(topLeft, topRight);
  return isUpright
    ? [
        between(topLeft, bottomLeft, begin),
        between(topRight, bottomRight, begin),
        between(topRight, bottomRight, end),
        between(topLeft, bottomLeft, end),
      ]
    : [
        between(topLeft, topRight, begin),
        between(topLeft, topRight, end),
        between(bottomLeft, bottomRight, end),
        between(bottomLeft, bottomRight, begin),
      ];
}
