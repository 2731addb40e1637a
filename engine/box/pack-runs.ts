// Packing in order: a run of thicknesses cut into boxes, nothing split, nothing changed in its place.
import type { BoxingRules, SpineMm } from "#contract/boxing-rules";
import { roundMm } from "./reckon-thickness.ts";

/** A box of the run: entries `from` … `to - 1`. */
export type Run = { readonly from: number; readonly to: number; readonly spineMm: SpineMm };

/** mm of paper a box holds. */
export const usableMm = (spine: SpineMm, rules: BoxingRules): number => roundMm(spine - rules.wallMm);

/** Spines in stock, the thinnest first. */
export const sizesOf = (rules: BoxingRules): SpineMm[] => [...new Set(rules.sizes)].sort((a, b) => a - b);

/** mm the thickest box in stock holds. */
export function mostMm(rules: BoxingRules): number {
  const thickest = sizesOf(rules).at(-1);
  return thickest === undefined ? 0 : usableMm(thickest, rules);
}

type Cost = { readonly boxes: number; readonly scanty: number; readonly spine: number };
const isLess = (one: Cost, other: Cost): boolean =>
  one.boxes !== other.boxes
    ? one.boxes < other.boxes
    : one.scanty !== other.scanty
      ? one.scanty < other.scanty
      : one.spine < other.spine;

/**
 * Cuts a run into the fewest boxes; among these into the fewest scanty ones, then the least shelf, then the fullest boxes
 * first. The same run always gives the same boxes. No thickness may be above mostMm.
 */
export function packRuns(thicknesses: readonly number[], rules: BoxingRules): Run[] {
  const sizes = sizesOf(rules);
  const most = mostMm(rules);
  // best[i]: how entries from i on are packed best.
  const best: { cost: Cost; to: number; spineMm: SpineMm }[] = [];
  const end: Cost = { boxes: 0, scanty: 0, spine: 0 };
  for (let from = thicknesses.length - 1; from >= 0; from--) {
    let filled = 0;
    for (let to = from + 1; to <= thicknesses.length; to++) {
      filled = roundMm(filled + (thicknesses[to - 1] ?? 0));
      const spineMm = sizes.find((size) => filled <= usableMm(size, rules));
      if (filled > most || spineMm === undefined) break;
      const rest = best[to]?.cost ?? end;
      const isScanty = filled < rules.leastFill * usableMm(spineMm, rules);
      const cost = { boxes: rest.boxes + 1, scanty: rest.scanty + (isScanty ? 1 : 0), spine: rest.spine + spineMm };
      const known = best[from];
      // Equal costs: the later cut, so that the boxes in front are the full ones.
      if (!known || !isLess(known.cost, cost)) best[from] = { cost, to, spineMm };
    }
  }
  const runs: Run[] = [];
  for (let from = 0; from < thicknesses.length;) {
    const cut = best[from];
    if (!cut) throw new RangeError(`entry ${from} is thicker than the thickest box`);
    runs.push({ from, to: cut.to, spineMm: cut.spineMm });
    from = cut.to;
  }
  return runs;
}
