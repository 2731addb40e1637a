// What a box holds, in figures: for the list, the plan and the spine.
import type { BoxEntry } from "#contract/box";
import type { BoxingRules, SpineMm } from "#contract/boxing-rules";
import { usableMm } from "./pack-runs.ts";
import { roundMm } from "./reckon-thickness.ts";

/** mm of these entries; what must still be measured counts nothing. */
export const thicknessOf = (entries: readonly BoxEntry[]): number =>
  roundMm(entries.reduce((sum, entry) => sum + (entry.thicknessMm ?? 0), 0));

/** Count, pages, mm, first and last 件号 of a box's entries, in the order given. */
export function fillOfBox(entries: readonly BoxEntry[], spineMm: SpineMm, rules: BoxingRules) {
  const first = entries[0];
  const last = entries.at(-1);
  return {
    spineMm,
    usableMm: usableMm(spineMm, rules),
    thicknessMm: thicknessOf(entries),
    entryCount: entries.length,
    pageSum: entries.reduce((sum, entry) => sum + entry.pageCount, 0),
    firstNumber: first?.number ?? null,
    lastNumber: last?.number ?? null,
    firstCode: first?.archivalCode ?? "",
    lastCode: last?.archivalCode ?? "",
  };
}
