// The way back of a change holds no value: a former state is sealed under the person's own key and goes when the key goes
// (personal-data P9: a granted deletion takes undo along). It is walked only while the record is as the change left it.
import { z } from "zod";
import { archivalDate } from "#contract/archival-date";
import { Refusal } from "#contract/refusal";
import { householdId, residentId, residentSecret, sex, type ResidentId } from "#contract/resident";
import { keyedDigest } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getResidentRecord, type ResidentRecord } from "#db/resident";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openRecord, recordKeyOf, sealRecord } from "#engine/vault/seal-record";
import { refuseRestricted } from "./read-resident.ts";

const formerState = z.object({
  name: z.string(),
  sounds: z.string(),
  sex,
  bornOn: archivalDate,
  phone: z.string(),
  householdId: householdId.nullable(),
  sealed: z.string().nullable(),
  masked: z.array(residentSecret).readonly(),
  idNumberDigest: z.string(),
  joinedTo: residentId.nullable(),
});
type FormerState = z.infer<typeof formerState>;

function stateOf(record: ResidentRecord): FormerState {
  return formerState.parse({ ...record, sealed: record.sealed?.toString("base64") ?? null });
}
const kindOfSeal = (id: ResidentId): string => `resident ${id} before`;

/** What a record holds, as text for the list of ways back. */
export const sealState = (db: ReadDb, archive: OpenArchive, record: ResidentRecord): string =>
  sealRecord(recordKeyOf(db, archive, record.id), kindOfSeal(record.id), stateOf(record)).toString("base64");

/** Keyed digest of what the record under this id holds now. */
export function stateDigest(db: ReadDb, archive: OpenArchive, id: ResidentId): string {
  const record = getResidentRecord(db, id);
  return record ? keyedDigest(recordKeyOf(db, archive, id), stateOf(record)) : "";
}

/** The record, if it is as the change left it. Refuses resident-not-found, resident-changed, resident-restricted. */
export function recordAsLeft(db: ReadDb, archive: OpenArchive, id: ResidentId, left: string): ResidentRecord {
  const record = getResidentRecord(db, id);
  if (!record) throw new Refusal("resident-not-found");
  if (stateDigest(db, archive, id) !== left) throw new Refusal("resident-changed");
  refuseRestricted(record);
  return record;
}

/** Columns of a former state. Refuses input-invalid: what is no state of this record. */
export function openState(
  db: ReadDb,
  archive: OpenArchive,
  { id }: ResidentRecord,
  sealed: string,
): Omit<FormerState, "sealed"> & Pick<ResidentRecord, "sealed"> {
  const key = recordKeyOf(db, archive, id);
  try {
    const state = formerState.parse(openRecord(key, kindOfSeal(id), Buffer.from(sealed, "base64")));
    return { ...state, sealed: state.sealed === null ? null : Buffer.from(state.sealed, "base64") };
  } catch {
    throw new Refusal("input-invalid", { where: "sealed" });
  }
}
