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
  const below = width * channels;
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
        const upper = isInside
          ? (data[at] ?? 0) * (1 - across) + (data[at + channels] ?? 0) * across
          : of(left, top, channel) * (1 - across) + of(left + 1, top, channel) * across;
        const lower = isInside
          ? (data[at + below] ?? 0) * (1 - across) + (data[at + below + channels] ?? 0) * across
          : of(left, top + 1, channel) * (1 - across) + of(left + 1, top + 1, channel) * across;
        const value = upper * (1 - down) + lower * down;
        made.data[to++] = isBitonal ? (value < 128 ? 0 : 255) : value + 0.5;
      }
    }
  return made;
}
