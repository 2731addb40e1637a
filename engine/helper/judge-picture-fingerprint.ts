// 重复: the ink of a page on a small grid, by which the same sheet is known again when it lies a little otherwise.
import type { InkPiece } from "./judge-picture-ink.ts";
import type { Raster } from "./judge-picture-raster.ts";

/** Cells of the grid; one byte each, row by row. */
export const fingerprintColumns = 40;
export const fingerprintRows = 56;

/** Pieces larger than this share of a side are frames and shadows: where they lie says little of a page. */
const mostShare = 0.6;
/** How far the grid reaches from the middle of the ink, in standard deviations. */
const mostDeviations = 2.2;

/** Pixels of height within which middles count as one line of print. */
const band = 4;

/** The skew of the lines of print in degrees, clockwise, within ±4°, from the middles of its pieces. */
export function measureSlant(pieces: readonly InkPiece[], { height }: Raster): number {
  let best = { degrees: 0, score: -1 };
  const rows = new Float64Array(Math.ceil((height * 2) / band));
  const middles = pieces.map(({ left, right, top, bottom, area }) => ({
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    weight: Math.min(area, 400),
  }));
  const tryOne = (degrees: number): void => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    rows.fill(0);
    for (const { x, y, weight } of middles) {
      const at = Math.round((y - x * slope + height / 2) / band);
      if (at >= 0 && at < rows.length) rows[at] = (rows[at] ?? 0) + weight;
    }
    let score = 0;
    for (const row of rows) score += row * row;
    if (score > best.score) best = { degrees, score };
  };
  for (let degrees = -4; degrees <= 4; degrees += 0.1) tryOne(degrees);
  const middle = best.degrees;
  for (let degrees = middle - 0.08; degrees <= middle + 0.08; degrees += 0.04) tryOne(degrees);
  return best.degrees;
}

/** The grid over the ink, set straight first; empty when there is too little ink to know a page by. */
export function takeFingerprint(raster: Raster, pieces: readonly InkPiece[]): Uint8Array {
  const { width, height } = raster;
  const print = pieces.filter(
    ({ left, right, top, bottom }) => right - left < width * mostShare && bottom - top < height * mostShare,
  );
  if (print.length < 20) return new Uint8Array(0);
  const slant = (measureSlant(print, raster) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  const placed = print.map(({ left, right, top, bottom, area }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return { x: x * cos + y * sin, y: y * cos - x * sin, w: right - left + 1, h: bottom - top + 1, area };
  });
  // Set by the middle and the spread of all ink: a last short line more or less moves a box, but hardly these.
  const spread = (of: (each: (typeof placed)[number]) => number): { from: number; reach: number } => {
    let [weight, sum, squares] = [0, 0, 0];
    for (const each of placed) {
      weight += each.area;
      sum += each.area * of(each);
      squares += each.area * of(each) ** 2;
    }
    const middle = sum / weight;
    const deviation = Math.sqrt(Math.max(1, squares / weight - middle * middle));
    return { from: middle - mostDeviations * deviation, reach: 2 * mostDeviations * deviation };
  };
  const [across, down] = [spread(({ x }) => x), spread(({ y }) => y)];
  const [stepX, stepY] = [across.reach / fingerprintColumns, down.reach / fingerprintRows];
  const cells = new Float64Array(fingerprintColumns * fingerprintRows);
  for (const { x, y, w, h, area } of placed) {
    // A piece is spread over the cells its box touches, so that a shift of half a cell changes little.
    const [fromX, toX] = [(x - w / 2 - across.from) / stepX, (x + w / 2 - across.from) / stepX];
    const [fromY, toY] = [(y - h / 2 - down.from) / stepY, (y + h / 2 - down.from) / stepY];
    const whole = Math.max(1e-6, (toX - fromX) * (toY - fromY));
    for (let row = Math.max(0, Math.floor(fromY)); row <= Math.min(fingerprintRows - 1, Math.floor(toY)); row++)
      for (
        let column = Math.max(0, Math.floor(fromX));
        column <= Math.min(fingerprintColumns - 1, Math.floor(toX));
        column++
      ) {
        const share =
          (Math.min(toX, column + 1) - Math.max(fromX, column)) * (Math.min(toY, row + 1) - Math.max(fromY, row));
        const at = row * fingerprintColumns + column;
        cells[at] = (cells[at] ?? 0) + (area * Math.max(0, share)) / whole;
      }
  }
  const most = Math.max(...cells);
  return Uint8Array.from(cells, (cell) => Math.round((255 * cell) / most));
}
