// 更改口令 and 恢复单: new wraps of the same key; the database is never re-keyed for it (tech: 0.6).
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { rebindPerson, slotOfPerson } from "#db/person";
import { putSetting } from "#db/setting";
import type { House } from "#engine/house";
import { writeStep } from "#engine/write-step";
import { noteWrongTry, refuseDuringWait, clearTries } from "./attempts.ts";
import { openSlot, readSlots, recoveryLabel, writeSlots, type KeySlot, type SlotFile } from "./key-slot.ts";
import { newSlot } from "./new-slot.ts";
import type { OpenArchive } from "./open-archive.ts";
import { refuseShortPassphrase } from "./refuse-short-passphrase.ts";
import { makeRecoveryGroups, secretOfGroups } from "./recovery-code.ts";

/** The person's own slot, opened once more: whoever is at the desk knows the passphrase. Refuses passphrase-wrong. */
async function proveOwnSlot(
  house: House,
  archive: OpenArchive,
  passphrase: string,
): Promise<{ file: SlotFile; own: KeySlot }> {
  await refuseDuringWait(archive.folder, house.clock);
  const file = await readSlots(archive.folder);
  const slotId = slotOfPerson(archive.connection.read, archive.person.id);
  const own = file.slots.find((slot) => slot.id === slotId);
  if (!own) throw new Refusal("archive-damaged");
  if (!(await openSlot(own, passphrase))) {
    await noteWrongTry(archive.folder, house.clock);
    throw new Refusal("passphrase-wrong");
  }
  await clearTries(archive.folder);
  return { file, own };
}

/** Puts a new passphrase in the place of the old one. */
export async function changePassphrase(
  house: House,
  archive: OpenArchive,
  input: Input<"archive.change-passphrase">,
): Promise<void> {
  refuseShortPassphrase(input.next);
  const { file, own } = await proveOwnSlot(house, archive, input.current);
  const given = { label: own.label, kind: "passphrase", secret: input.next } as const;
  const slot = await newSlot(house, given, archive.archiveKey);
  // Old and new both open until the person is bound to the new one: killed in between, one of them works (F33).
  await writeSlots(archive.folder, { ...file, slots: [...file.slots, slot] });
  await writeStep(house, archive, "archive.change-passphrase", (db) => {
    rebindPerson(db, archive.person.id, slot.id);
    return { output: undefined, objectId: archive.person.id, nouns: [] };
  });
  await writeSlots(archive.folder, { ...file, slots: [...file.slots.filter((each) => each.id !== own.id), slot] });
}

/** Makes a new recovery sheet; the old one is void at once, the archive unconfirmed until the new one is typed back. */
export async function renewRecovery(house: House, archive: OpenArchive, passphrase: string): Promise<string[]> {
  const { file } = await proveOwnSlot(house, archive, passphrase);
  const groups = makeRecoveryGroups();
  const given = { label: recoveryLabel, kind: "recovery", secret: secretOfGroups(groups) } as const;
  const slot = await newSlot(house, given, archive.archiveKey);
  await writeStep(house, archive, "recovery.renew", (db) => {
    putSetting(db, "recoveryConfirmedAt", null);
    return { output: undefined, objectId: archive.id, nouns: ["archive"] };
  });
  await writeSlots(archive.folder, {
    ...file,
    slots: [...file.slots.filter((each) => each.kind !== "recovery"), slot],
  });
  return groups;
}

/** The sheet typed back: it must really open the recovery slot. Refuses recovery-group-wrong, recovery-wrong. */
export async function confirmRecovery(house: House, archive: OpenArchive, groups: readonly string[]): Promise<void> {
  const secret = secretOfGroups(groups);
  const slot = (await readSlots(archive.folder)).slots.find((each) => each.kind === "recovery");
  if (!slot || !(await openSlot(slot, secret))) throw new Refusal("recovery-wrong");
  await writeStep(house, archive, "recovery.confirm", (db) => {
    putSetting(db, "recoveryConfirmedAt", house.clock.now());
    return { output: undefined, objectId: archive.id, nouns: ["archive"] };
  });
}
