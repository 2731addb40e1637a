// 展平: a sheet photographed at a slant becomes the rectangle it is, by the homography of its four corners.
import type { ImagePoint, SheetCorners } from "#contract/derivative";
import { borderColour, type Raster } from "./raster.ts";
import { leastSide } from "./crop-picture.ts";
import { samplePicture } from "./sample-picture.ts";
import { Refused } from "./serve-questions.ts";

/** Eight numbers that take a place on the flat sheet to its place in the photo; the ninth is 1. */
type Homography = readonly number[];

/** How far outside the picture a corner may lie, as a share of its size: a sheet may leave the frame a little. */
const mostOutside = 0.25;
/** Share of the picture the sheet covers at least. */
const leastArea = 0.01;

const distance = (one: ImagePoint, other: ImagePoint): number => Math.hypot(one.x - other.x, one.y - other.y);

/** Twice the signed area of the triangle; positive where the way turns clockwise (y grows downwards). */
const turnOf = (a: ImagePoint, b: ImagePoint, c: ImagePoint): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

function refuseOddCorners({ width, height }: Raster, corners: SheetCorners): void {
  const [a, b, c, d] = corners;
  const turns = [turnOf(a, b, c), turnOf(b, c, d), turnOf(c, d, a), turnOf(d, a, b)];
  const area = (turnOf(a, b, c) + turnOf(a, c, d)) / 2;
  const isNear = (value: number, size: number): boolean =>
    Number.isFinite(value) && value >= -mostOutside * size && value <= (1 + mostOutside) * size;
  const isSound = corners.every(({ x, y }) => isNear(x, width) && isNear(y, height));
  // Each corner a real one: a triangle, a bow or a line is no sheet.
  if (!isSound || turns.some((turn) => turn < area * 0.05) || area < leastArea * width * height)
    throw new Refused("corners-unusable");
}

/** Solves eight equations for eight unknowns by elimination with the largest pivot. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    const pivot = rows[best];
    const other = rows[column];
    if (!pivot || !other || Math.abs(pivot[column] ?? 0) < 1e-9) throw new Refused("corners-unusable");
    rows[best] = other;
    rows[column] = pivot;
    for (const row of rows) {
      if (row === pivot) continue;
      const share = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at <= size; at++) row[at] = (row[at] ?? 0) - share * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

function homographyOf(width: number, height: number, corners: SheetCorners): Homography {
  const flat = [
    [0, 0],
    [width - 1, 0],
    [width - 1, height - 1],
    [0, height - 1],
  ] as const;
  return solve(
    flat.flatMap(([u, v], at) => {
      const { x, y } = corners[at] ?? { x: 0, y: 0 };
      return [
        [u, v, 1, 0, 0, 0, -u * x, -v * x, x],
        [0, 0, 0, u, v, 1, -u * y, -v * y, y],
      ];
    }),
  );
}

/** The sheet between four corners (clockwise from its top left), as large as its longest sides. Refuses corners-unusable. */
export function flattenPicture(raster: Raster, corners: SheetCorners): Raster {
  refuseOddCorners(raster, corners);
  const [a, b, c, d] = corners;
  const width = Math.round(Math.max(distance(a, b), distance(d, c))) + 1;
  const height = Math.round(Math.max(distance(a, d), distance(b, c))) + 1;
  if (width < leastSide || height < leastSide) throw new Refused("corners-unusable");
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0, v = 0, w = 0] = homographyOf(width, height, corners);
  return samplePicture(
    raster,
    { width, height },
    (x, y, to) => {
      const depth = v * x + w * y + 1;
      to[0] = (p * x + q * y + r) / depth;
      to[1] = (s * x + t * y + u) / depth;
    },
    borderColour(raster),
  );
}
