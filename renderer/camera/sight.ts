// What is seen of a picture: the sheet, its print, whether anything is written there. Worked out in a worker.
import type { CropWay } from "#contract/camera-frame";
import type { StillMark } from "#contract/capture";
import type { SheetCorners } from "#contract/derivative";
import { findSheet } from "./find-sheet.ts";
import type { Gray } from "./gray.ts";
import { levelOf, marksOf } from "./measure-still.ts";
import { type PagePrint, printOf } from "./page-print.ts";
import { scaled } from "./quad.ts";
import { readingCorners } from "./reading-corners.ts";
import { viewSheet, wholePicture } from "./sheet-view.ts";
import { cellsOf } from "./stillness.ts";

/** How a still is going to be cropped and read; corners as shares of the picture. */
export type Cut = {
  readonly crop: CropWay;
  readonly corners: SheetCorners | null;
  readonly quarters: number;
  readonly isSpread: boolean;
  readonly foldAt: number;
};

export type Sight = {
  /** As shares of the picture; null keeps the whole picture. */
  readonly corners: SheetCorners | null;
  /** Edges were found in this very picture. */
  readonly hasEdges: boolean;
  readonly hasPage: boolean;
  readonly print: PagePrint;
  readonly cells: Float32Array;
  readonly marks: StillMark[];
};

/** Looks at a picture; marks are measured for stills only. */
export function lookAt(picture: Gray, cut: Cut, isStill: boolean): Sight {
  const { width, height } = picture;
  // Finding needs no more than about 400 pixels, and takes the longer the more there are.
  const small = isStill ? shrunk(picture, Math.max(1, Math.round(width / 400))) : picture;
  const found = cut.crop === "auto" ? findSheet(small) : undefined;
  const corners = found ? pixelsToShares(found.corners, small) : cut.crop === "off" ? null : cut.corners;
  const used = corners ? scaled(corners, width, height) : wholePicture(picture);
  const read = readingCorners(used, cut);
  return {
    corners,
    hasEdges: found !== undefined,
    hasPage:
      found !== undefined ||
      ((corners !== null || cut.crop === "off") && hasWriting(viewSheet(picture, used, 180, 240))),
    print: printOf(picture, used),
    cells: cellsOf(small),
    marks: isStill ? marksOf(picture, corners ? used : null, read) : [],
  };
}

/** A pixel of a small picture stands for the middle of what it covers. */
const pixelsToShares = (corners: SheetCorners, { width, height }: Gray): SheetCorners => {
  const [a, b, c, d] = corners.map(({ x, y }) => ({ x: (x + 0.5) / width, y: (y + 0.5) / height }));
  return a && b && c && d ? [a, b, c, d] : corners;
};

/** Each pixel the mean of `times` by `times`. */
export function shrunk({ width, height, data }: Gray, times: number): Gray {
  if (times === 1) return { width, height, data };
  const [wide, high] = [Math.floor(width / times), Math.floor(height / times)];
  const small = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      let sum = 0;
      for (let dy = 0; dy < times; dy++)
        for (let dx = 0; dx < times; dx++) sum += data[(y * times + dy) * width + x * times + dx] ?? 0;
      small[y * wide + x] = sum / (times * times);
    }
  return { width: wide, height: high, data: small };
}

/** Strokes on bright paper; a bare desk has none. */
export function hasWriting(view: Gray): boolean {
  const paper = levelOf(view, 0.75);
  if (paper < 110) return false;
  let dark = 0;
  for (const value of view.data) if (value < paper - 45) dark += 1;
  const share = dark / view.data.length;
  return share > 0.006 && share < 0.6;
}
