// 移盒 by hand: inside one class only; after the year is closed only with a reason, which is kept.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { addBoxMove } from "#db/box-move";
import { getBox, setBox } from "#db/box";
import { setBoxOfEntries, unitsOfEntries } from "#db/box-entry";
import { findUnit } from "#db/filing-unit";
import { isYearClosed } from "#db/filing-year";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { yearKey } from "#engine/filing-unit/year-key";
import type { Written } from "#engine/written";
import { boxingRulesOf, readBoxedClass } from "./boxed-class.ts";
import { findBoxProblems } from "./find-box-problems.ts";
import { keepBoxes, wayBackOf } from "./kept-boxes.ts";
import { boxesNow } from "./show-boxes.ts";

/** The one class all these entries and the box belong to. Refuses item-not-found, box-not-found, box-mixed. */
function classOf(db: WriteDb, { entryIds, boxId }: Input<"box.move-items">) {
  const units = unitsOfEntries(db, entryIds);
  if (entryIds.some((id) => !units.has(id))) throw new Refusal("item-not-found");
  const wanted = new Set(units.values());
  if (boxId) {
    const box = getBox(db, boxId);
    if (!box) throw new Refusal("box-not-found");
    const own = findUnit(db, box);
    if (own === undefined) throw new Refusal("box-mixed");
    wanted.add(own);
  }
  const [unitId, ...others] = wanted;
  if (unitId === undefined || others.length > 0) throw new Refusal("box-mixed");
  return unitId;
}

/** Refuses box-not-found, item-not-found, box-mixed, box-entry-digital, reason-missing. Order is a finding, not a refusal. */
export function moveEntries(
  db: WriteDb,
  input: Input<"box.move-items">,
  desk: Desk,
): Written<Output<"box.move-items">> {
  const unitId = classOf(db, input);
  const now = readBoxedClass(db, unitId);
  const onPaper = new Map(now.entries.map((entry) => [entry.id, entry]));
  const moving = [...new Set(input.entryIds)].flatMap((id) => onPaper.get(id) ?? []);
  const digitalCount = new Set(input.entryIds).size - moving.length;
  if (digitalCount > 0) throw new Refusal("box-entry-digital", { count: digitalCount });
  const isClosed = isYearClosed(db, now.unit);
  const changing = moving.filter((entry) => entry.boxId !== input.boxId);
  if (isClosed && changing.some((entry) => entry.boxId !== null) && input.reason === "")
    throw new Refusal("reason-missing");
  const before = keepBoxes(db, unitId);
  setBoxOfEntries(
    db,
    changing.map((entry) => entry.id),
    input.boxId,
  );
  for (const id of new Set([input.boxId, ...changing.map((entry) => entry.boxId)]))
    if (id && changing.length > 0) setBox(db, id, { checkedBy: "", checkedOn: "" });
  if (isClosed) {
    for (const entry of changing) {
      if (entry.boxId === null) continue;
      addBoxMove(db, {
        id: desk.makeId(),
        entryId: entry.id,
        archivalCode: entry.archivalCode,
        fromBoxId: entry.boxId,
        toBoxId: input.boxId,
        movedAt: desk.clock.now(),
        movedBy: desk.archive.person.name,
        reason: input.reason,
      });
    }
  }
  const after = readBoxedClass(db, unitId);
  return {
    output: { movedCount: changing.length, findings: findBoxProblems(after, boxesNow(after), boxingRulesOf(db)) },
    objectId: yearKey(now.unit),
    before,
    after: keepBoxes(db, unitId),
    ...(isClosed && { reasonCode: "year-closed" }),
    ...(isClosed ? { keepsUndo: true } : { undo: wayBackOf(db, [before]) }),
    nouns: ["box", "item", "volume"],
  };
}
