// 旋转: quarter turns, pixel for pixel.
import { blankLike, type Raster } from "./raster.ts";

/** Turned clockwise; nothing is reckoned, so turning back gives the very same pixels. */
export function turnPicture(raster: Raster, quarters: 1 | 2 | 3): Raster {
  const { width, height, channels, data } = raster;
  const isLying = quarters !== 2;
  const turned = blankLike(raster, isLying ? height : width, isLying ? width : height);
  let from = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] =
        quarters === 1 ? [height - 1 - y, x] : quarters === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      const to = (row * turned.width + column) * channels;
      for (let channel = 0; channel < channels; channel++) turned.data[to + channel] = data[from++] ?? 0;
    }
  return turned;
}
