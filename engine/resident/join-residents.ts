// 合并 of two records of one person: the clerk's own decision, never the program's. Both keep their ids, so that rows that name
// either still name her; undone as a whole.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { Resident } from "#contract/resident";
import type { ReadDb, WriteDb } from "#db/open";
import { getResidentRecord, getStandingRecord, setResident, type ResidentRecord } from "#db/resident";
import type { Desk } from "#engine/desk";
import { recordKeyOf } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { openState, recordAsLeft, sealState, stateDigest } from "./former-state.ts";
import { readResident, residentForChange } from "./read-resident.ts";
import { openSecrets, sealSecrets } from "./resident-secrets.ts";

/** Refuses resident-join-itself: one record, or two that stand for one person already. Refuses resident-join-unlike. */
function refuseUnlike(db: ReadDb, from: ResidentRecord, into: ResidentRecord): void {
  const standing = getStandingRecord(db, into.id);
  if (from.joinedTo !== null || standing?.id !== into.id || from.id === into.id)
    throw new Refusal("resident-join-itself");
  const digests = [from.idNumberDigest, into.idNumberDigest];
  if (!digests.includes("") && from.idNumberDigest !== into.idNumberDigest) throw new Refusal("resident-join-unlike");
}

/**
 * The record `id` is joined to `into`, which takes over what it lacks itself. Refuses resident-not-found, resident-changed,
 * resident-restricted, resident-join-itself, resident-join-unlike (two different ID numbers).
 */
export function joinResidents(db: WriteDb, input: Input<"resident.join">, desk: Desk): Written<Resident> {
  const from = residentForChange(db, input.id, input.revision);
  const into = residentForChange(db, input.into, input.intoRevision);
  refuseUnlike(db, from, into);
  const sealed = sealState(db, desk.archive, into);
  const secrets = { ...openSecrets(db, desk.archive, from), ...openSecrets(db, desk.archive, into) };
  setResident(db, into.id, {
    sex: into.sex || from.sex,
    bornOn: into.bornOn || from.bornOn,
    phone: into.phone || from.phone,
    householdId: into.householdId ?? from.householdId,
    ...sealSecrets(desk.archive, recordKeyOf(db, desk.archive, into.id), secrets),
  });
  setResident(db, from.id, { joinedTo: into.id });
  const output = readResident(db, into.id);
  const left = stateDigest(db, desk.archive, into.id);
  return {
    output,
    objectId: from.id,
    before: { joinedTo: null },
    after: { joinedTo: into.id },
    undo: { name: "resident.separate", input: { id: from.id, into: into.id, left, sealed } },
    nouns: ["resident"],
  };
}

/** The way back of a join. Refuses resident-not-found, resident-changed, resident-restricted, input-invalid. */
export function separateResidents(db: WriteDb, input: Input<"resident.separate">, desk: Desk): Written<Resident> {
  const into = recordAsLeft(db, desk.archive, input.into, input.left);
  const from = getResidentRecord(db, input.id);
  if (from?.joinedTo !== into.id) throw new Refusal("resident-changed");
  setResident(db, into.id, openState(db, desk.archive, into, input.sealed));
  setResident(db, from.id, { joinedTo: null });
  return {
    output: readResident(db, from.id),
    objectId: from.id,
    before: { joinedTo: into.id },
    after: { joinedTo: null },
    nouns: ["resident"],
  };
}
