// The picture that is judged: at most as large as A4 at 200 dpi, grey, and in colour where it has any.
import { openImage } from "./sharp-guarded.ts";

/** Long side of the judged picture in pixels: A4 at 200 dpi, the least resolution of DA/T 31-2017, 9.4. */
export const judgedSide = 2339;

export type Raster = {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 0 is black. */
  readonly grey: Uint8Array;
  /** Three bytes a pixel; undefined for a grey or bitonal picture. */
  readonly rgb: Uint8Array | undefined;
};

/** Decodes a JPEG or PNG for judging. */
export async function openRaster(bytes: Buffer): Promise<Raster> {
  const { data, info } = await openImage(bytes)
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .resize(judgedSide, judgedSide, { fit: "inside", withoutEnlargement: true, kernel: "linear" })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels < 3) {
    const grey = new Uint8Array(width * height);
    for (let at = 0; at < grey.length; at++) grey[at] = data[at * channels] ?? 0;
    return { width, height, grey, rgb: undefined };
  }
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += channels) {
    const [red = 0, green = 0, blue = 0] = [data[from], data[from + 1], data[from + 2]];
    grey[at] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return { width, height, grey, rgb: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
