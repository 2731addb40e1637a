import type { ImagePoint } from "#contract/derivative";

/** Grows what is marked by `reach` pixels each way and shrinks it again: gaps close, nothing gets larger. */
export function close(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  return spread(spread(mask, width, height, reach, 1), width, height, reach, 0);
}

/** Spreads a value (1 grows what is marked, 0 shrinks it) along rows, then along columns. */
function spread(mask: Uint8Array, width: number, height: number, reach: number, value: 0 | 1): Uint8Array {
  const rows = runAlong(mask, width, height, 1, width, reach, value);
  return runAlong(rows, height, width, width, 1, reach, value);
}

/** One way: `length` pixels `step` apart, `lines` times, `jump` apart. */
function runAlong(
  from: Uint8Array,
  length: number,
  lines: number,
  step: number,
  jump: number,
  reach: number,
  value: 0 | 1,
): Uint8Array {
  const to = new Uint8Array(from.length).fill(value === 1 ? 0 : 1);
  for (let line = 0; line < lines; line++) {
    const start = line * jump;
    let filled = 0;
    for (let at = 0; at < length; at++) {
      if (from[start + at * step] !== value) continue;
      const last = Math.min(length - 1, at + reach);
      for (let next = Math.max(filled, at - reach); next <= last; next++) to[start + next * step] = value;
      filled = last + 1;
    }
  }
  return to;
}

/**
 * The outlines of what hangs together, for a hull: of each row the first and the last pixel. Only what spans at least
 * `least` of the picture's area (its box) is told, the largest first.
 */
export function outlinesOf(mask: Uint8Array, width: number, height: number, least: number): ImagePoint[][] {
  const seen = Uint8Array.from(mask);
  const found: { area: number; points: ImagePoint[] }[] = [];
  const open: number[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] !== 1) continue;
    const ends = new Map<number, [number, number]>();
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    seen[start] = 0;
    open.push(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const y = Math.floor(at / width);
      const x = at - y * width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      const row = ends.get(y);
      if (!row) ends.set(y, [x, x]);
      else if (x < row[0]) row[0] = x;
      else if (x > row[1]) row[1] = x;
      for (let dy = y > 0 ? -width : 0; dy <= (y < height - 1 ? width : 0); dy += width)
        for (let next = at + dy - (x > 0 ? 1 : 0); next <= at + dy + (x < width - 1 ? 1 : 0); next++) {
          if (seen[next] !== 1) continue;
          seen[next] = 0;
          open.push(next);
        }
    }
    const area = (right - left + 1) * (bottom - top + 1);
    if (area < least * width * height) continue;
    const points = [...ends].flatMap(([y, [from, to]]) => [
      { x: from, y },
      { x: to, y },
    ]);
    found.push({ area, points });
  }
  return found.sort((one, other) => other.area - one.area).map(({ points }) => points);
}
