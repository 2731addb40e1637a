// Whether what the camera sees moves: small pictures compared one after the other.
import type { Gray } from "./gray.ts";

const cellsAcross = 32;
const cellsDown = 24;
/** Difference of a cell, of 255, that noise and flicker do not make. */
const noise = 7;

/** Mean brightness of cells; `mean` of all is taken out, so that a lamp's flicker is no motion. */
export function cellsOf({ width, height, data }: Gray): Float32Array {
  const sums = new Float32Array(cellsAcross * cellsDown);
  const counts = new Uint16Array(cellsAcross * cellsDown);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * cellsDown) / height) * cellsAcross;
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * cellsAcross) / width);
      sums[cell] = (sums[cell] ?? 0) + (data[y * width + x] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  let total = 0;
  sums.forEach((sum, at) => {
    const mean = sum / Math.max(1, counts[at] ?? 1);
    sums[at] = mean;
    total += mean;
  });
  return sums.map((value) => value - total / sums.length);
}

/** Share of the picture that changed between two looks, 0 to 1. */
export function motionBetween(one: Float32Array, other: Float32Array): number {
  let moved = 0;
  one.forEach((value, at) => (moved += Math.abs(value - (other[at] ?? 0)) > noise ? 1 : 0));
  return moved / one.length;
}
