// One box made, taken away, given another spine or number.
import type { Input, Output } from "#contract/contract";
import { boxId, type BoxId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { addBox, findBoxNumber, getBox, lastBoxNumber, removeBox, setBox, type BoxRecord } from "#db/box";
import { getUnitClass, listBoxEntries, setBoxOfEntries } from "#db/box-entry";
import { findUnit } from "#db/filing-unit";
import { isYearClosed } from "#db/filing-year";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { yearKey } from "#engine/filing-unit/year-key";
import type { Written } from "#engine/written";
import { boxingRulesOf } from "./boxed-class.ts";
import { freshBox } from "./commit-boxes.ts";
import { keepBoxes, wayBackOf } from "./kept-boxes.ts";
import { readBoxRow } from "./show-boxes.ts";

function getOpenBox(db: WriteDb, id: BoxId): BoxRecord {
  const box = getBox(db, id);
  if (!box) throw new Refusal("box-not-found");
  if (isYearClosed(db, box)) throw new Refusal("year-closed");
  return box;
}

/** A change of the boxes of one class, with the state before as its way back. */
function change<T>(db: WriteDb, of: BoxRecord, work: () => T): Written<T> {
  const unitId = findUnit(db, of);
  if (unitId === undefined) throw new Refusal("box-not-found");
  const before = keepBoxes(db, unitId);
  const output = work();
  return {
    output,
    objectId: yearKey(of),
    before,
    after: keepBoxes(db, unitId),
    undo: wayBackOf(db, [before]),
    nouns: ["box", "item", "volume"],
  };
}

/** An empty box with the next 盒号. Refuses filing-unit-not-found. */
export function addBoxTo(db: WriteDb, input: Input<"box.add">, desk: Desk): Written<Output<"box.add">> {
  const unit = getUnitClass(db, input.unitId);
  if (!unit) throw new Refusal("filing-unit-not-found");
  const { numbering } = boxingRulesOf(db);
  const id = boxId.parse(desk.makeId());
  const boxNumber = lastBoxNumber(db, unit, numbering) + 1;
  const record = { ...freshBox, ...unit, id, boxNumber, spineMm: input.spineMm };
  const written = change(db, record, () => {
    addBox(db, record);
    return readBoxRow(db, id).box;
  });
  if (!isYearClosed(db, unit)) return written;
  const { undo: _, ...kept } = written;
  return { ...kept, keepsUndo: true };
}

/** Takes a box away; what lay in it lies in none. Refuses box-not-found, year-closed. */
export function removeBoxFrom(db: WriteDb, { id }: Input<"box.remove">): Written<Output<"box.remove">> {
  const box = getOpenBox(db, id);
  return change(db, box, () => {
    const lying = listBoxEntries(db, id);
    setBoxOfEntries(
      db,
      lying.map((entry) => entry.id),
      null,
    );
    removeBox(db, id);
    return { entryCount: lying.length };
  });
}

/** Another spine. Refuses box-not-found, year-closed. */
export function resizeBox(db: WriteDb, { id, spineMm }: Input<"box.resize">): Written<Output<"box.resize">> {
  return change(db, getOpenBox(db, id), () => {
    setBox(db, id, { spineMm });
    return readBoxRow(db, id).box;
  });
}

/** Another 盒号. Refuses box-not-found, year-closed, box-number-taken. */
export function renumberBox(db: WriteDb, { id, boxNumber }: Input<"box.renumber">): Written<Output<"box.renumber">> {
  const box = getOpenBox(db, id);
  const taken = findBoxNumber(db, box, boxingRulesOf(db).numbering, boxNumber);
  if (taken && taken !== id) throw new Refusal("box-number-taken", { number: boxNumber });
  return change(db, box, () => {
    setBox(db, id, { boxNumber });
    return readBoxRow(db, id).box;
  });
}
