// Places on the stage, which may be turned, and in the picture.
import type { ImagePoint } from "#contract/derivative";

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
  return { x: share(turned.x), y: share(turned.y) };
}

const share = (value: number): number => Math.min(1, Math.max(0, value));

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
