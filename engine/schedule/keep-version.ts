// Versions: a draft is made from the version in force, worked on, and put in force; what it replaces is kept for ever,
// because items hang on its rows.
import type { Input, Output } from "#contract/contract";
import { scheduleRowId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { scheduleVersionId, type ScheduleVersion } from "#contract/schedule";
import type { WriteDb } from "#db/open";
import { copyJudgements } from "#db/schedule-judgement";
import { addRow, addVersion, listRows, openDraft, removeVersion, setVersion, versionInForce } from "#db/schedule";
import { dropUndoOf } from "#db/undo";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { draftForChange, versionForUse } from "./show-schedule.ts";

/** Copies the version in force into a new draft, with what was judged. Refuses schedule-draft-exists. */
export function copyToDraft(db: WriteDb, name: string, desk: Pick<Desk, "clock" | "makeId">): ScheduleVersion {
  if (openDraft(db)) throw new Refusal("schedule-draft-exists");
  const from = versionInForce(db);
  const id = scheduleVersionId.parse(desk.makeId());
  const note = from ? `由第 ${from.number} 版起草` : "";
  addVersion(db, { id, name, state: "draft", validFrom: "", madeAt: desk.clock.now(), note });
  for (const row of from ? listRows(db, from.id) : []) {
    const copy = scheduleRowId.parse(desk.makeId());
    addRow(db, { ...row, id: copy, versionId: id, derivedFrom: row.id });
    copyJudgements(db, row.id, copy);
  }
  return versionForUse(db, id);
}

/** What was done to the rows of a draft cannot be taken back once the draft is gone or in force. */
function forgetWaysBack(db: WriteDb, draft: ScheduleVersion): void {
  dropUndoOf(
    db,
    listRows(db, draft.id).map((row) => row.id),
  );
}

/** 起草. */
export function draftVersion(
  db: WriteDb,
  { name }: Input<"schedule.draft">,
  desk: Desk,
): Written<Output<"schedule.draft">> {
  const draft = copyToDraft(db, name, desk);
  return {
    output: draft,
    objectId: draft.id,
    after: { number: draft.number, rowCount: draft.rowCount },
    undo: { name: "schedule.discard-draft", input: { versionId: draft.id } },
    nouns: ["schedule"],
  };
}

/** Throws a draft away; no item hangs on a draft. Refuses schedule-version-not-found, schedule-not-a-draft. */
export function discardDraft(
  db: WriteDb,
  { versionId }: Input<"schedule.discard-draft">,
): Written<Output<"schedule.discard-draft">> {
  const draft = draftForChange(db, versionId);
  forgetWaysBack(db, draft);
  removeVersion(db, versionId);
  return {
    output: { rowCount: draft.rowCount },
    objectId: versionId,
    before: { number: draft.number, rowCount: draft.rowCount },
    nouns: ["schedule"],
  };
}

/**
 * 施行. The day may lie in the past (the day of the official text) and not before that of the version it replaces, and
 * not in the future: what is in force is what is given today. Refuses schedule-version-not-found, schedule-not-a-draft,
 * input-invalid.
 */
export function enactVersion(
  db: WriteDb,
  { versionId, validFrom }: Input<"schedule.enact">,
  desk: Desk,
): Written<Output<"schedule.enact">> {
  const draft = draftForChange(db, versionId);
  const before = versionInForce(db);
  if (validFrom > desk.clock.now().slice(0, 10)) throw new Refusal("input-invalid", { where: "施行日期不能晚于今天" });
  if (before && validFrom < before.validFrom)
    throw new Refusal("input-invalid", { where: `施行日期不能早于第 ${before.number} 版的 ${before.validFrom}` });
  forgetWaysBack(db, draft);
  if (before) setVersion(db, before.id, { state: "superseded" });
  setVersion(db, versionId, { state: "in-force", validFrom });
  const output = versionForUse(db, versionId);
  return {
    output,
    objectId: versionId,
    before: { state: draft.state, replaced: before?.id ?? "" },
    after: { state: output.state, validFrom },
    nouns: ["schedule"],
  };
}
