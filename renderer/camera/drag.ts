// Places on the stage, which may be turned, and in the picture.
import type { ImagePoint, SheetCorners } from "#contract/derivative";

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** A place of the pointer as a share of the picture; `box` is the stage as it stands on the screen, turned. */
export function shareAt(pointer: ImagePoint, { left, top, width, height }: Box, quarters: number): ImagePoint {
  const [x, y] = [(pointer.x - left) / Math.max(1, width), (pointer.y - top) / Math.max(1, height)];
  const turned = [
    { x, y },
    { x: y, y: 1 - x },
    { x: 1 - x, y: 1 - y },
    { x: 1 - y, y: x },
  ][quarters % 4] ?? { x, y };
  return { x: clamp(turned.x), y: clamp(turned.y) };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

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

/** Where the fold stands when the pointer is there: the share along the sheet, kept away from its sides. */
export function foldAt(
  place: ImagePoint,
  left: readonly [ImagePoint, ImagePoint],
  right: readonly [ImagePoint, ImagePoint],
): number {
  const distance = ([a, b]: readonly [ImagePoint, ImagePoint]): number =>
    Math.abs((b.x - a.x) * (place.y - a.y) - (b.y - a.y) * (place.x - a.x)) / (Math.hypot(b.x - a.x, b.y - a.y) || 1);
  const [from, to] = [distance(left), distance(right)];
  return Math.min(0.8, Math.max(0.2, from / (from + to || 1)));
}
