// 模糊: how many pixels the way from paper to ink takes. A sharp edge is short, however black the ink is.
import type { Raster } from "./judge-picture-raster.ts";

/** Levels of grey an edge must fall or rise to count. */
const leastDrop = 40;
/** A rise against the way that noise explains, and that does not end an edge. */
const noise = 3;
const everyRow = 3;

export type EdgeWidths = {
  readonly count: number;
  /** Median of the pixels between a tenth and nine tenths of the way. */
  readonly median: number;
};

/** Measures the edges of every third row, left to right. */
export function measureEdges({ width, height, grey }: Raster): EdgeWidths {
  const widths = new Uint32Array(400);
  let count = 0;
  const line = new Float32Array(width);
  for (let y = everyRow; y < height - 1; y += everyRow) {
    const at = y * width;
    for (let x = 0; x < width; x++)
      // Three rows together: an upright edge stays, noise does not.
      line[x] = ((grey[at + x] ?? 0) * 2 + (grey[at + x - width] ?? 0) + (grey[at + x + width] ?? 0)) / 4;
    for (let x = 1; x < width - 1;) {
      const start = x - 1;
      const isFall = (line[x] ?? 0) < (line[start] ?? 0);
      let best = x;
      for (; x < width; x++) {
        const value = line[x] ?? 0;
        const reached = line[best] ?? 0;
        if (isFall ? value <= reached : value >= reached) best = x;
        else if (Math.abs(value - reached) > noise || x - best > 2) break;
      }
      const from = line[start] ?? 0;
      const to = line[best] ?? 0;
      if (Math.abs(to - from) >= leastDrop) {
        const tenths = Math.round(tenToNinety(line, start, best, from, to) * 10);
        const slot = Math.min(widths.length - 1, tenths);
        widths[slot] = (widths[slot] ?? 0) + 1;
        count++;
      }
      x = Math.max(best + 1, start + 2);
    }
  }
  let below = 0;
  for (let slot = 0; slot < widths.length; slot++) {
    below += widths[slot] ?? 0;
    if (count > 0 && below >= count / 2) return { count, median: slot / 10 };
  }
  return { count, median: 0 };
}

/** Pixels between the tenth and the nine tenths of one edge, in between pixels where it falls there. */
function tenToNinety(line: Float32Array, start: number, end: number, from: number, to: number): number {
  const place = (share: number): number => {
    const level = from + (to - from) * share;
    for (let x = start; x < end; x++) {
      const [one, next] = [line[x] ?? 0, line[x + 1] ?? 0];
      if (one === next) continue;
      const part = (level - one) / (next - one);
      if (part >= 0 && part <= 1) return x + part;
    }
    return end;
  };
  return Math.max(0, place(0.9) - place(0.1));
}
