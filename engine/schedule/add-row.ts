// 增补: a row the office adds to a draft, from its official annex or from local rules.
import type { Input, Output } from "#contract/contract";
import { scheduleRowId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import type { ScheduleRowFields } from "#contract/schedule";
import { listCategories } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import { addRow, nextPosition, removeRow, type ScheduleRecord } from "#db/schedule";
import type { Desk } from "#engine/desk";
import { hasPersonalWords } from "#engine/item/find-personal-words";
import type { Written } from "#engine/written";
import { draftForChange, rowForUse, rowOf } from "./show-schedule.ts";

/** What every row entered here has in common: the office's own, not yet confirmed. */
export const ownRow = {
  basis: "office",
  provenance: "office",
  confidence: "",
  status: "added",
  judgedBy: "",
  judgedAt: "",
  derivedFrom: null,
} as const;

/** Refuses input-invalid: a 门类 that is not there, or a series that may not be kept at all (personal-data P2), unsaid which. */
export function refuseFields(db: ReadDb, { category, content }: Partial<ScheduleRowFields>): void {
  if (category !== undefined && !listCategories(db).some(({ code }) => code === category))
    throw new Refusal("input-invalid", { where: "门类" });
  if (content !== undefined && hasPersonalWords(content))
    throw new Refusal("input-invalid", { where: "归档范围是不得登记的内容" });
}

/** Refuses schedule-version-not-found, schedule-not-a-draft, input-invalid. */
export function addScheduleRow(
  db: WriteDb,
  { versionId, fields }: Input<"schedule.add-row">,
  desk: Desk,
): Written<Output<"schedule.add-row">> {
  draftForChange(db, versionId);
  refuseFields(db, fields);
  const row: ScheduleRecord = {
    ...ownRow,
    ...fields,
    id: scheduleRowId.parse(desk.makeId()),
    versionId,
    position: nextPosition(db, versionId),
  };
  addRow(db, row);
  return {
    output: rowOf(row),
    objectId: row.id,
    after: fields,
    undo: { name: "schedule.remove-row", input: { rowId: row.id } },
    nouns: ["schedule"],
  };
}

/**
 * Takes out a row that was added to this draft. A row that came from the version before is dropped with a reason
 * instead, so that nothing disappears unsaid. Refuses schedule-row-not-found, schedule-not-a-draft.
 */
export function removeAddedRow(
  db: WriteDb,
  { rowId }: Input<"schedule.remove-row">,
): Written<Output<"schedule.remove-row">> {
  const row = rowForUse(db, rowId);
  draftForChange(db, row.versionId);
  if (row.derivedFrom !== null) throw new Refusal("schedule-row-not-found");
  removeRow(db, rowId);
  return { output: {}, objectId: rowId, before: rowOf(row), nouns: ["schedule"] };
}
