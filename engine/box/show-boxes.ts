// The boxes there are, with what they hold and where they stand.
import { archivalDate } from "#contract/archival-date";
import type { Box, BoxEntry } from "#contract/box";
import type { BoxingRules } from "#contract/boxing-rules";
import type { Input, Output } from "#contract/contract";
import type { FilingUnitId } from "#contract/filing-unit";
import type { BoxId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { getBox, type BoxRecord } from "#db/box";
import { listBoxEntries } from "#db/box-entry";
import { findUnit } from "#db/filing-unit";
import { isYearClosed } from "#db/filing-year";
import { listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { getShelfPlace } from "#db/shelf-place";
import { asEntry, boxingRulesOf, readBoxedClass, type BoxedClass } from "./boxed-class.ts";
import { fillOfBox } from "./fill-of-box.ts";
import { findBoxProblems } from "./find-box-problems.ts";
import { classesOfYear } from "./plan-boxes.ts";
import type { BoxPlan } from "./plan-class.ts";
import { proposeNote } from "./propose-note.ts";

type Names = { readonly unitId: FilingUnitId | null; readonly matterName: string };

function asBox(db: ReadDb, record: BoxRecord, entries: readonly BoxEntry[], names: Names, rules: BoxingRules): Box {
  const { placeId, arrangedOn, checkedOn, spineMm, ...rest } = record;
  return {
    ...rest,
    ...names,
    ...fillOfBox(entries, spineMm, rules),
    arrangedOn: archivalDate.parse(arrangedOn),
    checkedOn: archivalDate.parse(checkedOn),
    place: (placeId && getShelfPlace(db, placeId)) ?? null,
  };
}

/** The boxes of a class as a plan without changes: what findings are made of. */
export function boxesNow(of: BoxedClass): BoxPlan[] {
  return of.boxes.map(({ id, boxNumber, spineMm }) => ({
    id,
    boxNumber,
    spineMm,
    entries: of.entries.filter((entry) => entry.boxId === id),
  }));
}

/** Boxes of a year, class by class, with findings. Refuses filing-unit-not-found. */
export function listBoxes(db: ReadDb, input: Input<"box.list">): Output<"box.list"> {
  const rules = boxingRulesOf(db);
  const { unitId, ...scope } = input;
  const classes = classesOfYear(db, { ...scope, unitIds: unitId && [unitId] });
  const read = classes.map(({ id, matter }) => ({ of: readBoxedClass(db, id), matterName: matter?.name ?? "" }));
  return {
    boxes: read.flatMap(({ of, matterName }) => {
      const held = new Map(boxesNow(of).map((box) => [box.id, box.entries]));
      return of.boxes.map((box) => asBox(db, box, held.get(box.id) ?? [], { unitId: of.unitId, matterName }, rules));
    }),
    findings: read.flatMap(({ of }) => findBoxProblems(of, boxesNow(of), rules)),
    isClosed: isYearClosed(db, scope),
  };
}

/** One box as the lists and the spine have it. Refuses box-not-found. */
export function readBoxRow(db: ReadDb, id: BoxId): { box: Box; entries: readonly BoxEntry[] } {
  const record = getBox(db, id);
  if (!record) throw new Refusal("box-not-found");
  const rules = boxingRulesOf(db);
  const entries = listBoxEntries(db, id).flatMap((entry) => asEntry(entry, record.category, rules) ?? []);
  const matterName = listMatters(db).find((matter) => matter.id === record.matterId)?.name ?? "";
  return { box: asBox(db, record, entries, { unitId: findUnit(db, record) ?? null, matterName }, rules), entries };
}

/** One box with its entries and the note the program would write. Refuses box-not-found. */
export function readBox(db: ReadDb, { id }: Input<"box.read">): Output<"box.read"> {
  const { box, entries } = readBoxRow(db, id);
  return { box, entries, proposedNote: proposeNote(db, box, entries), isClosed: isYearClosed(db, box) };
}

/** Entries of a class that lie in no box. Refuses filing-unit-not-found. */
export function listLoose(db: ReadDb, { unitId }: Input<"box.loose">): Output<"box.loose"> {
  return readBoxedClass(db, unitId).entries.filter((entry) => entry.boxId === null);
}
