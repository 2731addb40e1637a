// JPEG and PNG: the browser shows the original, so the one decode that makes the thumbnail is the check.
import type { Metadata } from "sharp";
import { pixelLimit } from "./decode-limits.ts";
import type { ColourMode, DecodedPage, DecodeWarning } from "./decoded.ts";
import type { CameraFacts } from "./described.ts";
import { findJpegEnd } from "./find-jpeg-end.ts";
import { readExif } from "./read-exif.ts";
import { Refused } from "./serve-questions.ts";
import { decodeTwice, makeThumbnail, openImage, refuseImage } from "./sharp-guarded.ts";
import { walkPng } from "./walk-png.ts";

/** 色彩模式 as the file encodes it: one bit, one channel, or more. */
export function colourModeOf({ bitsPerSample, channels, hasAlpha, space }: Metadata): ColourMode {
  if (bitsPerSample === 1) return "bitonal";
  const colours = channels - (hasAlpha ? 1 : 0);
  return colours === 1 || space === "b-w" || space === "grey16" ? "grey" : "colour";
}

/** Dots per inch as stated; a density of 1 or less is JFIF's "aspect ratio only". */
export function resolutionOf({ density }: Metadata): number | null {
  return density !== undefined && density > 1 ? Math.round(density) : null;
}

/**
 * Checks one JPEG or PNG, makes its thumbnail and reads what the camera wrote.
 * Refuses: image-damaged (truncated, undecodable), image-too-large (more than 268 M pixels).
 */
export async function decodePicture(
  bytes: Buffer,
  format: "jpeg" | "png",
): Promise<{ page: DecodedPage; warnings: DecodeWarning[]; camera: CameraFacts | null }> {
  const warnings: DecodeWarning[] = [];
  const png = format === "png" ? walkPng(bytes) : undefined;
  const end = format === "jpeg" ? findJpegEnd(bytes) : png?.end;
  if (end === undefined) throw new Refused("image-damaged");
  if (bytes.subarray(end).some((byte) => byte !== 0)) warnings.push("trailing-data");
  if (png?.hasHugeText === true) warnings.push("image-huge-comment");
  try {
    const facts = await openImage(bytes).metadata();
    if (facts.width * facts.height > pixelLimit) throw new Refused("image-too-large");
    const colourMode = colourModeOf(facts);
    const isTurned = (facts.orientation ?? 1) > 1;
    const { result: thumbnail, isFlawed } = await decodeTwice((failOn) => {
      const image = openImage(bytes, { failOn });
      return makeThumbnail(isTurned ? image.autoOrient() : image, colourMode !== "colour");
    });
    if (isFlawed) warnings.push("image-bit-errors");
    const { width, height } = facts.autoOrient;
    const dpi = resolutionOf(facts);
    const page: DecodedPage = {
      ...{ kind: "page", pageNumber: 1, width, height, dpi, colourMode, thumbnail, rendition: null },
    };
    return { page, warnings, camera: readExif(facts.exif) };
  } catch (error) {
    throw refuseImage(error);
  }
}
