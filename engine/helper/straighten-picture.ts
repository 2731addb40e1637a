// 纠偏: turned by a fraction of a degree about its middle; the sheet grows so that no corner is cut off.
import { borderColour, type Raster } from "./raster.ts";
import { samplePicture } from "./sample-picture.ts";

/** Less than this is not worth reckoning every pixel anew. */
const least = 0.01;

/** Turned by `degrees` clockwise; filled up with the colour of the border. */
export function straightenPicture(raster: Raster, degrees: number): Raster {
  if (Math.abs(degrees) < least) return raster;
  const sine = Math.sin((degrees * Math.PI) / 180);
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const width = Math.ceil(raster.width * Math.abs(cosine) + raster.height * Math.abs(sine));
  const height = Math.ceil(raster.width * Math.abs(sine) + raster.height * Math.abs(cosine));
  return samplePicture(
    raster,
    { width, height },
    (x, y, to) => {
      const across = x - (width - 1) / 2;
      const down = y - (height - 1) / 2;
      to[0] = across * cosine + down * sine + (raster.width - 1) / 2;
      to[1] = -across * sine + down * cosine + (raster.height - 1) / 2;
    },
    borderColour(raster),
  );
}
