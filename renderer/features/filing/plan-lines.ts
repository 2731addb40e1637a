// The preview as lines of one long list, and its result in words.
import type { PlannedUnit } from "#contract/filing-unit";
import { type Retention, retentionLabel } from "#contract/retention";
import { filingText } from "#text/filing";
import { sayItemNumber } from "#text/format";

type Planned = PlannedUnit["items"][number];
export type PlanLine =
  | {
      readonly kind: "unit";
      readonly name: string;
      readonly all: number;
      readonly fresh: number;
      readonly isOrderedByHand: boolean;
    }
  | { readonly kind: "item"; readonly item: Planned };

export const unitName = (retention: Retention, matter: { name: string } | null): string =>
  filingText.unit(retentionLabel(retention), matter?.name ?? "");

const freshOf = (unit: PlannedUnit): readonly Planned[] => unit.items.filter((item) => item.isNew);

/** Each unit as a head line with its items under it. */
export function planLines(units: readonly PlannedUnit[]): readonly PlanLine[] {
  return units.flatMap((unit) => [
    {
      kind: "unit" as const,
      name: unitName(unit.retention, unit.matter),
      all: unit.items.length,
      fresh: freshOf(unit).length,
      isOrderedByHand: unit.isOrderedByHand,
    },
    ...unit.items.map((item) => ({ kind: "item" as const, item })),
  ]);
}

/** 0001–0012, or 0001–0003、0007 where new numbers do not follow each other. */
export function sayRanges(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((one, other) => one - other);
  const ranges: [number, number][] = [];
  for (const each of sorted) {
    const last = ranges.at(-1);
    if (last && each === last[1] + 1) last[1] = each;
    else ranges.push([each, each]);
  }
  return ranges
    .map(([first, last]) => (first === last ? sayItemNumber(first) : `${sayItemNumber(first)}–${sayItemNumber(last)}`))
    .join("、");
}

/** The units that get new numbers, each with its numbers. */
export const freshUnits = (units: readonly PlannedUnit[]): readonly { name: string; count: number; ranges: string }[] =>
  units.flatMap((unit) => {
    const fresh = freshOf(unit);
    if (fresh.length === 0) return [];
    const ranges = sayRanges(fresh.map((item) => item.itemNumber));
    return [{ name: unitName(unit.retention, unit.matter), count: fresh.length, ranges }];
  });

/** 已归档 12 件，件号 0001–0012; with several units each is named. */
export function sayFiled(filedCount: number, units: readonly PlannedUnit[]): string {
  const fresh = freshUnits(units);
  const [only] = fresh;
  if (fresh.length === 1 && only) return filingText.done(filedCount, only.ranges);
  return filingText.doneUnits(filedCount, fresh.map((unit) => `${unit.name} ${unit.ranges}`).join("；"));
}
