// Ink apart from paper: the paper's own brightness tile by tile, and what is clearly darker, piece by piece.
import type { Raster } from "./judge-picture-raster.ts";

const tile = 32;
/** Levels of grey by which ink is darker than the paper around it; print showing through stays below. */
const inkContrast = 45;
/** A piece is ink only where some of it is this much darker. */
export const peakContrast = 75;

/** Brightness of the paper: one value for each tile of 32 × 32 pixels. */
export type PaperMap = { readonly columns: number; readonly rows: number; readonly levels: Uint8Array };

/** The level a share of the pixels of a tile lies below. */
function levelOf({ width, height, grey }: Raster, left: number, top: number, share: number): number {
  const counts = new Uint16Array(256);
  let seen = 0;
  for (let y = top; y < Math.min(top + tile, height); y += 2)
    for (let x = left; x < Math.min(left + tile, width); x += 2, seen++) {
      const level = grey[y * width + x] ?? 0;
      counts[level] = (counts[level] ?? 0) + 1;
    }
  let below = 0;
  for (let level = 0; level < 256; level++) {
    below += counts[level] ?? 0;
    if (below >= seen * share) return level;
  }
  return 255;
}

/** What the paper would be without ink: the bright part of each tile and of its neighbours. */
export function mapPaper(raster: Raster): PaperMap {
  const columns = Math.ceil(raster.width / tile);
  const rows = Math.ceil(raster.height / tile);
  const own = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      own[row * columns + column] = levelOf(raster, column * tile, row * tile, 0.8);
  const levels = new Uint8Array(own.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let most = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          most = Math.max(most, own[y * columns + x] ?? 0);
      levels[row * columns + column] = most;
    }
  return { columns, rows, levels };
}

/** A connected piece of ink; sizes in pixels of the judged picture. */
export type InkPiece = {
  readonly area: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The greatest contrast found in it. */
  readonly peak: number;
};

type Run = { row: number; from: number; to: number; piece: number; peak: number };

/** Pieces of ink, connected in all eight directions. */
export function findInk({ width, height, grey }: Raster, paper: PaperMap): InkPiece[] {
  const runs: Run[] = [];
  const parent: number[] = [];
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let each = at; parent[each] !== root;) [each, parent[each]] = [parent[each] ?? root, root];
    return root;
  };
  let before = 0;
  for (let y = 0; y < height; y++) {
    const first = runs.length;
    const levels = (y >> 5) * paper.columns;
    for (let x = 0; x < width; x++) {
      const level = paper.levels[levels + (x >> 5)] ?? 255;
      if (level - (grey[y * width + x] ?? 255) < inkContrast) continue;
      const run: Run = { row: y, from: x, to: x, piece: -1, peak: 0 };
      for (; x < width; x++) {
        const contrast = (paper.levels[levels + (x >> 5)] ?? 255) - (grey[y * width + x] ?? 255);
        if (contrast < inkContrast) break;
        run.to = x;
        if (contrast > run.peak) run.peak = contrast;
      }
      runs.push(run);
    }
    let above = before;
    for (let at = first; at < runs.length; at++) {
      const run = runs[at];
      if (!run) continue;
      while (above < first && (runs[above]?.to ?? 0) < run.from - 1) above++;
      for (let each = above; each < first && (runs[each]?.from ?? width) <= run.to + 1; each++) {
        const root = find(runs[each]?.piece ?? 0);
        if (run.piece < 0) run.piece = root;
        else parent[find(run.piece)] = root;
      }
      if (run.piece < 0) parent.push((run.piece = parent.length));
    }
    before = first;
  }
  const pieces = new Map<number, { -readonly [K in keyof InkPiece]: InkPiece[K] }>();
  for (const { row, from, to, piece, peak } of runs) {
    const root = find(piece);
    const known = pieces.get(root);
    const area = to - from + 1;
    if (!known) pieces.set(root, { area, left: from, top: row, right: to, bottom: row, peak });
    else {
      known.area += area;
      known.left = Math.min(known.left, from);
      known.right = Math.max(known.right, to);
      known.bottom = row;
      known.peak = Math.max(known.peak, peak);
    }
  }
  return [...pieces.values()];
}
