// The boxes of a class as they are, kept so that every change of them has a way back.
import { createHash } from "node:crypto";
import { archivalDate } from "#contract/archival-date";
import type { BoxedUnit } from "#contract/box";
import type { FilingUnitId } from "#contract/filing-unit";
import type { ReadDb } from "#db/open";
import { readBoxedClass } from "./boxed-class.ts";

/** Boxes and what lies in each, with the digest that names exactly this state. */
export function keepBoxes(db: ReadDb, unitId: FilingUnitId): BoxedUnit {
  const { boxes, entries } = readBoxedClass(db, unitId);
  const kept = boxes.map((box) => ({
    id: box.id,
    boxNumber: box.boxNumber,
    spineMm: box.spineMm,
    placeId: box.placeId,
    note: box.note,
    arrangedBy: box.arrangedBy,
    arrangedOn: archivalDate.parse(box.arrangedOn),
    checkedBy: box.checkedBy,
    checkedOn: archivalDate.parse(box.checkedOn),
  }));
  const lying = entries.flatMap(({ id, boxId }) => (boxId ? [{ id, boxId }] : []));
  const digest = createHash("sha256")
    .update(JSON.stringify([unitId, kept, lying]))
    .digest("hex");
  return { unitId, digest, boxes: kept, entries: lying };
}

/** The way back from the state now to the one kept before: box.restore, which knows the state it starts from. */
export function wayBackOf(db: ReadDb, before: readonly BoxedUnit[]) {
  const units = before.map((unit) => ({ ...unit, digest: keepBoxes(db, unit.unitId).digest }));
  return { name: "box.restore" as const, input: { units } };
}
