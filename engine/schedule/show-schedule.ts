// 保管期限表 as the review screen shows it.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { ScheduleRow, ScheduleVersion, ScheduleVersionId } from "#contract/schedule";
import type { ScheduleRowId } from "#contract/place-of-item";
import { countItemsOfRow } from "#db/item-schedule";
import type { ReadDb } from "#db/open";
import { listJudgements } from "#db/schedule-judgement";
import { countRowsOf, getRow, getVersion, listRows, type ScheduleRecord } from "#db/schedule";

/** A row as the contract has it. */
export function rowOf(record: ScheduleRecord): ScheduleRow {
  const { basis: _basis, judgedBy: _judgedBy, judgedAt: _judgedAt, derivedFrom: _derivedFrom, ...row } = record;
  return row;
}

/** Refuses schedule-row-not-found. */
export function rowForUse(db: ReadDb, id: ScheduleRowId): ScheduleRecord {
  const row = getRow(db, id);
  if (!row) throw new Refusal("schedule-row-not-found");
  return row;
}

/** Refuses schedule-version-not-found. */
export function versionForUse(db: ReadDb, id: ScheduleVersionId): ScheduleVersion {
  const version = getVersion(db, id);
  if (!version) throw new Refusal("schedule-version-not-found");
  return version;
}

/** The version for a change of its rows. Refuses schedule-version-not-found, schedule-not-a-draft. */
export function draftForChange(db: ReadDb, id: ScheduleVersionId): ScheduleVersion {
  const version = versionForUse(db, id);
  if (version.state !== "draft") throw new Refusal("schedule-not-a-draft");
  return version;
}

/** A window of the rows of a version. */
export function showRows(
  db: ReadDb,
  { versionId, category, status, words, offset, limit }: Input<"schedule.rows">,
): Output<"schedule.rows"> {
  versionForUse(db, versionId);
  const filter = { words, ...(category && { category }), ...(status && { status }) };
  return {
    rows: listRows(db, versionId, filter, { offset, limit }).map(rowOf),
    total: countRowsOf(db, versionId, filter),
  };
}

/** One row with everything judged of it and how many items hang on it. */
export function readRow(db: ReadDb, { id }: Input<"schedule.read-row">): Output<"schedule.read-row"> {
  const row = rowForUse(db, id);
  return { row: rowOf(row), judgements: listJudgements(db, id), itemCount: countItemsOfRow(db, id) };
}
