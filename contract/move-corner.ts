// How a hand moves the four corners of a sheet, alike at the camera and on a page: places are shares of the picture.
import type { ImagePoint, SheetCorners } from "./derivative.ts";

/** Corners with one moved; undefined where the shape would be no sheet any more. */
export function withCorner(corners: SheetCorners, at: number, place: ImagePoint): SheetCorners | undefined {
  const moved = corners.map((corner, index) => (index === at ? { x: clamp(place.x), y: clamp(place.y) } : corner));
  const [a, b, c, d] = moved;
  if (!a || !b || !c || !d) return undefined;
  const turn = (p: ImagePoint, q: ImagePoint, r: ImagePoint): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  const isConvex = [turn(a, b, c), turn(b, c, d), turn(c, d, a), turn(d, a, b)].every((each) => each > 0.002);
  return isConvex ? [a, b, c, d] : undefined;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** One press of an arrow key on the screen as a step in the picture, which may be turned. */
export function stepOf(key: string, quarters: number, size: number): ImagePoint | undefined {
  const order = ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"];
  const way = order.indexOf(key);
  if (way < 0) return undefined;
  return [
    { x: 0, y: -size },
    { x: size, y: 0 },
    { x: 0, y: size },
    { x: -size, y: 0 },
  ][(way + 4 - (quarters % 4)) % 4];
}
