// The fold of an open book: in the middle of the width, the column with least ink and deepest shadow.
import { findInk } from "./find-ink.ts";
import { reduceBrightness, type Raster } from "./raster.ts";

const side = 800;
/** The fold is looked for in this middle share of the width. */
const [from, to] = [0.38, 0.62];

/** Its place as a share of the width, 0.38 to 0.62. */
export function findFold(raster: Raster): number {
  const { grey, width, height } = reduceBrightness(raster, side);
  const ink = findInk(grey, width, height, 10);
  const reach = Math.max(2, Math.round(width / 80));
  const columns = Array.from({ length: width }, (_, x) => {
    let inked = 0;
    let bright = 0;
    for (let y = 0; y < height; y++) {
      inked += ink[y * width + x] ?? 0;
      bright += grey[y * width + x] ?? 0;
    }
    // Ink in every tenth row weighs as much as a shadow of fifty.
    return (inked / height) * 500 + bright / height;
  });
  let best = { at: 0.5, cost: Infinity };
  for (let x = Math.ceil(width * from); x <= width * to; x++) {
    let sum = 0;
    let count = 0;
    for (let near = Math.max(0, x - reach); near <= Math.min(width - 1, x + reach); near++) {
      sum += columns[near] ?? 0;
      count++;
    }
    // Of two columns alike the one nearer the middle.
    const cost = sum / count + Math.abs((x + 0.5) / width - 0.5) * 40;
    if (cost < best.cost) best = { at: (x + 0.5) / width, cost };
  }
  return Math.round(best.at * 1000) / 1000;
}
