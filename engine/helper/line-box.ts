// Where a line of print stands: a rectangle of any slant on the page.

/** Pixels from the top left of the page; `angle` is the slant of the writing in radians, clockwise, within ±π/2. */
export type LineBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
  /** Certainty of the detector that this is print, 0 to 1. */
  readonly score: number;
};

export type Point = readonly [number, number];

/** Corners clockwise from the beginning of the line. */
export function cornersOf({ x, y, width, height, angle }: LineBox): [Point, Point, Point, Point] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (along: number, down: number): Point => [x + along * cos - down * sin, y + along * sin + down * cos];
  const [w, h] = [width / 2, height / 2];
  return [at(-w, -h), at(w, -h), at(w, h), at(-w, h)];
}

/** The same box on a page `factor` times as large. */
export function scaleBox(box: LineBox, factor: number): LineBox {
  const { x, y, width, height } = box;
  return { ...box, x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}

/** The middle value of numbers; `otherwise` when there are none. */
export function middleOf(values: readonly number[], otherwise: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? otherwise;
}
