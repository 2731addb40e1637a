// The way back of a change holds no value: a former state is sealed under the person's own key and goes when the key goes
// (personal-data P9: a granted deletion takes undo along).
import { z } from "zod";
import { archivalDate } from "#contract/archival-date";
import { Refusal } from "#contract/refusal";
import { householdId, residentSecret, sex } from "#contract/resident";
import type { ReadDb } from "#db/open";
import type { ResidentRecord } from "#db/resident";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openRecord, recordKeyOf, sealRecord } from "#engine/vault/seal-record";

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
});

const useOf = (id: string): string => `resident ${id} before`;

/** What a record held, as text for the list of ways back. */
export function sealState(db: ReadDb, archive: OpenArchive, record: ResidentRecord): string {
  const { name, sounds, sex: said, bornOn, phone, householdId: at, sealed, masked, idNumberDigest } = record;
  const state = { name, sounds, sex: said, bornOn, phone, householdId: at, masked, idNumberDigest };
  const kept = { ...state, sealed: sealed?.toString("base64") ?? null };
  return sealRecord(recordKeyOf(db, archive, record.id), useOf(record.id), kept).toString("base64");
}

/** Refuses input-invalid: what is no state of this record. */
export function openState(
  db: ReadDb,
  archive: OpenArchive,
  record: ResidentRecord,
  sealed: string,
): Omit<ResidentRecord, "seq" | "id" | "revision" | "enteredAt" | "isRestricted" | "joinedTo"> {
  const key = recordKeyOf(db, archive, record.id);
  try {
    const state = formerState.parse(openRecord(key, useOf(record.id), Buffer.from(sealed, "base64")));
    return { ...state, sealed: state.sealed === null ? null : Buffer.from(state.sealed, "base64") };
  } catch {
    throw new Refusal("input-invalid", { where: "sealed" });
  }
}
