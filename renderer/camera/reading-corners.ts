import type { SheetCorners } from "#contract/derivative";
import { placeOnSheet } from "./sheet-view.ts";

type Reading = { readonly quarters: number; readonly isSpread: boolean; readonly foldAt: number };

/** The corners in the order they are read: from the top left of the turned sheet, of its left half for a spread. */
export function readingCorners(corners: SheetCorners, { quarters, isSpread, foldAt }: Reading): SheetCorners {
  const turned = [0, 1, 2, 3].map((at) => corners[(at + 4 - (quarters % 4)) % 4]);
  const [a, b, c, d] = turned;
  if (!a || !b || !c || !d) return corners;
  if (!isSpread) return [a, b, c, d];
  const place = placeOnSheet([a, b, c, d]);
  return [a, place(foldAt, 0), place(foldAt, 1), d];
}

/** Both ends of the fold, in the picture. */
export function foldLine(
  corners: SheetCorners,
  reading: Reading,
): readonly [{ readonly x: number; readonly y: number }, { readonly x: number; readonly y: number }] {
  const [, top, bottom] = readingCorners(corners, { ...reading, isSpread: true });
  return [top, bottom];
}
