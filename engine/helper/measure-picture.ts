// What can be proposed of a page before a tool is used, in the helper process: slant, edge, corners, fold.
import type { SheetCorners } from "#contract/derivative";
import { findFold } from "./find-fold.ts";
import { findSheet } from "./find-sheet.ts";
import { findSkew } from "./find-skew.ts";
import type { MeasuredPicture, MeasureQuestion } from "./made-picture.ts";
import { decodeRaster } from "./raster-codec.ts";

/** Refuses image-damaged, page-too-large. */
export async function measurePictureOf({ dpi, colourMode }: MeasureQuestion, bytes: Buffer): Promise<MeasuredPicture> {
  const raster = await decodeRaster(bytes, colourMode === "colour" ? "grey" : colourMode);
  const crop = findSheet(raster, dpi);
  const corners: SheetCorners | null = crop && [
    { x: crop.left, y: crop.top },
    { x: crop.left + crop.width, y: crop.top },
    { x: crop.left + crop.width, y: crop.top + crop.height },
    { x: crop.left, y: crop.top + crop.height },
  ];
  return { kind: "measured", degrees: 0 - findSkew(raster), crop, corners, fold: findFold(raster) };
}
