import type { Gray } from "./gray.ts";

/** How steeply brightness changes at each pixel, and which way (0 → right, 1 ↘, 2 ↓, 3 ↙). */
export type Slope = {
  readonly width: number;
  readonly height: number;
  readonly size: Uint16Array;
  readonly way: Uint8Array;
};

/** Sobel's slopes; the outermost pixels have none. */
export function slopeOf({ width, height, data }: Gray): Slope {
  const size = new Uint16Array(width * height);
  const way = new Uint8Array(width * height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const above = at - width;
      const below = at + width;
      const falling = (data[below + 1] ?? 0) - (data[above - 1] ?? 0);
      const rising = (data[above + 1] ?? 0) - (data[below - 1] ?? 0);
      const across = falling + rising + 2 * ((data[at + 1] ?? 0) - (data[at - 1] ?? 0));
      const down = falling - rising + 2 * ((data[below] ?? 0) - (data[above] ?? 0));
      const wide = Math.abs(across);
      const high = Math.abs(down);
      size[at] = wide + high;
      if (wide > 2.414 * high) way[at] = 0;
      else if (high > 2.414 * wide) way[at] = 2;
      else way[at] = across > 0 === down > 0 ? 1 : 3;
    }
  return { width, height, size, way };
}

/** Edges one pixel thin: steeper than `high`, or steeper than `low` and joined to such a one (Canny). */
export function edgesOf({ width, height, size, way }: Slope, low: number, high: number): Uint8Array {
  const steps = [1, width + 1, width, width - 1];
  const edges = new Uint8Array(width * height);
  const open: number[] = [];
  const isRidge = (at: number): boolean => {
    const step = steps[way[at] ?? 0] ?? 1;
    const here = size[at] ?? 0;
    return here >= (size[at - step] ?? 0) && here > (size[at + step] ?? 0);
  };
  for (let at = width; at < size.length - width; at++)
    if ((size[at] ?? 0) >= high && edges[at] === 0 && isRidge(at)) {
      edges[at] = 1;
      open.push(at);
    }
  const around = [1, -1, width, -width, width + 1, width - 1, -width + 1, -width - 1];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const step of around) {
      const next = at + step;
      if (edges[next] !== 0 || (size[next] ?? 0) < low || !isRidge(next)) continue;
      edges[next] = 1;
      open.push(next);
    }
  return edges;
}
