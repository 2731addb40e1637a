// How far the lines of a page slant: the angle at which dark pixels, summed along it, give the sharpest rows.
// Three passes over ±12° on a small copy; large dark areas (a lid, a photo) do not count, only what stands out nearby.
import { findInk } from "./find-ink.ts";
import { reduceBrightness, type Raster } from "./raster.ts";

/** Long side of the copy, pixels: at 0.05° a line of that length rises one pixel. */
const side = 1_200;
const most = 12;
/** Between the sharpest angle and the usual one; a page without lines has none that stands out. */
const leastPeak = 1.25;

type Points = { readonly x: Float32Array; readonly y: Float32Array; readonly reach: number };

function gatherInk(raster: Raster): Points {
  const { grey, width, height } = reduceBrightness(raster, side);
  const ink = findInk(grey, width, height, 12);
  const count = ink.reduce((sum, each) => sum + each, 0);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let at = 0, next = 0; at < ink.length; at++) {
    if (!ink[at]) continue;
    // Spread within its pixel: rows of whole numbers would make 0° sharper than it is.
    const share = (Math.imul(next, 2_654_435_761) >>> 0) / 2 ** 32;
    x[next] = (at % width) - width / 2;
    y[next++] = Math.floor(at / width) - height / 2 + share;
  }
  return { x, y, reach: Math.ceil(Math.hypot(width, height) / 2) + 2 };
}

function sharpness({ x, y, reach }: Points, degrees: number, bins: Float64Array): number {
  bins.fill(0);
  const sine = Math.sin((degrees * Math.PI) / 180);
  const cosine = Math.cos((degrees * Math.PI) / 180);
  for (let at = 0; at < x.length; at++) {
    const place = (y[at] ?? 0) * cosine - (x[at] ?? 0) * sine + reach;
    const bin = Math.floor(place);
    const share = place - bin;
    bins[bin]! += 1 - share;
    bins[bin + 1]! += share;
  }
  let score = 0;
  for (let bin = 1; bin < bins.length; bin++) score += ((bins[bin] ?? 0) - (bins[bin - 1] ?? 0)) ** 2;
  return score;
}

/** Degrees the print stands turned clockwise, −12 to 12; 0 where no lines are to be seen. */
export function findSkew(raster: Raster): number {
  const points = gatherInk(raster);
  if (points.x.length < 200) return 0;
  const bins = new Float64Array(2 * points.reach + 2);
  const look = (around: number, reach: number, step: number): { degrees: number; score: number; usual: number } => {
    const scores: { degrees: number; score: number }[] = [];
    for (let turn = -Math.round(reach / step); turn <= Math.round(reach / step); turn++) {
      const degrees = around + turn * step;
      scores.push({ degrees, score: sharpness(points, degrees, bins) });
    }
    const sorted = scores.toSorted((one, other) => other.score - one.score);
    const best = sorted[0] ?? { degrees: 0, score: 0 };
    return { ...best, usual: sorted[Math.floor(sorted.length / 2)]?.score ?? 0 };
  };
  const coarse = look(0, most, 0.5);
  if (coarse.score < coarse.usual * leastPeak) return 0;
  const middle = look(coarse.degrees, 0.5, 0.1);
  const fine = look(middle.degrees, 0.12, 0.01);
  return Math.round(Math.max(-most, Math.min(most, fine.degrees)) * 100) / 100;
}
