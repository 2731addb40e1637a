// The way back of every change of boxes: a class put back as it was kept.
import type { BoxedUnit } from "#contract/box";
import type { BoxingRules } from "#contract/boxing-rules";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { addBox, findBoxNumber, getBox, removeBox, setBox } from "#db/box";
import { setBoxOfEntries } from "#db/box-entry";
import { isYearClosed } from "#db/filing-year";
import type { WriteDb } from "#db/open";
import { boxAt, getShelfPlace } from "#db/shelf-place";
import { shelfLabel } from "#contract/shelf-place";
import { yearKey } from "#engine/filing-unit/year-key";
import type { Written } from "#engine/written";
import { boxingRulesOf, readBoxedClass } from "./boxed-class.ts";
import { keepBoxes, wayBackOf } from "./kept-boxes.ts";

/** Numbers out of the way while others take their place. */
export const aside = 1_000_000;

function restoreUnit(db: WriteDb, kept: BoxedUnit, rules: BoxingRules): void {
  const { unit, boxes, entries } = readBoxedClass(db, kept.unitId);
  const own = new Set(boxes.map((box) => box.id));
  const wanted = new Set(kept.boxes.map((box) => box.id));
  const known = new Set(entries.map((entry) => entry.id));
  // A way back names only what it left: an entry or a box of another class is not moved through it.
  const isForeign = kept.entries.some((entry) => !known.has(entry.id) || !wanted.has(entry.boxId));
  if (isForeign || kept.boxes.some((box) => !own.has(box.id) && getBox(db, box.id)))
    throw new Refusal("box-plan-stale");
  setBoxOfEntries(
    db,
    entries.filter((entry) => entry.boxId !== null).map((entry) => entry.id),
    null,
  );
  for (const box of boxes) {
    if (wanted.has(box.id)) setBox(db, box.id, { boxNumber: aside + box.boxNumber, placeId: null });
    else removeBox(db, box.id);
  }
  for (const { id, ...rest } of kept.boxes) {
    if (findBoxNumber(db, unit, rules.numbering, rest.boxNumber))
      throw new Refusal("box-number-taken", { number: rest.boxNumber });
    const place = rest.placeId && getShelfPlace(db, rest.placeId);
    if (place && boxAt(db, place.id)) throw new Refusal("shelf-place-taken", { place: shelfLabel(place) });
    const placeId = place ? place.id : null;
    if (own.has(id)) setBox(db, id, { ...rest, placeId });
    else addBox(db, { ...unit, ...rest, id, placeId });
  }
  for (const box of kept.boxes) {
    const lying = kept.entries.filter((entry) => entry.boxId === box.id);
    setBoxOfEntries(
      db,
      lying.map((entry) => entry.id),
      box.id,
    );
  }
}

/** Refuses filing-unit-not-found, year-closed, and box-plan-stale when the boxes are not as the change left them. */
export function restoreBoxes(db: WriteDb, { units }: Input<"box.restore">): Written<Output<"box.restore">> {
  const before = units.map((unit) => keepBoxes(db, unit.unitId));
  const rules = boxingRulesOf(db);
  units.forEach((unit, at) => {
    if (isYearClosed(db, readBoxedClass(db, unit.unitId).unit)) throw new Refusal("year-closed");
    if (before[at]?.digest !== unit.digest) throw new Refusal("box-plan-stale");
    restoreUnit(db, unit, rules);
  });
  const [first] = units;
  return {
    output: { boxCount: units.reduce((sum, unit) => sum + unit.boxes.length, 0) },
    objectId: first ? yearKey(readBoxedClass(db, first.unitId).unit) : "",
    before,
    after: units,
    undo: wayBackOf(db, before),
    nouns: ["box", "item", "volume"],
  };
}
