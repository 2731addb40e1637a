// 裁切 and 双页切分: a rectangle out of a picture.
import { blankLike, type Raster } from "./raster.ts";
import { Refused } from "./serve-questions.ts";

export type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Pixels a page has at least on either side: what is smaller was a slip of the hand. */
export const leastSide = 16;
/** Share of the rectangle that must lie in the picture; the pages of a pile differ by some pixels. */
const leastShare = 0.9;

/** The part of a rectangle that lies in the picture. Refuses crop-outside: hardly any of it does, or it is a mere speck. */
export function clampRectangle({ width, height }: Pick<Raster, "width" | "height">, asked: Rectangle): Rectangle {
  const left = Math.min(asked.left, width);
  const top = Math.min(asked.top, height);
  const clamped = {
    left,
    top,
    width: Math.min(asked.left + asked.width, width) - left,
    height: Math.min(asked.top + asked.height, height) - top,
  };
  const isMost = clamped.width * clamped.height >= leastShare * asked.width * asked.height;
  if (!isMost || clamped.width < leastSide || clamped.height < leastSide) throw new Refused("crop-outside");
  return clamped;
}

/** Cuts a rectangle that lies in the picture out of it, pixel for pixel. */
export function cropPicture(raster: Raster, { left, top, width, height }: Rectangle): Raster {
  const { channels, data } = raster;
  const made = blankLike(raster, width, height);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * raster.width + left) * channels;
    made.data.set(data.subarray(from, from + width * channels), row * width * channels);
  }
  return made;
}

/** One half of a spread; the fold is at `at` of the width. Refuses crop-outside. */
export function halfPicture(raster: Raster, half: "first" | "second", at: number): Raster {
  const fold = Math.round(raster.width * at);
  const { height } = raster;
  const side = half === "first" ? { left: 0, width: fold } : { left: fold, width: raster.width - fold };
  return cropPicture(raster, clampRectangle(raster, { ...side, top: 0, height }));
}
