// sharp with every loader blocked but the three we take in: no SVG, PDF, HEIF, GIF or anything a future build brings.
import sharp, { type Sharp, type SharpOptions } from "sharp";
import { pixelLimit, thumbnailSide } from "./decode-limits.ts";
import { Refused } from "./serve-questions.ts";

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadTiffBuffer"].flatMap((name) => [
    name,
    name.replace("Buffer", "Source"),
  ]),
});
// Each helper works on one image at a time; the pool has one process per core.
sharp.concurrency(1);
sharp.cache(false);

/** Opens bytes with our limits; what cannot be decoded always fails, what a decoder merely warns of when `failOn` says so. */
export function openImage(bytes: Buffer, options: SharpOptions = {}): Sharp {
  return sharp(bytes, { failOn: "error", limitInputPixels: pixelLimit, ...options });
}

/** A thumbnail JPEG, long side 256 px, quality 70, on white; grey stays one channel. */
export async function makeThumbnail(image: Sharp, isGrey: boolean): Promise<Buffer> {
  const small = image
    .resize(thumbnailSide, thumbnailSide, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" });
  return (isGrey ? small.toColourspace("b-w") : small).jpeg({ quality: 70 }).toBuffer();
}

/** Decodes strictly and, when the decoder has something to complain of, once more without minding warnings. */
export async function decodeTwice<T>(
  decode: (failOn: "warning" | "error") => Promise<T>,
): Promise<{ readonly result: T; readonly isFlawed: boolean }> {
  try {
    return { result: await decode("warning"), isFlawed: false };
  } catch {
    return { result: await decode("error"), isFlawed: true };
  }
}

/** Turns an error of libvips into the refusal it means; the library's own words stay in the helper. */
export function refuseImage(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const words = error instanceof Error ? error.message : "";
  return new Refused(/pixel limit|too large|exceeds/i.test(words) ? "image-too-large" : "image-damaged");
}
