// 打开档案库: by passphrase, or by recovery sheet with a new passphrase in its place.
import { existsSync } from "node:fs";
import type { ArchiveInspection } from "#contract/archive";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { personOfSlot, rebindPerson, listPeople } from "#db/person";
import { refusePlainDatabase } from "#db/open";
import { getArchive } from "#db/setting";
import type { House } from "#engine/house";
import { refusalOfIo } from "#engine/refuse-io";
import { writeStep } from "#engine/write-step";
import { basename } from "node:path";
import { archivePaths } from "./archive-folder.ts";
import { clearTries, noteWrongTry, refuseDuringWait, waitSeconds } from "./attempts.ts";
import { refuseShortPassphrase } from "./create-archive.ts";
import { calibrateCost } from "./derive-key.ts";
import { makeSlot, openSlot, readSlots, writeSlots, type KeySlot } from "./key-slot.ts";
import { holdArchive } from "./lock-file.ts";
import { openConnection, type OpenArchive } from "./open-archive.ts";
import { secretOfGroups } from "./recovery-code.ts";

/** Refuses what is no encrypted archive of ours, without any secret. */
function refuseOddFolder(folder: string): void {
  const { database } = archivePaths(folder);
  if (!existsSync(folder) || !existsSync(database)) throw new Refusal("archive-missing");
  refusePlainDatabase(database);
}

/** What can be seen from outside: name of the folder, slot labels, last backup day, waiting time. */
export async function inspectArchive(house: House, folder: string): Promise<ArchiveInspection> {
  refuseOddFolder(folder);
  const { slots, lastBackupDate } = await readSlots(folder);
  return {
    folder,
    name: basename(folder).replace(/\.lindang$/, ""),
    labels: slots.filter((slot) => slot.kind === "passphrase").map((slot) => slot.label),
    lastBackupDate,
    waitSeconds: await waitSeconds(folder, house.clock),
  };
}

async function openAnySlot(
  slots: readonly KeySlot[],
  secret: string,
): Promise<{ slot: KeySlot; archiveKey: Buffer } | undefined> {
  for (const slot of slots) {
    const archiveKey = await openSlot(slot, secret);
    if (archiveKey) return { slot, archiveKey };
  }
  return undefined;
}

/** Opens under `archiveKey`; `personSlot` says who came. */
async function openUnder(
  house: House,
  folder: string,
  archiveKey: Buffer,
  personSlot: string | undefined,
  release: () => Promise<void>,
): Promise<OpenArchive> {
  const { connection, keys, id, name } = openConnection(folder, archiveKey);
  const person =
    (personSlot && personOfSlot(connection.read, personSlot)) ||
    (personSlot ? undefined : listPeople(connection.read)[0]);
  if (!person || !getArchive(connection.read)) {
    connection.close();
    throw new Refusal("archive-damaged");
  }
  const failedUnlocks = await clearTries(folder);
  return {
    folder,
    id,
    name,
    connection,
    archiveKey,
    keys,
    person,
    slotId: personSlot ?? "",
    unlockedAt: house.clock.now(),
    failedUnlocks,
    release,
  };
}

/** Opens with a passphrase; wrong ones are counted and slow down. */
export async function unlockArchive(house: House, input: Input<"archive.unlock">): Promise<OpenArchive> {
  refuseOddFolder(input.folder);
  const file = await readSlots(input.folder);
  await refuseDuringWait(input.folder, house.clock);
  const release = await holdArchive(input.folder).catch((error: unknown) => {
    throw refusalOfIo(error);
  });
  try {
    const slots = file.slots.filter(
      (slot) => slot.kind === "passphrase" && (input.label === undefined || slot.label === input.label),
    );
    const opened = await openAnySlot(slots, input.passphrase);
    if (!opened) {
      await noteWrongTry(input.folder, house.clock);
      throw new Refusal("passphrase-wrong");
    }
    const archive = await openUnder(house, input.folder, opened.archiveKey, opened.slot.id, release);
    await noteUnlock(house, archive, "archive.unlock");
    return archive;
  } catch (error) {
    await release();
    throw refusalOfIo(error);
  }
}

async function noteUnlock(
  house: House,
  archive: OpenArchive,
  action: "archive.unlock" | "archive.recover",
): Promise<void> {
  await writeStep(house, archive, action, () => ({
    output: undefined,
    objectId: archive.id,
    reasonCode: archive.failedUnlocks > 0 ? `failed-tries-${archive.failedUnlocks}` : "",
    nouns: [],
  }));
}

/** Opens with the recovery sheet and puts a new passphrase slot in the place of the first person's old one. */
export async function recoverArchive(house: House, input: Input<"archive.recover">): Promise<OpenArchive> {
  refuseOddFolder(input.folder);
  const secret = secretOfGroups(input.groups);
  refuseShortPassphrase(input.newPassphrase);
  const file = await readSlots(input.folder);
  await refuseDuringWait(input.folder, house.clock);
  const release = await holdArchive(input.folder);
  try {
    const opened = await openAnySlot(
      file.slots.filter((slot) => slot.kind === "recovery"),
      secret,
    );
    if (!opened) {
      await noteWrongTry(input.folder, house.clock);
      throw new Refusal("recovery-wrong");
    }
    const archive = await openUnder(house, input.folder, opened.archiveKey, undefined, release);
    const old = file.slots.find((slot) => slot.kind === "passphrase");
    const cost = house.keyCost ?? (await calibrateCost());
    const slot = await makeSlot(
      { id: house.makeId(), label: old?.label ?? "档案员", kind: "passphrase", secret: input.newPassphrase, cost },
      archive.archiveKey,
    );
    // Both slots stand until the person is bound to the new one: a crash in between leaves one that opens.
    await writeSlots(input.folder, { ...file, slots: [...file.slots, slot] });
    await writeStep(house, archive, "archive.recover", (db) => {
      rebindPerson(db, archive.person.id, slot.id);
      return { output: undefined, objectId: archive.person.id, reasonCode: "recovery-sheet-used", nouns: [] };
    });
    await writeSlots(input.folder, { ...file, slots: [...file.slots.filter((each) => each.id !== old?.id), slot] });
    return { ...archive, slotId: slot.id };
  } catch (error) {
    await release();
    throw refusalOfIo(error);
  }
}
