// 互见号: entered from either end, shown at both; also between filed records, whose frozen description it does not touch.
import type { Input } from "#contract/contract";
import { crossReferenceId, type CrossReferenceEnd, type CrossReferenceRow } from "#contract/cross-reference";
import { Refusal } from "#contract/refusal";
import { addReference, getReference, removeReferences, setReferenceNote } from "#db/cross-reference";
import { getItemRow } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import { getVolumeRow } from "#db/volume";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

const nouns = ["cross-reference"];

function refuseMissing(db: ReadDb, end: CrossReferenceEnd): void {
  if (end.itemId !== null && !getItemRow(db, end.itemId)) throw new Refusal("item-not-found");
  if (end.volumeId !== null && !getVolumeRow(db, end.volumeId)) throw new Refusal("volume-not-found");
}

function readReference(db: ReadDb, id: CrossReferenceRow["id"]): CrossReferenceRow {
  const found = getReference(db, id);
  if (!found) throw new Refusal("reference-not-found");
  return found;
}

const endsOf = (row: CrossReferenceRow): { of: unknown; to: unknown } => ({
  of: row.itemId ? { itemId: row.itemId } : { volumeId: row.volumeId },
  to: row.otherItemId ? { itemId: row.otherItemId } : { volumeId: row.otherVolumeId },
});

/** Refuses item-not-found, volume-not-found, reference-to-itself, reference-exists (from whichever end it was entered). */
export function addCrossReference(
  db: WriteDb,
  { of, to, note }: Input<"cross-reference.add">,
  desk: Desk,
): Written<CrossReferenceRow> {
  refuseMissing(db, of);
  refuseMissing(db, to);
  if ((of.itemId ?? of.volumeId) === (to.itemId ?? to.volumeId)) throw new Refusal("reference-to-itself");
  const output: CrossReferenceRow = {
    id: crossReferenceId.parse(desk.makeId()),
    itemId: of.itemId,
    volumeId: of.volumeId,
    otherItemId: to.itemId,
    otherVolumeId: to.volumeId,
    note,
    enteredAt: desk.clock.now(),
  };
  if (!addReference(db, output)) throw new Refusal("reference-exists");
  const undo = { name: "cross-reference.remove", input: { id: output.id } } as const;
  return { output, objectId: output.id, after: output, undo, nouns };
}

/** Writes the note anew. Refuses reference-not-found. */
export function annotateCrossReference(
  db: WriteDb,
  { id, note }: Input<"cross-reference.annotate">,
): Written<CrossReferenceRow> {
  const before = readReference(db, id);
  setReferenceNote(db, id, note);
  const undo = { name: "cross-reference.annotate", input: { id, note: before.note } } as const;
  return { output: { ...before, note }, objectId: id, before: before.note, after: note, undo, nouns };
}

/** Refuses reference-not-found. */
export function removeCrossReference(
  db: WriteDb,
  { id }: Input<"cross-reference.remove">,
): Written<Record<string, never>> {
  const before = readReference(db, id);
  removeReferences(db, [id]);
  const undo = { name: "cross-reference.add", input: { ...endsOf(before), note: before.note } } as const;
  return { output: {}, objectId: id, before, undo, nouns };
}
