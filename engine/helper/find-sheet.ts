// Where the sheet lies in a scan: rows and columns that are mostly paper, seen from each side. A white lid shows no edge;
// then there is none to cut at (DA/T 31-2017: cut 2 to 3 mm outside the sheet, never into it).
import type { Rectangle } from "./crop-picture.ts";
import { reduceBrightness, type Raster } from "./raster.ts";

/** Long side of the copy that is looked at, pixels. */
const side = 800;
/** Darker than this share of the paper's brightness is not paper. */
const darker = 0.72;
/** Millimetres that stay outside the sheet. */
const margin = 2.5;

type Small = ReturnType<typeof reduceBrightness>;
type Span = { first: number; last: number };

/** Brightness of the paper: what a fifth of the pixels exceed. */
function paperOf({ grey }: Small): number {
  const counts = new Uint32Array(256);
  for (const value of grey) counts[value]!++;
  let level = 255;
  for (let above = counts[255] ?? 0; above * 5 < grey.length && level > 0; above += counts[level] ?? 0) level--;
  return level;
}

/** First and last of `count` lines of which at least half is paper. */
function paperSpan(count: number, shareOf: (line: number) => number): Span {
  let first = 0;
  let last = count - 1;
  while (first < last && shareOf(first) < 0.5) first++;
  while (last > first && shareOf(last) < 0.5) last--;
  return { first, last };
}

/** The rectangle to cut out, in pixels of the picture; null where no side shows an edge. */
export function findSheet(raster: Raster, dpi: number | null): Rectangle | null {
  const small = reduceBrightness(raster, side);
  const { grey, width, height, scale } = small;
  const least = paperOf(small) * darker;
  const share = (from: number, to: number, at: (index: number) => number): number => {
    let paper = 0;
    for (let index = from; index <= to; index++) if ((grey[at(index)] ?? 0) >= least) paper++;
    return paper / (to - from + 1);
  };
  let rows: Span = { first: 0, last: height - 1 };
  let columns: Span = { first: 0, last: width - 1 };
  // Twice: once the empty columns are known, a row is judged by the rest of it alone.
  for (let pass = 0; pass < 2; pass++) {
    const [{ first: left, last: right }, { first: top, last: bottom }] = [columns, rows];
    rows = paperSpan(height, (y) => share(left, right, (x) => y * width + x));
    columns = paperSpan(width, (x) => share(top, bottom, (y) => y * width + x));
  }
  const out = Math.round(dpi === null ? (Math.max(raster.width, raster.height) / 297) * margin : (dpi / 25.4) * margin);
  const edge = (span: Span, of: number): { from: number; to: number } => ({
    from: span.first === 0 ? 0 : Math.max(0, Math.floor(span.first * scale) - out),
    to: Math.min(of, Math.ceil((span.last + 1) * scale) + out),
  });
  const across = edge(columns, raster.width);
  // Rounding of the copy is no edge.
  const isWhole = columns.first === 0 && rows.first === 0 && columns.last === width - 1 && rows.last === height - 1;
  const down = edge(rows, raster.height);
  const found = { left: across.from, top: down.from, width: across.to - across.from, height: down.to - down.from };
  const covers = (found.width * found.height) / (raster.width * raster.height);
  // A sheet that is hardly there is a misreading: a dark photo, a page of print on black.
  return isWhole || covers > 0.985 || covers < 0.05 ? null : found;
}
