// Shapes of four corners: the hull of points, and the four-cornered shape that encloses it most closely.
import type { ImagePoint, SheetCorners } from "#contract/derivative";

/** Twice the area of the triangle; positive where the way turns clockwise (y grows downwards). */
export const turnOf = (a: ImagePoint, b: ImagePoint, c: ImagePoint): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Area of a polygon given clockwise. */
export function areaOf(points: readonly ImagePoint[]): number {
  let twice = 0;
  points.forEach((point, at) => {
    const next = points[(at + 1) % points.length] ?? point;
    twice += point.x * next.y - next.x * point.y;
  });
  return twice / 2;
}

/** The hull, clockwise (monotone chain). */
export function hullOf(points: readonly ImagePoint[]): ImagePoint[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (order: readonly ImagePoint[]): ImagePoint[] => {
    const chain: ImagePoint[] = [];
    for (const point of order) {
      while (chain.length > 1 && turnOf(chain.at(-2) ?? point, chain.at(-1) ?? point, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Where the lines through a–b and c–d cross; undefined when they hardly do. */
export function crossing(a: ImagePoint, b: ImagePoint, c: ImagePoint, d: ImagePoint): ImagePoint | undefined {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const across = ux * vy - uy * vx;
  if (Math.abs(across) < 1e-6 * Math.hypot(ux, uy) * Math.hypot(vx, vy) || across === 0) return undefined;
  const along = ((c.x - a.x) * vy - (c.y - a.y) * vx) / across;
  return { x: a.x + along * ux, y: a.y + along * uy };
}

/**
 * Takes sides away, each time the one whose neighbours meet beyond it with the least area added, until four are left. So a
 * bent corner does not move the sides. undefined for a hull that has no such shape.
 */
export function enclose(hull: readonly ImagePoint[]): SheetCorners | undefined {
  const points = [...hull];
  while (points.length > 4) {
    let best: { at: number; added: number; point: ImagePoint } | undefined;
    for (let at = 0; at < points.length; at++) {
      const from = points[at];
      const to = points[(at + 1) % points.length];
      const before = points[(at + points.length - 1) % points.length];
      const after = points[(at + 2) % points.length];
      if (!from || !to || !before || !after) continue;
      const point = crossing(before, from, to, after);
      // The neighbours must meet outside, beyond this side.
      if (!point || turnOf(from, to, point) >= 0) continue;
      const added = -turnOf(from, to, point);
      if (!best || added < best.added) best = { at, added, point };
    }
    if (!best) return undefined;
    points[best.at] = best.point;
    points.splice((best.at + 1) % points.length, 1);
  }
  return points.length === 4 ? inOrder(points) : undefined;
}

/** Clockwise from the top left. */
export function inOrder(points: readonly ImagePoint[]): SheetCorners | undefined {
  const clockwise = areaOf(points) < 0 ? [...points].reverse() : [...points];
  let first = 0;
  clockwise.forEach((point, at) => {
    const best = clockwise[first] ?? point;
    if (point.x + point.y < best.x + best.y) first = at;
  });
  const [a, b, c, d] = [...clockwise.slice(first), ...clockwise.slice(0, first)];
  return a && b && c && d ? [a, b, c, d] : undefined;
}

/** Whether a shape can be a sheet seen at a slant: corners between 60° and 120°, no side under half of the one opposite. */
export function isSheetLike(corners: SheetCorners): boolean {
  const sides = corners.map((from, at) => {
    const to = corners[(at + 1) % 4] ?? from;
    return Math.hypot(to.x - from.x, to.y - from.y);
  });
  const [top = 0, right = 0, bottom = 0, left = 0] = sides;
  if (Math.min(top, bottom) < Math.max(top, bottom) / 2 || Math.min(left, right) < Math.max(left, right) / 2)
    return false;
  return corners.every((corner, at) => {
    const before = corners[(at + 3) % 4] ?? corner;
    const after = corners[(at + 1) % 4] ?? corner;
    const one = Math.atan2(before.y - corner.y, before.x - corner.x);
    const other = Math.atan2(after.y - corner.y, after.x - corner.x);
    const between = Math.abs(((one - other) * 180) / Math.PI);
    const angle = between > 180 ? 360 - between : between;
    return angle > 60 && angle < 120;
  });
}

/** The same corners in another size of picture. */
export const scaled = (corners: SheetCorners, across: number, down = across): SheetCorners => {
  const one = ({ x, y }: ImagePoint): ImagePoint => ({ x: x * across, y: y * down });
  const [a, b, c, d] = corners;
  return [one(a), one(b), one(c), one(d)];
};
