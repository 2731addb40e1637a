// Pixels looked up between pixels: each of the new picture has its place in the old one.
import { blankLike, type Raster } from "./raster.ts";

/** Where a pixel of the new picture lies in the old one, by the centres of both; written into `to`. */
export type PlaceOf = (x: number, y: number, to: [number, number]) => void;

/** Bilinear; what lies outside the old picture gets `fill`. A bitonal picture stays one. */
export function samplePicture(
  raster: Raster,
  size: { readonly width: number; readonly height: number },
  placeOf: PlaceOf,
  fill: readonly number[],
): Raster {
  const { width, height, channels, data, isBitonal } = raster;
  const made = blankLike(raster, size.width, size.height);
  const place: [number, number] = [0, 0];
  const of = (x: number, y: number, channel: number): number =>
    x < 0 || y < 0 || x >= width || y >= height
      ? (fill[channel] ?? 255)
      : (data[(y * width + x) * channels + channel] ?? 0);
  let to = 0;
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      placeOf(x, y, place);
      const left = Math.floor(place[0]);
      const top = Math.floor(place[1]);
      const across = place[0] - left;
      const down = place[1] - top;
      const isInside = left >= 0 && top >= 0 && left + 1 < width && top + 1 < height;
      const corner = (top * width + left) * channels;
      for (let channel = 0; channel < channels; channel++) {
        const at = corner + channel;
        const [a, b, c, d] = isInside
          ? [
              data[at] ?? 0,
              data[at + channels] ?? 0,
              data[at + width * channels] ?? 0,
              data[at + (width + 1) * channels] ?? 0,
            ]
          : [
              of(left, top, channel),
              of(left + 1, top, channel),
              of(left, top + 1, channel),
              of(left + 1, top + 1, channel),
            ];
        const value = (a * (1 - across) + b * across) * (1 - down) + (c * (1 - across) + d * across) * down;
        made.data[to++] = isBitonal ? (value < 128 ? 0 : 255) : value + 0.5;
      }
    }
  return made;
}
