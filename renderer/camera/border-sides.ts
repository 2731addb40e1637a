import type { ImagePoint, SheetCorners } from "#contract/derivative";
import type { Gray } from "./gray.ts";

type Size = Pick<Gray, "width" | "height">;

const samples = 48;
/** Pixels from the border: a side counts as lying on it, and how far inside the paper is looked for. */
const near = 2.5;
const inside = 4;
/** Share of a side on the border that has paper right inside it: print and a finger leave gaps, a bare desk is none. */
const leastPaper = 0.75;

/** The way into the picture from the border that a side lies on, one pixel long; undefined for a side that lies on none. */
export function awayFromBorder({ width, height }: Size, a: ImagePoint, b: ImagePoint): ImagePoint | undefined {
  if (a.x < near && b.x < near) return { x: 1, y: 0 };
  if (a.y < near && b.y < near) return { x: 0, y: 1 };
  if (a.x > width - 1 - near && b.x > width - 1 - near) return { x: -1, y: 0 };
  if (a.y > height - 1 - near && b.y > height - 1 - near) return { x: 0, y: -1 };
  return undefined;
}

/**
 * Whether there is paper (`bright`) along every side that lies on the border of the picture. No edge can be asked for
 * there, and a hand or sleeve that reaches in over the sheet joins it with the border: the shape takes in the desk beside it.
 */
export function borderSidesHavePaper(size: Size, bright: Uint8Array, corners: SheetCorners): boolean {
  const { width, height } = size;
  return corners.every((from, at) => {
    const to = corners[(at + 1) % 4] ?? from;
    const step = awayFromBorder(size, from, to);
    if (!step) return true;
    let paper = 0;
    for (let count = 0; count < samples; count++) {
      const along = 0.04 + (0.92 * (count + 0.5)) / samples;
      const x = Math.round(within(from.x + (to.x - from.x) * along, width) + inside * step.x);
      const y = Math.round(within(from.y + (to.y - from.y) * along, height) + inside * step.y);
      paper += bright[y * width + x] ?? 0;
    }
    return paper >= samples * leastPaper;
  });
}

const within = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value));
