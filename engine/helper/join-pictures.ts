// 拼接: two pictures set side by side or one below the other, at the same scale; what is missing is filled up.
import { blankLike, borderColour, toColour, type Raster } from "./raster.ts";
import { samplePicture } from "./sample-picture.ts";

export type Scaled = { readonly raster: Raster; readonly dpi: number | null };

/** Resolutions nearer than this are the same. */
const nearEnough = 0.02;

function toScale({ raster, dpi }: Scaled, wanted: number | null): Raster {
  const factor = dpi !== null && wanted !== null ? wanted / dpi : 1;
  if (Math.abs(factor - 1) < nearEnough) return raster;
  const width = Math.max(1, Math.round(raster.width * factor));
  const height = Math.max(1, Math.round(raster.height * factor));
  const place = (x: number, y: number, to: [number, number]): void => {
    to[0] = Math.min(raster.width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
    to[1] = Math.min(raster.height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
  };
  return samplePicture(raster, { width, height }, place, [255, 255, 255]);
}

/** `other` right of `one` or below it; tops (left edges) in line, nothing stretched but by its resolution. */
export function joinPictures(one: Scaled, other: Scaled, side: "right" | "below"): Raster {
  const scaled = toScale(other, one.dpi);
  const isColour = one.raster.channels === 3 || scaled.channels === 3;
  const first = isColour ? toColour(one.raster) : one.raster;
  const second = isColour ? toColour(scaled) : scaled;
  const isBitonal = first.isBitonal && second.isBitonal;
  const isRight = side === "right";
  const made = blankLike(
    { channels: first.channels, isBitonal },
    isRight ? first.width + second.width : Math.max(first.width, second.width),
    isRight ? Math.max(first.height, second.height) : first.height + second.height,
  );
  const ground = borderColour(first);
  for (let at = 0; at < made.data.length; at++) made.data[at] = ground[at % made.channels] ?? 255;
  lay(made, first, 0, 0);
  lay(made, second, isRight ? first.width : 0, isRight ? 0 : first.height);
  return made;
}

function lay(into: Raster, from: Raster, left: number, top: number): void {
  const bytes = from.width * from.channels;
  for (let row = 0; row < from.height; row++)
    into.data.set(
      from.data.subarray(row * bytes, (row + 1) * bytes),
      ((top + row) * into.width + left) * into.channels,
    );
}
