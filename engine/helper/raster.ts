// Pixels in memory while a picture is worked on: rows from the top, grey or red-green-blue, a byte each.
import { Refused } from "./serve-questions.ts";

/** `isBitonal`: one channel of 0 and 255 only; steps that reckon between pixels cut it back to those two. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
  readonly isBitonal: boolean;
};

/** Bytes of raw pixels that are worked on at once: A3 in colour at 600 dpi (210 MB); a step holds two of them. */
export const rasterLimit = 240 * 1024 * 1024;

/** Refuses page-too-large. */
export function refuseLarge(bytes: number): void {
  if (bytes > rasterLimit) throw new Refused("page-too-large");
}

/** A raster of the same kind and another size, black. Refuses page-too-large. */
export function blankLike(like: Pick<Raster, "channels" | "isBitonal">, width: number, height: number): Raster {
  const { channels, isBitonal } = like;
  refuseLarge(width * height * channels);
  return { width, height, channels, isBitonal, data: new Uint8Array(width * height * channels) };
}

/** Brightness of each pixel (Rec. 601), 0 black to 255 white; of a grey picture its own bytes, not a copy. */
export function brightnessOf({ width, height, channels, data }: Raster): Uint8Array {
  if (channels === 1) return data;
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3)
    grey[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  return grey;
}

/** Three channels where there was one, for joining grey with colour. */
export function toColour(raster: Raster): Raster {
  if (raster.channels === 3) return raster;
  const data = new Uint8Array(raster.data.length * 3);
  for (let at = 0, to = 0; at < raster.data.length; at++, to += 3) data.fill(raster.data[at] ?? 0, to, to + 3);
  return { ...raster, channels: 3, data, isBitonal: false };
}

/** Middle colour of the outermost pixels: what a turned sheet is filled up with, so that no seam shows. */
export function borderColour({ width, height, channels, data }: Raster): readonly number[] {
  const counts = Array.from({ length: channels }, () => new Uint32Array(256));
  let total = 0;
  const count = (x: number, y: number): void => {
    const at = (y * width + x) * channels;
    counts.forEach((of, channel) => of[data[at + channel] ?? 0]!++);
    total++;
  };
  for (let x = 0; x < width; x++) {
    count(x, 0);
    count(x, height - 1);
  }
  for (let y = 1; y < height - 1; y++) {
    count(0, y);
    count(width - 1, y);
  }
  return counts.map((of) => {
    let seen = 0;
    return of.findIndex((each) => (seen += each) * 2 >= total);
  });
}

/** Smaller by whole averages, so that the long side has at most `side` pixels; `scale` is small to large. */
export function reduceBrightness(
  raster: Raster,
  side: number,
): { grey: Uint8Array; width: number; height: number; scale: number } {
  const grey = brightnessOf(raster);
  const scale = Math.max(1, Math.max(raster.width, raster.height) / side);
  const width = Math.max(1, Math.floor(raster.width / scale));
  const height = Math.max(1, Math.floor(raster.height / scale));
  if (scale === 1) return { grey, width, height, scale };
  const small = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.floor(y * scale);
    const bottom = Math.max(top + 1, Math.min(raster.height, Math.floor((y + 1) * scale)));
    for (let x = 0; x < width; x++) {
      const left = Math.floor(x * scale);
      const right = Math.max(left + 1, Math.min(raster.width, Math.floor((x + 1) * scale)));
      let sum = 0;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++) sum += grey[row * raster.width + column] ?? 0;
      small[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { grey: small, width, height, scale };
}
