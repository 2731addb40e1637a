// A resident's record that has to be there, and one that may be changed.
import { Refusal } from "#contract/refusal";
import type { Resident, ResidentId } from "#contract/resident";
import type { ReadDb } from "#db/open";
import { getResidentRecord, getStandingRecord, shownResident, type ResidentRecord } from "#db/resident";

/** What stands for this id, joined records followed. Refuses resident-not-found. */
export function needStanding(db: ReadDb, id: ResidentId): ResidentRecord {
  const record = getStandingRecord(db, id);
  if (!record) throw new Refusal("resident-not-found");
  return record;
}

/** One record as it is shown: sealed values masked. Refuses resident-not-found. */
export const readResident = (db: ReadDb, id: ResidentId): Resident => shownResident(db, needStanding(db, id));

/** Refuses resident-restricted: 限制处理, shown but neither changed nor revealed until it is lifted (P9). */
export function refuseRestricted({ isRestricted }: Pick<ResidentRecord, "isRestricted">): void {
  if (isRestricted) throw new Refusal("resident-restricted");
}

/** The record itself, if it is as the window saw it. Refuses resident-not-found, resident-changed, resident-restricted. */
export function residentForChange(db: ReadDb, id: ResidentId, revision: number): ResidentRecord {
  const record = getResidentRecord(db, id);
  if (!record) throw new Refusal("resident-not-found");
  if (record.revision !== revision) throw new Refusal("resident-changed");
  refuseRestricted(record);
  return record;
}
