// The boxes of one class as they would be: what lies in none yet is put after its neighbour, or everything is packed anew.
import type { BoxEntry } from "#contract/box";
import type { BoxingRules, SpineMm } from "#contract/boxing-rules";
import type { BoxId } from "#contract/place-of-item";
import type { BoxRecord } from "#db/box";
import type { BoxedClass } from "./boxed-class.ts";
import { thicknessOf } from "./fill-of-box.ts";
import { mostMm, packRuns, usableMm } from "./pack-runs.ts";

/** A box of the plan; id null is one to be made. boxNumber 0 is still to be given. */
export type BoxPlan = {
  readonly id: BoxId | null;
  readonly boxNumber: number;
  readonly spineMm: SpineMm;
  readonly entries: readonly BoxEntry[];
};
export type PlanMode = "rest" | "all";

/** Whether a box can hold it at all: measured or reckoned, and no thicker than the thickest box in stock. */
export const isPackable = (entry: BoxEntry, rules: BoxingRules): boolean =>
  entry.thicknessMm !== null && entry.thicknessMm <= mostMm(rules);

function packFresh(entries: readonly BoxEntry[], rules: BoxingRules): BoxPlan[] {
  const runs = packRuns(
    entries.map((entry) => entry.thicknessMm ?? 0),
    rules,
  );
  return runs.map(({ from, to, spineMm }) => ({ id: null, boxNumber: 0, spineMm, entries: entries.slice(from, to) }));
}

/** Everything anew; boxes there are used again in their order, those left over go. */
function planAll(of: BoxedClass, rules: BoxingRules): BoxPlan[] {
  const packed = packFresh(
    of.entries.filter((entry) => isPackable(entry, rules)),
    rules,
  );
  return packed.map((plan, at) => {
    const known = of.boxes[at];
    return known ? { ...plan, id: known.id, boxNumber: known.boxNumber } : plan;
  });
}

/** Boxes stay; what lies in none joins the box of its neighbour in front, what comes after all of them is packed on. */
function planRest(of: BoxedClass, rules: BoxingRules): BoxPlan[] {
  const inBox = new Map<BoxId, BoxEntry[]>(of.boxes.map((box) => [box.id, []]));
  const firstBoxed = of.entries.find((entry) => entry.boxId !== null)?.boxId ?? null;
  const lastAt = of.entries.findLastIndex((entry) => entry.boxId !== null);
  let current = firstBoxed;
  const tail: BoxEntry[] = [];
  of.entries.forEach((entry, at) => {
    if (entry.boxId) current = entry.boxId;
    else if (!isPackable(entry, rules)) return;
    else if (at > lastAt) {
      tail.push(entry);
      return;
    }
    if (current) inBox.get(current)?.push(entry);
  });
  const last = of.boxes.find((box) => box.id === of.entries[lastAt]?.boxId);
  if (last) fillOn(inBox.get(last.id) ?? [], last, tail, rules);
  const kept = of.boxes.map(({ id, boxNumber, spineMm }) => ({ id, boxNumber, spineMm, entries: inBox.get(id) ?? [] }));
  return [...kept, ...packFresh(tail, rules)];
}

/** The last box takes what still goes in. */
function fillOn(held: BoxEntry[], box: BoxRecord, tail: BoxEntry[], rules: BoxingRules): void {
  for (let next = tail[0]; next; next = tail[0]) {
    if (thicknessOf([...held, next]) > usableMm(box.spineMm, rules)) return;
    held.push(next);
    tail.shift();
  }
}

/** The boxes of a class by the mode asked, without numbers for the new ones. */
export const planClass = (of: BoxedClass, mode: PlanMode, rules: BoxingRules): BoxPlan[] =>
  mode === "all" ? planAll(of, rules) : planRest(of, rules);
