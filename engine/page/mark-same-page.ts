// 重复: the same sheet scanned twice, known by its ink on a small grid. Measured over the sample papers turned, moved and
// cropped: the same sheet 0.95 and more, two different ones 0.72 at most.
import { fingerprintColumns, fingerprintRows } from "#engine/helper/judge-picture-fingerprint";

const leastLikeness = 0.88;
/** Cells the two grids may lie apart. */
const farthest = 1;

/** Correlation of two grids laid dx, dy cells apart, -1 to 1. */
function correlate(one: Uint8Array, other: Uint8Array, dx: number, dy: number): number {
  let [count, sum, otherSum, squares, otherSquares, products] = [0, 0, 0, 0, 0, 0];
  for (let y = Math.max(0, dy); y < Math.min(fingerprintRows, fingerprintRows + dy); y++)
    for (let x = Math.max(0, dx); x < Math.min(fingerprintColumns, fingerprintColumns + dx); x++) {
      const a = one[y * fingerprintColumns + x] ?? 0;
      const b = other[(y - dy) * fingerprintColumns + x - dx] ?? 0;
      count++;
      sum += a;
      otherSum += b;
      squares += a * a;
      otherSquares += b * b;
      products += a * b;
    }
  const spread = (squares - (sum * sum) / count) * (otherSquares - (otherSum * otherSum) / count);
  return spread <= 0 ? 0 : (products - (sum * otherSum) / count) / Math.sqrt(spread);
}

/** How alike two pages are, -1 to 1; 0 where one has too little ink to be known by. */
export function likeness(one: Uint8Array, other: Uint8Array): number {
  if (one.length === 0 || one.length !== other.length) return 0;
  let best = correlate(one, other, 0, 0);
  // Far from alike where they lie is not alike a cell apart: most pairs end here.
  if (best < 0.4) return best;
  for (let dy = -farthest; dy <= farthest; dy++)
    for (let dx = -farthest; dx <= farthest; dx++) best = Math.max(best, correlate(one, other, dx, dy));
  return best;
}

/** The page that shows the same sheet, the likest of them. */
export function findSamePage<T extends { readonly fingerprint: Uint8Array }>(
  own: Uint8Array,
  others: readonly T[],
): T | undefined {
  let best: { readonly page: T; readonly likeness: number } | undefined;
  for (const page of others) {
    const alike = likeness(own, page.fingerprint);
    if (alike >= leastLikeness && alike > (best?.likeness ?? 0)) best = { page, likeness: alike };
  }
  return best?.page;
}
