/** A picture of brightness alone, 0 to 255, row by row. */
export type Gray = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Brightness of a picture as a canvas gives it (Rec. 601). */
export function grayOf(rgba: Uint8ClampedArray, width: number, height: number): Gray {
  const data = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < data.length; at++, from += 4)
    data[at] = ((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 150 + (rgba[from + 2] ?? 0) * 29) >> 8;
  return { width, height, data };
}

/** Smoothed by 1 4 6 4 1 both ways: the grain of a camera makes no edges. */
export function smooth({ width, height, data }: Gray): Gray {
  const rows = new Uint8Array(data.length);
  const done = new Uint8Array(data.length);
  const pass = (from: Uint8Array, to: Uint8Array, step: number, length: number, across: number, jump: number): void => {
    for (let line = 0; line < across; line++) {
      const start = line * jump;
      for (let at = 0; at < length; at++) {
        const here = start + at * step;
        const before = start + Math.max(0, at - 1) * step;
        const after = start + Math.min(length - 1, at + 1) * step;
        const far = start + Math.max(0, at - 2) * step;
        const further = start + Math.min(length - 1, at + 2) * step;
        to[here] =
          ((from[far] ?? 0) +
            (from[further] ?? 0) +
            4 * ((from[before] ?? 0) + (from[after] ?? 0)) +
            6 * (from[here] ?? 0) +
            8) >>
          4;
      }
    }
  };
  pass(data, rows, 1, width, height, width);
  pass(rows, done, width, height, width, 1);
  return { width, height, data: done };
}

/** The brightness that splits a picture into two classes best (Otsu). */
export function splitLevel({ data }: Gray): number {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let sum = 0;
  for (let level = 0; level < 256; level++) sum += level * (counts[level] ?? 0);
  let below = 0;
  let sumBelow = 0;
  let best = 0;
  let level = 127;
  for (let at = 0; at < 256; at++) {
    below += counts[at] ?? 0;
    sumBelow += at * (counts[at] ?? 0);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between > best) [best, level] = [between, at];
  }
  return level;
}
