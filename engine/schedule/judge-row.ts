// 核对: a person says of one row that it agrees with its text, how it must read instead, or that the office does not use it.
import type { Person } from "#contract/archive";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { scheduleRowFields, type ScheduleJudgement, type ScheduleRowFields } from "#contract/schedule";
import type { WriteDb } from "#db/open";
import { addJudgement, lastJudgement, removeJudgement } from "#db/schedule-judgement";
import { setRow, type ScheduleRecord } from "#db/schedule";
import type { Desk } from "#engine/desk";
import { givenFields } from "#engine/item/given-fields";
import type { Written } from "#engine/written";
import { refuseFields } from "./add-row.ts";
import { draftForChange, rowForUse, rowOf, versionForUse } from "./show-schedule.ts";

const kept = [...(Object.keys(scheduleRowFields.unwrap().shape) as (keyof ScheduleRecord)[]), "status"] as const;
const beforeOf = (row: ScheduleRecord): Partial<ScheduleRecord> => ({
  ...Object.fromEntries(kept.map((name) => [name, row[name]])),
  judgedBy: row.judgedBy,
  judgedAt: row.judgedAt,
});

const statusAfter = { confirm: "confirmed", correct: "corrected", drop: "dropped" } as const;

/** Writes one judgement and what it makes of the row; answers its number. */
export function noteJudgement(
  db: WriteDb,
  row: ScheduleRecord,
  judgement: {
    readonly verdict: ScheduleJudgement["verdict"];
    readonly fields: Partial<ScheduleRowFields>;
    readonly reason: string;
  },
  by: { readonly person: Person; readonly as: ScheduleJudgement["role"]; readonly at: string },
): number {
  const number = (lastJudgement(db, row.id)?.number ?? 0) + 1;
  addJudgement(db, {
    rowId: row.id,
    number,
    verdict: judgement.verdict,
    role: by.as,
    personId: by.person.id,
    judgedAt: by.at,
    reason: judgement.reason,
    before: beforeOf(row),
  });
  const status = statusAfter[judgement.verdict];
  setRow(db, row.id, { ...judgement.fields, status, judgedBy: by.person.id, judgedAt: by.at });
  return number;
}

/**
 * Confirming changes no word, so rows of a version in force may be confirmed; correcting and dropping is for drafts. A
 * corrected row waits for a person to confirm it again. Refuses schedule-row-not-found, schedule-not-a-draft,
 * role-missing (judging in a role one does not bear), input-invalid (as refuseFields).
 */
export function judgeRow(db: WriteDb, input: Input<"schedule.judge">, desk: Desk): Written<Output<"schedule.judge">> {
  const { person } = desk.archive;
  if (!person.roles.includes(input.as)) throw new Refusal("role-missing");
  const row = rowForUse(db, input.rowId);
  const version = versionForUse(db, row.versionId);
  if (version.state === "superseded" || (input.verdict !== "confirm" && version.state !== "draft"))
    throw new Refusal("schedule-not-a-draft");
  const fields = input.verdict === "correct" ? givenFields(input.fields) : {};
  refuseFields(db, fields);
  const number = noteJudgement(
    db,
    row,
    { verdict: input.verdict, fields, reason: input.reason },
    { person, as: input.as, at: desk.clock.now() },
  );
  const after = rowForUse(db, row.id);
  return {
    output: { row: rowOf(after), number },
    objectId: row.id,
    before: beforeOf(row),
    after: beforeOf(after),
    reasonCode: input.verdict,
    undo: { name: "schedule.take-back", input: { rowId: row.id, number } },
    nouns: ["schedule"],
  };
}

/** Takes the newest judgement back: the row reads and stands as before it. Refuses undo-stale when it is not the newest. */
export function takeBackJudgement(
  db: WriteDb,
  { rowId, number }: Input<"schedule.take-back">,
): Written<Output<"schedule.take-back">> {
  const row = rowForUse(db, rowId);
  const last = lastJudgement(db, rowId);
  if (last?.number !== number) throw new Refusal("undo-stale");
  if (last.verdict !== "confirm") draftForChange(db, row.versionId);
  setRow(db, rowId, last.before);
  removeJudgement(db, rowId, number);
  const after = rowForUse(db, rowId);
  return {
    output: rowOf(after),
    objectId: rowId,
    before: beforeOf(row),
    after: beforeOf(after),
    reasonCode: "take-back",
    keepsUndo: true,
    nouns: ["schedule"],
  };
}
