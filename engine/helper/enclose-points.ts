// The smallest rectangle of any slant around points: one side of it lies on a side of their hull.
import type { LineBox, Point } from "./line-box.ts";

/** Corners of the convex hull of points, in order. */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (along: readonly Point[]): Point[] => {
    const hull: Point[] = [];
    for (const point of along) {
      for (;;) {
        const [before, last] = [hull.at(-2), hull.at(-1)];
        if (!before || !last) break;
        const turn = (last[0] - before[0]) * (point[1] - before[1]) - (last[1] - before[1]) * (point[0] - before[0]);
        if (turn > 0) break;
        hull.pop();
      }
      hull.push(point);
    }
    hull.pop();
    return hull;
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** The smallest rectangle, its width along the direction nearest to horizontal. Points are two or more. */
export function enclosePoints(points: readonly Point[]): Omit<LineBox, "score"> {
  const hull = hullOf(points);
  let best: { area: number; box: Omit<LineBox, "score"> } | undefined;
  for (const [at, from] of hull.entries()) {
    const to = hull[(at + 1) % hull.length] ?? from;
    // Folded into ±45°: a rectangle has four directions, and we want the one nearest to horizontal.
    const slope = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const angle = slope - (Math.PI / 2) * Math.round(slope / (Math.PI / 2));
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of hull) {
      const along = x * cos + y * sin;
      const down = y * cos - x * sin;
      left = Math.min(left, along);
      right = Math.max(right, along);
      top = Math.min(top, down);
      bottom = Math.max(bottom, down);
    }
    const [width, height] = [right - left, bottom - top];
    const area = width * height;
    if (best !== undefined && area >= best.area) continue;
    const [along, down] = [(left + right) / 2, (top + bottom) / 2];
    best = { area, box: { x: along * cos - down * sin, y: along * sin + down * cos, width, height, angle } };
  }
  return best?.box ?? { x: points[0]?.[0] ?? 0, y: points[0]?.[1] ?? 0, width: 0, height: 0, angle: 0 };
}
