// Even light and full contrast before anything is read: faded print, a shadow across the page, the back showing through
// (tech-scan-ocr §1.3, §1.5: stretched first, faint pages read 100 % instead of 20 %).
import type { GreyPicture } from "./grey-picture.ts";

/** Squares along the longer side in which the paper's own brightness is measured. */
const squares = 48;
/** Share of a square that may be brighter than what counts as its paper. */
const brighterShare = 0.2;
/** Darker than this share of the whole page's paper no square is taken for paper: it is a picture or the desk. */
const darkestPaper = 0.4;
/** Share of pixels that may be darker than what becomes black. */
const inkShare = 0.002;
/** Light from this share of the paper's on becomes white; what shows through from the back is lighter. */
const whiteFrom = 0.92;
/** Darker than this, of 255, is no paper and no show-through; the edges of a sheet (holes, shadows) are left out. */
const [writtenBelow, edge] = [224, 0.08];
/** Ink is at least this much darker than paper; fainter marks are noise and are not stretched to black. */
const faintestInk = 0.96;

/** The value below which `share` of the counted pixels lie. */
function levelAt(counts: Uint32Array, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [level, count] of counts.entries()) {
    seen += count;
    if (seen > total * share) return level;
  }
  return counts.length - 1;
}

/** Brightness of the paper, one value a square, smoothed so that squares full of print follow their neighbours. */
function paperOf({ width, height, pixels }: GreyPicture, side: number): { levels: Float32Array; columns: number } {
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const found = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      const right = Math.min(width, (column + 1) * side);
      const bottom = Math.min(height, (row + 1) * side);
      for (let y = row * side; y < bottom; y += 2)
        for (let at = y * width + column * side; at < y * width + right; at += 2) {
          const value = pixels[at] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      found[row * columns + column] = levelAt(counts, 1 - brighterShare);
    }
  const least = (found.toSorted()[Math.floor(found.length * 0.8)] ?? 255) * darkestPaper;
  const around = (from: Float32Array, fold: (sum: number, value: number) => number, start: number, isMean: boolean) =>
    from.map((_, at) => {
      let [sum, count] = [start, 0];
      for (let dy = -1; dy <= 1; dy += 1)
        for (let dx = -1; dx <= 1; dx += 1) {
          const [x, y] = [(at % columns) + dx, Math.floor(at / columns) + dy];
          if (x < 0 || y < 0 || x >= columns || y >= rows) continue;
          sum = fold(sum, from[y * columns + x] ?? 0);
          count += 1;
        }
      return isMean ? sum / count : sum;
    });
  const lightest = around(found, Math.max, Math.max(1, least), false);
  return { levels: around(lightest, (sum, value) => sum + value, 0, true), columns };
}

/** The page evenly lit, and how much of it is written on: the share of its inner part that is darker than its paper. */
export type StretchedPage = GreyPicture & { readonly written: number };

/** The page on white paper with black ink; width and height stay. */
export function stretchContrast(picture: GreyPicture): StretchedPage {
  const { width, height, pixels } = picture;
  const side = Math.max(16, Math.ceil(Math.max(width, height) / squares));
  const { levels, columns } = paperOf(picture, side);
  const rows = levels.length / columns;
  const even = new Uint8Array(pixels.length);
  const counts = new Uint32Array(256);
  const [edgeX, edgeY] = [Math.round(width * edge), Math.round(height * edge)];
  let written = 0;
  const gains = new Float32Array(width);
  for (let y = 0; y < height; y += 1) {
    const down = Math.min(Math.max(y / side - 0.5, 0), rows - 1);
    const row = Math.floor(down);
    const below = Math.min(row + 1, rows - 1);
    const share = down - row;
    for (let x = 0; x < width; x += 1) {
      const across = Math.min(Math.max(x / side - 0.5, 0), columns - 1);
      const column = Math.floor(across);
      const next = Math.min(column + 1, columns - 1);
      const part = across - column;
      const upper = (levels[row * columns + column] ?? 1) * (1 - part) + (levels[row * columns + next] ?? 1) * part;
      const lower = (levels[below * columns + column] ?? 1) * (1 - part) + (levels[below * columns + next] ?? 1) * part;
      gains[x] = 255 / (upper * (1 - share) + lower * share);
    }
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const value = Math.min(255, Math.round((pixels[at] ?? 0) * (gains[x] ?? 1)));
      even[at] = value;
      counts[value] = (counts[value] ?? 0) + 1;
      if (value < writtenBelow && y >= edgeY && y < height - edgeY && x >= edgeX && x < width - edgeX) written += 1;
    }
  }
  const inner = Math.max(1, (width - 2 * edgeX) * (height - 2 * edgeY));
  const black = Math.min(levelAt(counts, inkShare), Math.round(255 * faintestInk) - 1);
  const white = Math.max(Math.round(255 * whiteFrom), black + 1);
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.round(255 * Math.min(1, Math.max(0, (value - black) / (white - black)))),
  );
  for (let at = 0; at < even.length; at += 1) even[at] = table[even[at] ?? 0] ?? 0;
  return { width, height, pixels: even, written: written / inner };
}
