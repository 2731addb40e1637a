// A page as one channel of light, the form all steps of reading work on.
import sharp, { type Sharp } from "sharp";
import type { ReadQuestion } from "./read-page.ts";
import { Refused } from "./serve-questions.ts";
import { openImage, refuseImage } from "./sharp-guarded.ts";

export type GreyPicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** Pixels at most that are read; A3 at 300 dpi has 17 million. A larger picture is made smaller first. */
const readPixelLimit = 20_000_000;

/** One byte a pixel as sharp hands it out. */
async function rawOf(image: Sharp): Promise<GreyPicture> {
  const { data, info } = await image.toColourspace("b-w").raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Refused("image-damaged");
  return { width: info.width, height: info.height, pixels: data };
}

/**
 * Decodes a picture as it is shown (EXIF orientation applied, transparency on white). `shown` is its size;
 * the grey picture is the same or, above 20 million pixels, smaller.
 * Refuses: image-damaged, image-too-large.
 */
export async function openGrey({
  bytes,
}: ReadQuestion): Promise<{ grey: GreyPicture; shown: { width: number; height: number } }> {
  try {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { autoOrient: shown } = await openImage(whole).metadata();
    const shrink = Math.sqrt(readPixelLimit / (shown.width * shown.height));
    const opened = openImage(whole).autoOrient().flatten({ background: "#ffffff" });
    const wanted = { width: Math.max(1, Math.round(shown.width * shrink)), fit: "inside" } as const;
    return { grey: await rawOf(shrink < 1 ? opened.resize(wanted) : opened), shown };
  } catch (error) {
    throw refuseImage(error);
  }
}

/** The same page at another size, whole pixels averaged. */
export async function resizeGrey(
  { width, height, pixels }: GreyPicture,
  to: { readonly width: number; readonly height: number },
): Promise<GreyPicture> {
  const raw = { width, height, channels: 1 } as const;
  return rawOf(sharp(pixels, { raw }).resize({ ...to, fit: "fill", kernel: "linear" }));
}

/** The page turned clockwise by quarters: 90, 180 or 270 degrees. */
export async function turnGrey({ width, height, pixels }: GreyPicture, degrees: number): Promise<GreyPicture> {
  return rawOf(sharp(pixels, { raw: { width, height, channels: 1 } }).rotate(degrees));
}
