// 黑白二值: ink black, paper white, each by what is around it.
import { findInk, inkRadius } from "./find-ink.ts";
import { brightnessOf, type Raster } from "./raster.ts";

/** One channel of 0 and 255. */
export function bitonalPicture(raster: Raster, dpi: number | null): Raster {
  if (raster.isBitonal) return raster;
  const { width, height } = raster;
  const data = findInk(brightnessOf(raster), width, height, inkRadius(dpi, Math.max(width, height)));
  for (let at = 0; at < data.length; at++) data[at] = data[at] ? 0 : 255;
  return { width, height, channels: 1, isBitonal: true, data };
}
