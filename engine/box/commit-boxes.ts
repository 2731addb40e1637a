// 装盒: the previewed plan is written, that one and no other.
import type { Input, Output } from "#contract/contract";
import { boxId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { addBox, removeBox, setBox } from "#db/box";
import { setBoxOfEntries } from "#db/box-entry";
import { isYearClosed } from "#db/filing-year";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { yearKey } from "#engine/filing-unit/year-key";
import type { Written } from "#engine/written";
import { keepBoxes, wayBackOf } from "./kept-boxes.ts";
import { isChanged, planYear, type PlannedUnitBoxes } from "./plan-boxes.ts";
import { aside } from "./restore-boxes.ts";

/** A fresh box of a class, with an empty 备考表. */
export const freshBox = { placeId: null, note: "", arrangedBy: "", arrangedOn: "", checkedBy: "", checkedOn: "" };

function writeUnit(db: WriteDb, { of, boxes }: PlannedUnitBoxes, desk: Desk): void {
  const moving = new Map(boxes.flatMap((box) => box.entries.map((entry) => [entry.id, box.id] as const)));
  const leaving = of.entries.filter((entry) => entry.boxId !== null && moving.get(entry.id) !== entry.boxId);
  setBoxOfEntries(
    db,
    leaving.map((entry) => entry.id),
    null,
  );
  const kept = new Set(boxes.map((box) => box.id));
  for (const box of of.boxes) {
    if (kept.has(box.id)) setBox(db, box.id, { boxNumber: aside + box.boxNumber });
    else removeBox(db, box.id);
  }
  for (const box of boxes) {
    const id = box.id ?? boxId.parse(desk.makeId());
    const { boxNumber, spineMm } = box;
    if (box.id === null) addBox(db, { ...freshBox, ...of.unit, id, boxNumber, spineMm });
    // Other contents: what was checked before was another box.
    else setBox(db, id, { boxNumber, spineMm, ...(isChanged(of, box) && { checkedBy: "", checkedOn: "" }) });
    const entering = box.entries.filter((entry) => entry.boxId !== id || box.id === null);
    setBoxOfEntries(
      db,
      entering.map((entry) => entry.id),
      id,
    );
  }
}

/** Refuses filing-unit-not-found, box-plan-stale, year-closed; the whole plan is written or nothing of it. */
export function commitBoxes(db: WriteDb, input: Input<"box.commit">, desk: Desk): Written<Output<"box.commit">> {
  const { planDigest, ...asked } = input;
  const plan = planYear(db, asked);
  if (plan.digest !== planDigest) throw new Refusal("box-plan-stale");
  const changed = plan.units.filter(
    ({ of, boxes }) => boxes.length !== of.boxes.length || boxes.some((box) => isChanged(of, box)),
  );
  const before = changed.map(({ of }) => keepBoxes(db, of.unitId));
  for (const unit of changed) writeUnit(db, unit, desk);
  return {
    output: {
      boxCount: changed.reduce((sum, { boxes }) => sum + boxes.length, 0),
      entryCount: changed.reduce(
        (sum, { boxes }) => sum + boxes.reduce((held, box) => held + box.entries.length, 0),
        0,
      ),
    },
    objectId: yearKey(input),
    before,
    after: planDigest,
    // After closing nothing is undone: what was put into boxes stays there.
    ...(changed.length === 0 || isYearClosed(db, input) ? { keepsUndo: true } : { undo: wayBackOf(db, before) }),
    nouns: ["box", "item", "volume"],
  };
}
