// One class as it lies now: its entries in order, each as thick as it is, and its boxes.
import type { BoxEntry } from "#contract/box";
import type { BoxingRules } from "#contract/boxing-rules";
import { starterBoxingRules } from "#contract/boxing-rules";
import type { FilingUnitId } from "#contract/filing-unit";
import { Refusal } from "#contract/refusal";
import { listBoxesOfClass, type BoxRecord } from "#db/box";
import { getUnitClass, listUnitEntries, type BoxableRecord } from "#db/box-entry";
import type { UnitClass } from "#db/filing-unit";
import type { ReadDb } from "#db/open";
import { getSetting } from "#db/setting";
import { reckonEntry } from "./reckon-thickness.ts";

export type BoxedClass = {
  readonly unitId: FilingUnitId;
  readonly unit: UnitClass;
  /** Everything on paper, in the order it lies; what is only digital is counted, not listed. */
  readonly entries: readonly BoxEntry[];
  readonly digitalCount: number;
  readonly boxes: readonly BoxRecord[];
};

/** The office's rules, or the estimates to start from. */
export const boxingRulesOf = (db: ReadDb): BoxingRules => getSetting(db, "boxingRules") ?? starterBoxingRules;

/** An entry as the window shows it; undefined when nothing of it is on paper. */
export function asEntry(record: BoxableRecord, category: string, rules: BoxingRules): BoxEntry | undefined {
  const thickness = reckonEntry(record, category, rules);
  if (!thickness) return undefined;
  const { parts, ...rest } = record;
  return {
    ...rest,
    pageCount: parts.reduce((sum, part) => sum + (part.carrier === "digital" ? 0 : part.pageCount), 0),
    thicknessMm: thickness.mm,
    isMeasured: thickness.isMeasured,
  };
}

/** Reads a class with its entries and boxes. Refuses filing-unit-not-found. */
export function readBoxedClass(db: ReadDb, unitId: FilingUnitId): BoxedClass {
  const unit = getUnitClass(db, unitId);
  if (!unit) throw new Refusal("filing-unit-not-found");
  const rules = boxingRulesOf(db);
  const records = listUnitEntries(db, unitId);
  const entries = records.flatMap((record) => asEntry(record, unit.category, rules) ?? []);
  return {
    unitId,
    unit,
    entries,
    digitalCount: records.length - entries.length,
    boxes: listBoxesOfClass(db, unit),
  };
}
