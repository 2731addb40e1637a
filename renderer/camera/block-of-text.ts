import type { SheetCorners } from "#contract/derivative";
import type { Gray } from "./gray.ts";
import { areaOf } from "./quad.ts";
import type { Slope } from "./slope.ts";

const samples = 40;
/** Pixels from the side: near enough for the margin of a sheet, far enough from its edge. */
const from = 3;
const to = 6;

/**
 * Whether a four-cornered shape is a block of writing or a table on a sheet whose own edges are not seen: writing begins
 * right inside its sides, and outside there is paper as bright as inside. Cropped to, it would lose the margins.
 */
export function isBlockOfText(picture: Gray, slope: Slope, corners: SheetCorners, steep: number): boolean {
  const inward = areaOf(corners) > 0 ? 1 : -1;
  let [busy, alike] = [0, 0];
  corners.forEach((start, at) => {
    const end = corners[(at + 1) % 4] ?? start;
    const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
    const nx = (-(end.y - start.y) / length) * inward;
    const ny = ((end.x - start.x) / length) * inward;
    const inside: number[] = [];
    const outside: number[] = [];
    let strokes = 0;
    for (let step = 0; step < samples; step++) {
      const along = 0.05 + (0.9 * step) / samples;
      const x = start.x + (end.x - start.x) * along;
      const y = start.y + (end.y - start.y) * along;
      let steepest = 0;
      for (let off = from; off <= to; off++) {
        const place = placeOf(picture, x + nx * off, y + ny * off);
        if (place >= 0) {
          inside.push(picture.data[place] ?? 0);
          steepest = Math.max(steepest, slope.size[place] ?? 0);
        }
        const beyond = placeOf(picture, x - nx * off, y - ny * off);
        if (beyond >= 0) outside.push(picture.data[beyond] ?? 0);
      }
      if (steepest >= steep) strokes += 1;
    }
    if (strokes > samples * 0.3) busy += 1;
    if (outside.length > samples && Math.abs(level(outside) - level(inside)) < 12) alike += 1;
  });
  return busy >= 2 && alike >= 2;
}

/** Brightness of the paper among strokes: the upper fifth. */
function level(values: number[]): number {
  values.sort((one, other) => one - other);
  return values[Math.floor(values.length * 0.8)] ?? 0;
}

function placeOf({ width, height }: Gray, x: number, y: number): number {
  const left = Math.round(x);
  const top = Math.round(y);
  return left < 0 || top < 0 || left >= width || top >= height ? -1 : top * width + left;
}
