// The sheet on the desk: regions brighter than the rest, and regions enclosed by edges of two strengths, each as its hull
// and the four corners around it; the best by area, fit and edges under its sides (product E03).
import type { SheetCorners } from "#contract/derivative";
import { type Gray, smooth, splitLevel } from "./gray.ts";
import { areaOf, enclose, hullOf, isSheetLike } from "./quad.ts";
import { isBlockOfText } from "./block-of-text.ts";
import { borderSidesHavePaper } from "./border-sides.ts";
import { refineSides } from "./refine-sides.ts";
import { close, outlinesOf } from "./regions.ts";
import { edgesOf, slopeOf } from "./slope.ts";

export type FoundSheet = {
  /** In pixels of the picture that was looked at. */
  readonly corners: SheetCorners;
  /** 0 to 1: share of the sides with an edge under them. */
  readonly support: number;
};

/** Shares of the picture a sheet covers. */
const leastArea = 0.08;
const mostArea = 0.985;
/** Share of the four-cornered shape that its hull fills. */
const leastFit = 0.88;
const leastSupport = 0.55;
/** Slopes (Sobel, of 2040) of the two Canny levels, weaker first. */
const levels = [
  { low: 28, high: 60 },
  { low: 70, high: 150 },
] as const;

/** Finds the sheet in a picture of about 400 pixels a side; undefined when no edges are found (a desk as white as the paper). */
export function findSheet(picture: Gray): FoundSheet | undefined {
  const calm = smooth(picture);
  const { width, height } = calm;
  const slope = slopeOf(calm);
  const level = splitLevel(calm);
  const bright = calm.data.map((value) => (value > level ? 1 : 0));
  const masks = [
    close(bright, width, height, 2),
    ...levels.map(({ low, high }) => close(edgesOf(slope, low, high), width, height, 2)),
  ];
  const [weak] = levels;
  let best: (FoundSheet & { score: number }) | undefined;
  for (const mask of masks)
    for (const outline of outlinesOf(mask, width, height, leastArea).slice(0, 4)) {
      const hull = hullOf(outline);
      const corners = enclose(hull);
      if (!corners || !isSheetLike(corners)) continue;
      const fit = areaOf(hull) / areaOf(corners);
      const share = areaOf(corners) / (width * height);
      if (fit < leastFit || share < leastArea || share > mostArea) continue;
      const refined = refineSides(slope, corners, 4, weak.low);
      if (refined.support < leastSupport || !isSheetLike(refined.corners)) continue;
      if (isBlockOfText(calm, slope, refined.corners, weak.high)) continue;
      if (!borderSidesHavePaper(calm, bright, refined.corners)) continue;
      const score = share * fit * refined.support ** 2;
      if (!best || score > best.score) best = { ...refined, score };
    }
  return best && { corners: best.corners, support: best.support };
}
