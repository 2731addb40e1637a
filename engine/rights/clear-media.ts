// The copies of a deleted person's data: safe copies beside the archive go, every backup within reach is written anew, the rest is
// listed until it is plugged in or signed as destroyed. Nothing here says "destroyed everywhere" (personal-data P14).
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
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
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { backupPlacesOf } from "./backup-places.ts";

async function settle(house: House, archive: OpenArchive, place: string): Promise<void> {
  const at = house.clock.now();
  await writeStep(house, archive, "erasure.clear", (db) => {
    settleMedium(db, place, { state: "cleared", at, signedBy: "" });
    return { output: undefined, objectId: archive.id, keepsUndo: true, nouns: ["erasure"] };
  });
}

/** Copies of the database made before an older schema was climbed: they hold everything of that day, keys among it. */
async function dropSafeCopies(archive: OpenArchive): Promise<void> {
  const { database } = archivePaths(archive.folder);
  for (const name of await readdir(dirname(database)))
    if (name.startsWith(`${basename(database)}.before-`)) await rm(join(dirname(database), name), { force: true });
}

/** Whether a backup of this very archive lies in a place: another's is never written over. */
async function isOurBackup(archive: OpenArchive, place: string): Promise<boolean> {
  const path = join(backupFolderOf(place, archive), "backup.json");
  if (!existsSync(path)) return false;
  const told = JSON.parse(await readFile(path, "utf8")) as { archiveId?: unknown };
  return told.archiveId === archive.id;
}

/** After a granted deletion: what is within reach now. One medium that fails is left waiting, the others go on. */
export async function clearMedia(house: House, archive: OpenArchive, job: Job): Promise<void> {
  await dropSafeCopies(archive);
  await settle(house, archive, "safe-copies");
  for (const place of backupPlacesOf(archive.connection.read)) {
    try {
      if (!(await isOurBackup(archive, place))) continue;
      await backUpInto(house, archive, place, job);
    } catch (error) {
      if (error instanceof Refusal && error.code !== "task-cancelled") continue;
      throw error;
    }
    await settle(house, archive, place);
  }
}

/** Refuses erasure-not-found, erasure-not-this-backup, target-not-writable, disk-full. */
export async function clearMedium(
  house: House,
  archive: OpenArchive,
  { place, folder }: Input<"erasure.clear">,
  job: Job,
): Promise<Output<"erasure.clear">> {
  if (!isWaitingFor(archive.connection.read, place)) throw new Refusal("erasure-not-found");
  if (!(await isOurBackup(archive, folder))) throw new Refusal("erasure-not-this-backup");
  await backUpInto(house, archive, folder, job);
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
