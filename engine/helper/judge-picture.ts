// 初看: one picture measured in the helper process. Sizes are those of the judged picture, A4 at 200 dpi at most.
import { takeFingerprint } from "./judge-picture-fingerprint.ts";
import { measureEdges } from "./judge-picture-edges.ts";
import type { PictureFacts } from "./judge-picture-facts.ts";
import { findInk, mapPaper, peakContrast, type InkPiece, type PaperMap } from "./judge-picture-ink.ts";
import { openRaster, type Raster } from "./judge-picture-raster.ts";
import { readCodes } from "./read-barcode.ts";
import { refuseImage } from "./sharp-guarded.ts";

/** Smaller pieces are dust: 14 pixels are 0.4 mm across. */
const leastPiece = 14;
/** Ink nearer to an edge than this share of the side is shadow, staple or torn paper. */
const rim = 0.025;

/** A punched hole: dark, round, as wide as 4 to 9 mm, near an edge. */
function isHole({ area, left, right, top, bottom }: InkPiece, { width, height }: Raster): boolean {
  const [w, h] = [right - left + 1, bottom - top + 1];
  if (w < 30 || w > 75 || h < 30 || h > 75 || Math.abs(w - h) > 12 || area < w * h * 0.6) return false;
  const [x, y] = [(left + right) / 2 / width, (top + bottom) / 2 / height];
  return Math.min(x, 1 - x, y, 1 - y) < 0.12;
}

function inkOf(pieces: readonly InkPiece[], raster: Raster): number {
  const [rimX, rimY] = [raster.width * rim, raster.height * rim];
  let ink = 0;
  for (const piece of pieces) {
    const [x, y] = [(piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2];
    const isAtRim = x < rimX || x > raster.width - rimX || y < rimY || y > raster.height - rimY;
    if (!isAtRim && !isHole(piece, raster)) ink += piece.area;
  }
  return ink;
}

/** How far ink must reach into the page from an edge, and how long it may lie along it: longer is shadow. */
const [reach, longest] = [6, 90];

/** Strokes and rules that run into an edge, on the side that has most: what is cut goes on at the edge itself. */
function countCut({ width, height, grey }: Raster, { columns, levels }: PaperMap): number {
  const isInk = (x: number, y: number): boolean =>
    (levels[(y >> 5) * columns + (x >> 5)] ?? 255) - (grey[y * width + x] ?? 255) >= peakContrast;
  const countSide = (length: number, at: (along: number, away: number) => readonly [number, number]): number => {
    let [count, run] = [0, 0];
    for (let along = 0; along <= length; along++) {
      const isCut = along < length && [1, reach / 2, reach].every((away) => isInk(...at(along, away)));
      if (isCut) run++;
      else {
        if (run >= 2 && run <= longest) count++;
        run = 0;
      }
    }
    return count;
  };
  if (width <= 2 * reach || height <= 2 * reach) return 0;
  return Math.max(
    countSide(height, (along, away) => [away, along]),
    countSide(height, (along, away) => [width - 1 - away, along]),
    countSide(width, (along, away) => [along, away]),
    countSide(width, (along, away) => [along, height - 1 - away]),
  );
}

/** Median of the paper's brightness; share of tiles that are blown out while that median is not. */
function measureLight({ levels }: PaperMap): { paper: number; glare: number } {
  const paper = levels.toSorted()[levels.length >> 1] ?? 255;
  if (paper > 238) return { paper, glare: 0 };
  let blown = 0;
  for (const level of levels) if (level >= 252) blown++;
  return { paper, glare: blown / levels.length };
}

/** Red ink in the upper 35 % of the page. */
function measureRed({ width, height, rgb }: Raster): { redHead: number; redWidth: number } {
  if (!rgb) return { redHead: 0, redWidth: 0 };
  const channels = rgb.length / (width * height);
  const columns = new Uint8Array(64);
  let red = 0;
  let seen = 0;
  for (let y = 0; y < height * 0.35; y += 2)
    for (let x = 0; x < width; x += 2, seen++) {
      const at = (y * width + x) * channels;
      const [r = 0, g = 0, b = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]];
      if (r < 120 || r - g < 60 || r - b < 50) continue;
      red++;
      columns[Math.floor((x / width) * 64)] = 1;
    }
  return { redHead: seen === 0 ? 0 : red / seen, redWidth: columns.reduce((sum, each) => sum + each, 0) / 64 };
}

/** Measures one JPEG or PNG. Refuses image-damaged, image-too-large. */
export async function judgePicture(bytes: Buffer): Promise<PictureFacts> {
  const raster = await openRaster(bytes).catch((error: unknown) => {
    throw refuseImage(error);
  });
  const paperMap = mapPaper(raster);
  const pieces = findInk(raster, paperMap).filter(({ area, peak }) => area >= leastPiece && peak >= peakContrast);
  const edges = measureEdges(raster);
  return {
    kind: "judged",
    ink: inkOf(pieces, raster),
    edgeWidth: edges.median,
    edgeCount: edges.count,
    ...measureLight(paperMap),
    cutStrokes: countCut(raster, paperMap),
    ...measureRed(raster),
    fingerprint: takeFingerprint(raster, pieces),
    codes: await readCodes(raster),
  };
}
