// 去污点: small dark specks that stand alone go; beside a stroke they stay, where a speck may be a dot of the character
// (DA/T 31-2017: the look of the record is kept).
import { findInk, inkRadius } from "./find-ink.ts";
import { labelInk, type InkPatch } from "./label-ink.ts";
import { brightnessOf, type Raster } from "./raster.ts";

/** Cells of `size` pixels in which something larger than a speck has ink. */
function markLarge(
  patches: readonly InkPatch[],
  most: number,
  size: number,
  columns: number,
  rows: number,
): Uint8Array {
  const marked = new Uint8Array(columns * rows);
  for (const patch of patches)
    if (!isSpeck(patch, most))
      for (const { y, first, last } of patch.runs)
        for (let column = Math.floor(first / size); column <= Math.floor(last / size); column++)
          marked[Math.floor(y / size) * columns + column] = 1;
  return marked;
}

const isSpeck = ({ left, top, right, bottom }: InkPatch, most: number): boolean =>
  right - left < most && bottom - top < most;

/** Specks up to `most` pixels across become the paper beside them. */
export function despecklePicture(raster: Raster, most: number, dpi: number | null): Raster {
  const { width, height, channels } = raster;
  const grey = brightnessOf(raster);
  const ink = raster.isBitonal
    ? grey.map((value) => (value < 128 ? 1 : 0))
    : findInk(grey, width, height, inkRadius(dpi, Math.max(width, height)));
  const patches = labelInk(ink, width, height);
  const size = Math.max(4, most);
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const large = markLarge(patches, most, size, columns, rows);
  const data = raster.data.slice();
  for (const patch of patches) {
    if (!isSpeck(patch, most)) continue;
    let isBeside = false;
    for (let row = Math.floor(patch.top / size) - 1; row <= Math.floor(patch.bottom / size) + 1; row++)
      for (let column = Math.floor(patch.left / size) - 1; column <= Math.floor(patch.right / size) + 1; column++)
        if (row >= 0 && column >= 0 && row < rows && column < columns && large[row * columns + column]) isBeside = true;
    if (!isBeside) wipe({ ...raster, data }, patch, ink);
  }
  return { ...raster, data };

  /** The speck and its grey rim get the middle colour of the paper around it. */
  function wipe(into: Raster, { left, top, right, bottom }: InkPatch, marked: Uint8Array): void {
    const rim = raster.isBitonal ? 0 : 2;
    const around: number[][] = Array.from({ length: channels }, () => []);
    const each = (margin: number, visit: (at: number, isRing: boolean) => void): void => {
      for (let y = Math.max(0, top - margin); y <= Math.min(height - 1, bottom + margin); y++)
        for (let x = Math.max(0, left - margin); x <= Math.min(width - 1, right + margin); x++) {
          const isRing = y < top - rim || y > bottom + rim || x < left - rim || x > right + rim;
          visit(y * width + x, isRing);
        }
    };
    each(rim + 2, (at, isRing) => {
      if (isRing && !marked[at])
        around.forEach((values, channel) => values.push(raster.data[at * channels + channel] ?? 255));
    });
    const paper = around.map((values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 255);
    each(rim, (at) => paper.forEach((value, channel) => (into.data[at * channels + channel] = value)));
  }
}
