import type { ImagePoint, SheetCorners } from "#contract/derivative";
import { awayFromBorder } from "./border-sides.ts";
import { crossing } from "./quad.ts";
import type { Slope } from "./slope.ts";

const samples = 48;

/** The four sides moved onto the steepest slope near them, and the share of their length that lies on an edge. */
export type Refined = { readonly corners: SheetCorners; readonly support: number };

/**
 * Fits each side to the edge within `reach` pixels, without the ends (bent corners, staples); a side that lies on the
 * border of the picture stays and is not counted. `steep` is the slope that counts as an edge.
 */
export function refineSides(slope: Slope, corners: SheetCorners, reach: number, steep: number): Refined {
  let [hits, asked] = [0, 0];
  const sides = corners.map((from, at): [ImagePoint, ImagePoint] => {
    const to = corners[(at + 1) % 4] ?? from;
    if (awayFromBorder(slope, from, to)) return [from, to];
    const found = edgePoints(slope, from, to, reach, steep);
    hits += found.length;
    asked += samples;
    return (found.length >= samples * 0.35 ? lineThrough(found) : undefined) ?? [from, to];
  });
  const moved = sides.map(([c, d], at) => {
    const [a, b] = sides[(at + 3) % 4] ?? [c, d];
    const point = crossing(a, b, c, d);
    const old = corners[at] ?? c;
    return point && Math.hypot(point.x - old.x, point.y - old.y) < 4 * reach ? point : old;
  });
  const [a, b, c, d] = moved;
  return { corners: a && b && c && d ? [a, b, c, d] : corners, support: asked === 0 ? 0 : hits / asked };
}

function edgePoints(slope: Slope, from: ImagePoint, to: ImagePoint, reach: number, steep: number): ImagePoint[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [nx, ny] = [-(to.y - from.y) / length, (to.x - from.x) / length];
  const found: ImagePoint[] = [];
  for (let at = 0; at < samples; at++) {
    const along = 0.06 + (0.88 * (at + 0.5)) / samples;
    const [x, y] = [from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * along];
    const line = Array.from({ length: 2 * reach + 1 }, (_, step) =>
      slopeAt(slope, x + nx * (step - reach), y + ny * (step - reach)),
    );
    const best = line.indexOf(Math.max(...line));
    const top = line[best] ?? 0;
    if (top < steep) continue;
    // Between the pixels: the top of the parabola through three.
    const [before, after] = [line[best - 1] ?? top, line[best + 1] ?? top];
    const bend = before - 2 * top + after;
    const shift = bend < 0 ? Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend)) : 0;
    const off = best - reach + shift;
    found.push({ x: x + nx * off, y: y + ny * off });
  }
  return found;
}

function slopeAt({ width, height, size }: Slope, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0;
  const at = top * width + left;
  const [fx, fy] = [x - left, y - top];
  const upper = (size[at] ?? 0) * (1 - fx) + (size[at + 1] ?? 0) * fx;
  const lower = (size[at + width] ?? 0) * (1 - fx) + (size[at + width + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** The line most points lie on: fitted, then twice more without the half that lies farthest off. */
function lineThrough(points: readonly ImagePoint[]): [ImagePoint, ImagePoint] | undefined {
  let kept = [...points];
  let line: { x: number; y: number; ux: number; uy: number } | undefined;
  for (let turn = 0; turn < 3; turn++) {
    const [x, y] = [mean(kept.map((each) => each.x)), mean(kept.map((each) => each.y))];
    let [xx, xy, yy] = [0, 0, 0];
    for (const each of kept) {
      xx += (each.x - x) ** 2;
      xy += (each.x - x) * (each.y - y);
      yy += (each.y - y) ** 2;
    }
    const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
    const fitted = { x, y, ux: Math.cos(angle), uy: Math.sin(angle) };
    line = fitted;
    const off = (each: ImagePoint): number => Math.abs((each.x - x) * fitted.uy - (each.y - y) * fitted.ux);
    kept = [...points].sort((a, b) => off(a) - off(b)).slice(0, Math.max(6, Math.ceil(points.length * 0.6)));
  }
  if (!line) return undefined;
  const { x, y, ux, uy } = line;
  return [
    { x, y },
    { x: x + 100 * ux, y: y + 100 * uy },
  ];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
