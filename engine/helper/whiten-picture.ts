// 去底色: each pixel divided by the paper around it, so that shadow, yellowing and print showing through go white.
import { brightnessOf, type Raster } from "./raster.ts";

/** Pixels of one cell of the grid. */
const cell = 16;
/** Cells that ink may cover without being taken for paper: a seal, a bold heading (9 mm at 300 dpi). */
const reach = 3;
/** Of the paper's brightness: all above is white, all below black. */
const white = 0.9;
const black = 0.06;

type Grid = { readonly columns: number; readonly rows: number; readonly values: Float32Array };

/** Brightness of the paper in each cell: what nine of ten of its pixels do not reach, over the cells around. */
function measurePaper(raster: Raster, channel: number, grey: Uint8Array): Grid {
  const columns = Math.ceil(raster.width / cell);
  const rows = Math.ceil(raster.height / cell);
  const values = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let total = 0;
      for (let y = row * cell; y < Math.min(raster.height, (row + 1) * cell); y++)
        for (let x = column * cell; x < Math.min(raster.width, (column + 1) * cell); x++) {
          const at = y * raster.width + x;
          counts[raster.channels === 1 ? (grey[at] ?? 0) : (raster.data[at * 3 + channel] ?? 0)]!++;
          total++;
        }
      let level = 255;
      for (let above = counts[255] ?? 0; above * 10 < total && level > 0; above += counts[level] ?? 0) level--;
      values[row * columns + column] = level;
    }
  return { columns, rows, values };
}

/** Largest or smallest value within `reach` cells: first along rows, then along columns. */
function widen({ columns, rows, values }: Grid, pick: (one: number, other: number) => number): Grid {
  const pass = (from: Float32Array, isAcross: boolean): Float32Array => {
    const made = new Float32Array(from.length);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        let value = from[row * columns + column] ?? 0;
        for (let step = -reach; step <= reach; step++) {
          const x = isAcross ? Math.min(columns - 1, Math.max(0, column + step)) : column;
          const y = isAcross ? row : Math.min(rows - 1, Math.max(0, row + step));
          value = pick(value, from[y * columns + x] ?? 0);
        }
        made[row * columns + column] = value;
      }
    return made;
  };
  return { columns, rows, values: pass(pass(values, true), false) };
}

/** A picture as white as its paper could be; a bitonal one has no ground and stays as it is. */
export function whitenPicture(raster: Raster): Raster {
  if (raster.isBitonal) return raster;
  const { width, height, channels } = raster;
  const data = new Uint8Array(raster.data.length);
  const grey = brightnessOf(raster);
  for (let channel = 0; channel < channels; channel++) {
    const paper = widen(widen(measurePaper(raster, channel, grey), Math.max), Math.min);
    const at = (column: number, row: number): number =>
      paper.values[
        Math.min(paper.rows - 1, Math.max(0, row)) * paper.columns + Math.min(paper.columns - 1, Math.max(0, column))
      ] ?? 255;
    // Ground of a row of pixels at each middle of a cell, from the one before the first to the one after the last.
    const line = new Float32Array(paper.columns + 2);
    for (let y = 0; y < height; y++) {
      const down = (y + 0.5) / cell - 0.5;
      const row = Math.floor(down);
      for (let column = 0; column < line.length; column++) {
        const upper = at(column - 1, row);
        line[column] = Math.max(24, upper + (at(column - 1, row + 1) - upper) * (down - row));
      }
      for (let x = 0; x < width; x++) {
        const across = (x + 0.5) / cell + 0.5;
        const column = across | 0;
        const left = line[column] ?? 255;
        const ground = left + ((line[column + 1] ?? 255) - left) * (across - column);
        const pixel = (y * width + x) * channels + channel;
        const share = ((raster.data[pixel] ?? 0) / ground - black) / (white - black);
        data[pixel] = share <= 0 ? 0 : share >= 1 ? 255 : share * 255 + 0.5;
      }
    }
  }
  return { ...raster, data };
}
