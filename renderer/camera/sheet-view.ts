// A small flat view of the sheet: what is compared and measured, whatever slant it lies at.
import type { ImagePoint, SheetCorners } from "#contract/derivative";
import type { Gray } from "./gray.ts";

/** Takes a place on the flat sheet (0 to 1 both ways) to its place in the picture. */
export function placeOnSheet([a, b, c, d]: SheetCorners): (across: number, down: number) => ImagePoint {
  // The square to a quadrilateral, in closed form (Heckbert 1989).
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [ux, uy, vx, vy] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const divisor = ux * vy - uy * vx || 1e-9;
  const g = (sx * vy - sy * vx) / divisor;
  const h = (ux * sy - uy * sx) / divisor;
  const [px, py] = [b.x - a.x + g * b.x, b.y - a.y + g * b.y];
  const [qx, qy] = [d.x - a.x + h * d.x, d.y - a.y + h * d.y];
  return (across, down) => {
    const depth = g * across + h * down + 1;
    return { x: (px * across + qx * down + a.x) / depth, y: (py * across + qy * down + a.y) / depth };
  };
}

/** The sheet flattened to so many pixels, each the mean of the place it covers; what lies outside the picture is 0. */
export function viewSheet(picture: Gray, corners: SheetCorners, width: number, height: number): Gray {
  const place = placeOnSheet(corners);
  const data = new Uint8Array(width * height);
  const [a, b, c] = corners;
  // As many looks at a pixel as it covers in the picture, at most four by four.
  const fine = Math.max(
    1,
    Math.min(
      4,
      Math.round(Math.max(Math.hypot(b.x - a.x, b.y - a.y) / width, Math.hypot(c.x - b.x, c.y - b.y) / height)),
    ),
  );
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < fine; j++)
        for (let i = 0; i < fine; i++)
          sum += valueAt(picture, place((x + (i + 0.5) / fine) / width, (y + (j + 0.5) / fine) / height));
      data[y * width + x] = sum / (fine * fine);
    }
  return { width, height, data };
}

function valueAt({ width, height, data }: Gray, { x, y }: ImagePoint): number {
  const [left, top] = [Math.round(x), Math.round(y)];
  return left < 0 || top < 0 || left >= width || top >= height ? 0 : (data[top * width + left] ?? 0);
}

/** A picture's own corners: the sheet when nothing is cropped. */
export const wholePicture = ({ width, height }: { readonly width: number; readonly height: number }): SheetCorners => [
  { x: 0, y: 0 },
  { x: width - 1, y: 0 },
  { x: width - 1, y: height - 1 },
  { x: 0, y: height - 1 },
];
