// A resident is entered once, described, put back, taken back while nothing hangs on the record.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { residentId, type Resident } from "#contract/resident";
import { getHousehold } from "#db/household";
import { dropContentKeys } from "#db/keys";
import type { ReadDb, WriteDb } from "#db/open";
import { addResident, isResidentUsed, removeResident, setResident } from "#db/resident";
import type { Desk } from "#engine/desk";
import { makeRecordKey, recordKeyOf } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { openState, recordAsLeft, sealState, stateDigest } from "./former-state.ts";
import { readResident, residentForChange } from "./read-resident.ts";
import { checkSecrets, openSecrets, sealSecrets } from "./resident-secrets.ts";
import { soundsOfName } from "./sounds-of-name.ts";

type Fields = Pick<Input<"resident.add">, "name" | "sex" | "bornOn" | "phone" | "householdId">;

/** Refuses household-not-found. */
function settle(db: ReadDb, desk: Desk, fields: Fields): Fields & { sounds: string } {
  const { name, sex, bornOn, phone, householdId } = fields;
  if (householdId !== null && !getHousehold(db, householdId)) throw new Refusal("household-not-found");
  return { name, sex, bornOn, phone, householdId, sounds: soundsOfName(name, desk.sayReadings) };
}

/** Refuses household-not-found, resident-id-number-wrong, resident-account-wrong. A person of the same number is not refused: see resident.same-person. */
export function enterResident(db: WriteDb, input: Input<"resident.add">, desk: Desk): Written<Resident> {
  const fields = settle(db, desk, input);
  const secrets = checkSecrets(input);
  const id = residentId.parse(desk.makeId());
  const key = makeRecordKey(db, desk.archive, id, "resident");
  addResident(db, {
    ...{ ...fields, ...sealSecrets(desk.archive, key, secrets), id },
    ...{ enteredAt: desk.clock.now(), revision: 1, isRestricted: false, joinedTo: null },
  });
  const output = readResident(db, id);
  return {
    output,
    objectId: id,
    after: output,
    undo: { name: "resident.take-back", input: { id, left: stateDigest(db, desk.archive, id) } },
    nouns: ["resident"],
  };
}

/** Refuses resident-not-found, resident-changed, resident-restricted, resident-in-use. */
export function takeResidentBack(
  db: WriteDb,
  { id, left }: Input<"resident.take-back">,
  desk: Desk,
): Written<Record<string, never>> {
  recordAsLeft(db, desk.archive, id, left);
  if (isResidentUsed(db, id)) throw new Refusal("resident-in-use");
  removeResident(db, id);
  dropContentKeys(db, [id]);
  return { output: {}, objectId: id, nouns: ["resident"], droppedFiles: [] };
}

/** Refuses what resident.add refuses, resident-not-found, resident-changed, resident-restricted. */
export function describeResident(db: WriteDb, input: Input<"resident.describe">, desk: Desk): Written<Resident> {
  const record = residentForChange(db, input.id, input.revision);
  const fields = settle(db, desk, input);
  const { idNumber, account } = checkSecrets(input);
  const known = openSecrets(db, desk.archive, record);
  const secrets = { idNumber: idNumber ?? known.idNumber, account: account ?? known.account };
  const sealed = sealState(db, desk.archive, record);
  const before = readResident(db, record.id);
  setResident(db, record.id, {
    ...fields,
    ...sealSecrets(desk.archive, recordKeyOf(db, desk.archive, record.id), secrets),
  });
  const output = readResident(db, record.id);
  const left = stateDigest(db, desk.archive, record.id);
  return {
    output,
    objectId: record.id,
    before,
    after: output,
    undo: { name: "resident.put-back", input: { id: record.id, left, sealed } },
    nouns: ["resident"],
  };
}

/** The way back of a change. Refuses resident-not-found, resident-changed, resident-restricted, input-invalid. */
export function putResidentBack(db: WriteDb, input: Input<"resident.put-back">, desk: Desk): Written<Resident> {
  const record = recordAsLeft(db, desk.archive, input.id, input.left);
  const before = readResident(db, record.id);
  setResident(db, record.id, openState(db, desk.archive, record, input.sealed));
  const output = readResident(db, record.id);
  return { output, objectId: record.id, before, after: output, nouns: ["resident"] };
}
