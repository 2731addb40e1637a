// 备考表 of boxes: written one by one, or what is blank filled in for a whole year (DA/T 22-2015, Annex E).
import type { Input, Output } from "#contract/contract";
import { setBox } from "#db/box";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { yearKey } from "#engine/filing-unit/year-key";
import type { Written } from "#engine/written";
import { proposeNote } from "./propose-note.ts";
import { listBoxes, readBoxRow } from "./show-boxes.ts";

type Note = Input<"box.note">["notes"][number];

/** Writes the fields, also after closing: a box is checked again and again. Refuses box-not-found. */
export function noteBoxes(db: WriteDb, { notes }: Input<"box.note">, desk: Desk): Written<Output<"box.note">> {
  const before = notes.map(({ id }): Note => {
    const { note, arrangedBy, arrangedOn, checkedBy, checkedOn } = readBoxRow(db, id).box;
    return { id, note, arrangedBy, arrangedOn, checkedBy, checkedOn };
  });
  for (const { id, ...fields } of notes) setBox(db, id, fields);
  return {
    output: { boxCount: notes.length },
    objectId: notes.length === 1 ? (notes[0]?.id ?? "") : desk.archive.id,
    before,
    after: notes,
    undo: { name: "box.note", input: { notes: before } },
    nouns: ["box", "filing-year"],
  };
}

/** Fills blanks only; what somebody wrote stands. Refuses filing-unit-not-found. */
export function signBoxes(db: WriteDb, input: Input<"box.sign">, desk: Desk): Written<Output<"box.sign">> {
  const { unitIds, arrangedBy, arrangedOn, checkedBy, checkedOn, ...scope } = input;
  const boxes = listBoxes(db, scope).boxes.filter((box) => !unitIds || (box.unitId && unitIds.includes(box.unitId)));
  const notes = boxes.flatMap((box): Note[] => {
    const { entries } = readBoxRow(db, box.id);
    const isUnarranged = box.arrangedBy === "";
    const isUnchecked = box.checkedBy === "";
    const next = {
      id: box.id,
      note: box.note || proposeNote(db, box, entries),
      arrangedBy: isUnarranged ? arrangedBy : box.arrangedBy,
      arrangedOn: isUnarranged ? arrangedOn : box.arrangedOn,
      checkedBy: isUnchecked ? checkedBy : box.checkedBy,
      checkedOn: isUnchecked ? checkedOn : box.checkedOn,
    };
    const isSame = next.note === box.note && next.arrangedBy === box.arrangedBy && next.checkedBy === box.checkedBy;
    return isSame ? [] : [next];
  });
  const { undo, ...written } = noteBoxes(db, { notes }, desk);
  // The year's own: closing it drops the way back.
  const objectId = yearKey(scope);
  return { ...written, objectId, ...(notes.length > 0 && undo ? { undo } : { keepsUndo: true }) };
}
