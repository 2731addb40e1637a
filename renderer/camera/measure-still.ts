// What is wrong with a still while the page still lies on the table (product E08). Each measure says so only when it is
// sure enough; what it cannot tell, it does not say.
import type { StillMark } from "#contract/capture";
import type { SheetCorners } from "#contract/derivative";
import type { Gray } from "./gray.ts";
import { isUpsideDown } from "./upside-down.ts";
import { viewSheet } from "./sheet-view.ts";

/** Sharpness of the sharpest strokes below which a page counts as blurred. */
const leastSharpness = 0.16;
/** Brightness of the paper, of 255, below which it is too dark. */
const leastPaper = 95;
/** Share of the sheet that a reflection covers at least. */
const leastGlare = 0.004;
/** A corner nearer to the border than this share of the picture may be cut off. */
const atBorder = 0.004;

/**
 * The marks of a still: `picture` about 1,200 pixels wide, `corners` of its sheet in it (null: nothing is cropped), `read`
 * the corners of the page in the order it is read.
 */
export function marksOf(picture: Gray, corners: SheetCorners | null, read: SheetCorners): StillMark[] {
  const marks: StillMark[] = [];
  const view = viewSheet(picture, read, 600, 800);
  const paper = levelOf(view, 0.75);
  const sharpness = sharpnessOf(view);
  if (sharpness !== undefined && sharpness < leastSharpness) marks.push({ mark: "blur", value: sharpness.toFixed(2) });
  if (paper < leastPaper) marks.push({ mark: "dark", value: String(paper) });
  const glare = glareOf(view, paper);
  if (glare >= leastGlare) marks.push({ mark: "glare", value: glare.toFixed(3) });
  if (corners && isCut(picture, corners)) marks.push({ mark: "cut-edge", value: "" });
  if (isUpsideDown(view)) marks.push({ mark: "upside-down", value: "" });
  return marks;
}

/** The brightness that a share of the pixels lies below. */
export function levelOf({ data }: Gray, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let sum = 0;
  for (let level = 0; level < 256; level++) {
    sum += counts[level] ?? 0;
    if (sum > data.length * share) return level;
  }
  return 255;
}

/**
 * How abruptly the darkest strokes begin: the strongest bends (Laplacian) against the contrast around them, 0 to about 1.
 * So light print counts as sharp as dark print. undefined when there are too few strokes to tell.
 */
export function sharpnessOf({ width, height, data }: Gray): number | undefined {
  const found: number[] = [];
  const reach = 3;
  for (let y = reach; y < height - reach; y += 2)
    for (let x = reach; x < width - reach; x += 2) {
      const at = y * width + x;
      const here = data[at] ?? 0;
      const bend = Math.abs(
        4 * here - (data[at - 1] ?? 0) - (data[at + 1] ?? 0) - (data[at - width] ?? 0) - (data[at + width] ?? 0),
      );
      if (bend < 8) continue;
      let [low, high] = [255, 0];
      for (let dy = -reach; dy <= reach; dy++)
        for (let dx = -reach; dx <= reach; dx++) {
          const value = data[at + dy * width + dx] ?? 0;
          if (value < low) low = value;
          if (value > high) high = value;
        }
      if (high - low >= 40) found.push(bend / (4 * (high - low)));
    }
  if (found.length < 150) return undefined;
  found.sort((one, other) => one - other);
  return found[Math.floor(found.length * 0.9)];
}

/**
 * Share of the sheet covered by patches as bright as the camera can tell, brighter than the paper around them. On paper
 * that is itself as bright as that nothing can be told.
 */
export function glareOf({ width, height, data }: Gray, paper: number): number {
  if (paper >= 240) return 0;
  const cell = 8;
  let covered = 0;
  let cells = 0;
  for (let top = 0; top + cell <= height; top += cell)
    for (let left = 0; left + cell <= width; left += cell) {
      cells += 1;
      let bright = 0;
      for (let y = top; y < top + cell; y++)
        for (let x = left; x < left + cell; x++) if ((data[y * width + x] ?? 0) >= 252) bright += 1;
      if (bright >= cell * cell * 0.9) covered += 1;
    }
  return covered / Math.max(1, cells);
}

function isCut({ width, height }: Gray, corners: SheetCorners): boolean {
  const [mx, my] = [Math.max(1.5, width * atBorder), Math.max(1.5, height * atBorder)];
  return corners.some(({ x, y }) => x < mx || y < my || x > width - 1 - mx || y > height - 1 - my);
}
