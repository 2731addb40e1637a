// The copies of a deleted person's data: safe copies beside the archive go, every backup within reach is written anew, the rest is
// listed until it is plugged in or signed as destroyed. Nothing here says "destroyed everywhere" (personal-data P14).
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { isWaitingFor, listErasures, settleMedium } from "#db/erasure";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { archivePaths } from "#engine/vault/archive-folder";
import { backUpInto, backupFolderOf } from "#engine/vault/back-up";
import { readManifest } from "#engine/vault/backup-manifest";
import { peekRegister, registerOf, writeRegister } from "#engine/vault/deletion-register";
import { holdKept, isKeptArchive } from "#engine/vault/kept-archive";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { backupPlacesOf } from "./backup-places.ts";
import { eraseRegistered } from "./erase-registered.ts";

async function settle(house: House, archive: OpenArchive, place: string): Promise<void> {
  const at = house.clock.now();
  await writeStep(house, archive, "erasure.clear", (db) => {
    settleMedium(db, place, { state: "cleared", at, signedBy: "" });
    return { output: undefined, objectId: archive.id, keepsUndo: true, nouns: ["erasure"] };
  });
}

/** Copies of the database made before an older schema was climbed: they hold everything of that day, keys among it. */
async function dropSafeCopies(folder: string): Promise<void> {
  const { database } = archivePaths(folder);
  for (const name of await readdir(dirname(database)))
    if (name.startsWith(`${basename(database)}.before-`)) await rm(join(dirname(database), name), { force: true });
}

/** Whether a backup of this very archive lies in a place, finished or not: another's is never written over. */
async function isOurBackup(archive: OpenArchive, place: string): Promise<boolean> {
  const folder = backupFolderOf(place, archive);
  const told = (await readManifest(folder).catch(() => undefined)) ?? (await peekRegister(folder));
  return told?.archiveId === archive.id;
}

/** What is told of the deletion to every place at once, before the long work: a backup broken off later still knows of it. */
async function tellRegister(house: House, archive: OpenArchive, place: string): Promise<void> {
  if (await isOurBackup(archive, place))
    await writeRegister(archive, house.clock, backupFolderOf(place, archive)).catch(() => undefined);
}

/** What was kept may be broken in whatever way: then it waits until somebody signs. */
const isDone = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** After a granted deletion: what is within reach now. One medium that fails is left waiting, the others go on. */
export async function clearMedia(house: House, archive: OpenArchive, job: Job): Promise<void> {
  await dropSafeCopies(archive.folder);
  await settle(house, archive, "safe-copies");
  const places = backupPlacesOf(archive.connection.read);
  // The database has it already; a copy that cannot be written now is written with the next backup.
  await writeRegister(archive, house.clock, archive.folder).catch(() => undefined);
  for (const place of places) await tellRegister(house, archive, place);
  for (const place of places) {
    try {
      if (isKeptArchive(place)) {
        if (!(await isDone(eraseInKept(house, archive, place)))) continue;
      } else if (await isOurBackup(archive, place)) await backUpInto(house, archive, place, job);
      else continue;
    } catch (error) {
      if (error instanceof Refusal && error.code !== "task-cancelled") continue;
      throw error;
    }
    await settle(house, archive, place);
  }
}

/** An archive that was kept when another was restored in its place: deletions are done in it as in a restored copy. */
async function eraseInKept(house: House, archive: OpenArchive, folder: string): Promise<void> {
  await holdKept(house, folder, archive.archiveKey, async (kept) => {
    if (kept.id !== archive.id) throw new Refusal("erasure-not-this-backup");
    await eraseRegistered(house, kept, registerOf(archive.connection.read), "erasure.clear");
    await writeRegister(kept, house.clock, folder);
  });
  await dropSafeCopies(folder);
}

/** Refuses erasure-not-found, erasure-not-this-backup, target-not-writable, disk-full. */
export async function clearMedium(
  house: House,
  archive: OpenArchive,
  { place, folder }: Input<"erasure.clear">,
  job: Job,
): Promise<Output<"erasure.clear">> {
  if (!isWaitingFor(archive.connection.read, place)) throw new Refusal("erasure-not-found");
  if (isKeptArchive(folder)) await eraseInKept(house, archive, folder);
  else if (await isOurBackup(archive, folder)) await backUpInto(house, archive, folder, job);
  else throw new Refusal("erasure-not-this-backup");
  await settle(house, archive, place);
  return listErasures(archive.connection.read);
}

/** Somebody signs that a medium is gone. Refuses erasure-not-found. */
export function signMedium(
  db: WriteDb,
  { place, signedBy }: Input<"erasure.sign">,
  { archive, clock }: Desk,
): Written<Output<"erasure.sign">> {
  const changed = settleMedium(db, place, { state: "destroyed", at: clock.now(), signedBy });
  if (changed === 0) throw new Refusal("erasure-not-found");
  const output = listErasures(db);
  return { output, objectId: archive.id, after: output, keepsUndo: true, nouns: ["erasure"] };
}
