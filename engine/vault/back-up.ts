// 备份: a copy in the form the archive itself has, with the content keys apart (tech: 4.1). First the database, then the
// sealed files it names (write-once, so none it names is missing), the manifest last: without it a backup does not exist.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { splitContentKeys } from "#db/split-keys";
import { copyDatabase } from "#db/health";
import { journalHashAt, journalHead } from "#db/journal";
import type { ReadDb, WriteDb } from "#db/open";
import { noteBackupPlace } from "#db/backup-place";
import { listErasureEntries, putErasureMedium, settleMedium } from "#db/erasure";
import { getSetting, putSetting } from "#db/setting";
import { getVaultFiles, listVaultFileIds, type VaultFile } from "#db/vault-file";
import { syncFolder } from "#vault-format/seal-file";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { writeStep } from "#engine/write-step";
import { sealedPath } from "./archive-folder.ts";
import { backupPaths, dropManifest, readManifest, writeManifest } from "./backup-manifest.ts";
import { peekRegister, writeRegister } from "./deletion-register.ts";
import { readSlots, writeSlots } from "./key-slot.ts";
import { settingsOf, type OpenArchive } from "./open-archive.ts";

/** Folder of this archive's backup below the office's backup place. */
export const backupFolderOf = (place: string, archive: OpenArchive): string =>
  join(place, `${basename(archive.folder).replace(/\.lindang$/, "")}.备份`);

/** What the archive remembers of its last backup. */
export function backupStateOf(db: ReadDb): Output<"backup.state"> {
  const folder = settingsOf(db).backupFolder;
  const last = getSetting(db, "lastBackup");
  return {
    folder,
    lastAt: last?.at ?? null,
    files: last?.files ?? 0,
    isReachable: folder !== "" && existsSync(folder),
  };
}

/** Makes the backup now. Refuses target-not-writable (also when no place is set), disk-full, task-cancelled. */
export const backUp = (house: House, archive: OpenArchive, job: Job): Promise<Output<"backup.state">> =>
  backUpInto(house, archive, settingsOf(archive.connection.read).backupFolder, job);

/**
 * The same into any place: a backup that lies there is written anew, so that what was deleted since is gone from it. The old one
 * stands whole until every file of the new one is there; one that knows more than this archive (restored from an older backup) is
 * set aside, never written over. Refuses backup-of-another-archive too.
 */
export async function backUpInto(
  house: House,
  archive: OpenArchive,
  place: string,
  job: Job,
): Promise<Output<"backup.state">> {
  if (place === "" || !existsSync(place)) throw new Refusal("target-not-writable");
  const to = backupFolderOf(place, archive);
  try {
    const aside = await setAsideUnlike(archive, to, house.clock.now());
    await mkdir(join(to, "files"), { recursive: true });
    // First of all, so that also a backup that is not finished tells what must not come back.
    await writeRegister(archive, house.clock, to);
    const { known, head } = await copyWhole(archive, to, job);
    const files = known.size;
    const at = house.clock.now();
    const slots = { ...(await readSlots(archive.folder)), lastBackupDate: at.slice(0, 10) };
    await swapPair(to);
    await writeSlots(to, slots);
    const { database, keys } = backupPaths(to);
    await writeManifest(to, {
      ...{ format: 1, archiveId: archive.id, at, files, journalSequence: head.sequence, journalHead: head.hash },
      database: await digestOf(database),
      keys: await digestOf(keys),
    });
    await removeOthers(to, known);
    await writeStep(house, archive, "backup.make", (db) => {
      putSetting(db, "lastBackup", { folder: place, at, files });
      noteBackupPlace(db, place, at);
      if (aside !== undefined) noteAside(db, aside, at);
      settleMedium(db, place, { state: "cleared", at, signedBy: "" });
      return {
        output: undefined,
        objectId: archive.id,
        after: { files, head: head.hash },
        keepsUndo: true,
        nouns: ["backup"],
      };
    });
    await writeSlots(archive.folder, slots);
    await writeRegister(archive, house.clock, archive.folder);
  } catch (error) {
    throw refusalOfIo(error);
  }
  return backupStateOf(archive.connection.read);
}

/** Moves a backup aside that this archive does not descend from; its new name. Refuses backup-of-another-archive. */
async function setAsideUnlike(archive: OpenArchive, to: string, now: string): Promise<string | undefined> {
  const told = await peekRegister(to);
  if (told !== undefined && told.archiveId !== archive.id) throw new Refusal("backup-of-another-archive");
  const there = await readManifest(to).catch(() => undefined);
  if (there === undefined) return undefined;
  if (there.archiveId !== archive.id) throw new Refusal("backup-of-another-archive");
  if (journalHashAt(archive.connection.read, there.journalSequence) === there.journalHead) return undefined;
  const aside = `${to}.${now.replaceAll(/[^0-9]/g, "").slice(0, 14)}`;
  await rename(to, aside);
  await syncFolder(dirname(to));
  return aside;
}

type Snapshot = {
  /** Sealed files the copied database names. */
  readonly known: ReadonlyMap<string, VaultFile>;
  readonly head: ReturnType<typeof journalHead>;
};

/** Deletions have to reach it, and the program cannot write it anew: it waits in the list until somebody signs (P14). */
function noteAside(db: WriteDb, place: string, at: string): void {
  noteBackupPlace(db, place, at);
  for (const { requestId } of listErasureEntries(db))
    putErasureMedium(db, requestId, { place, state: "waiting", at: "", signedBy: "" });
}

/** New database pair beside the old one. What it names and where its journal ends are read in the same breath. */
async function copyKeysAndDatabase({ connection, archiveKey }: OpenArchive, to: string): Promise<Snapshot> {
  const database = join(to, "archive.db.new");
  const keys = join(to, "keys.db.new");
  for (const path of [database, keys]) await rm(path, { force: true });
  copyDatabase(connection.raw, database);
  const head = journalHead(connection.read);
  const known = getVaultFiles(connection.read, listVaultFileIds(connection.read));
  splitContentKeys(database, keys, archiveKey);
  for (const path of [database, keys]) await syncFile(path);
  return { known, head };
}

/** Pair and files; done again when somebody dropped a file meanwhile, so that the database names none that is missing. */
async function copyWhole(archive: OpenArchive, to: string, job: Job): Promise<Snapshot> {
  for (;;) {
    const snapshot = await copyKeysAndDatabase(archive, to);
    if (await copyFiles(archive, to, snapshot.known, job)) return snapshot;
  }
}

/** Both renamed; without its manifest the backup counts as unfinished meanwhile. */
async function swapPair(to: string): Promise<void> {
  const { database, keys } = backupPaths(to);
  await dropManifest(to);
  await rename(`${keys}.new`, keys);
  await rename(`${database}.new`, database);
  await syncFolder(to);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}

/** SHA-256 of a file, in hex. */
export async function digestOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  const file = await open(path, "r");
  for await (const chunk of file.createReadStream()) digest.update(chunk as Buffer);
  return digest.digest("hex");
}

/** Copies sealed files that are not there yet or differ in size; false when one was dropped from the archive meanwhile. */
async function copyFiles(
  archive: OpenArchive,
  to: string,
  files: ReadonlyMap<string, VaultFile>,
  job: Job,
): Promise<boolean> {
  let done = 0;
  for (const [id, { cipherSize: size }] of files) {
    refuseWhenCancelled(job.signal);
    const target = sealedPath(to, id);
    if ((await stat(target).catch(() => undefined))?.size !== size) {
      await mkdir(dirname(target), { recursive: true });
      try {
        await copyFile(sealedPath(archive.folder, id), `${target}.tmp`);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
        if (getVaultFiles(archive.connection.read, [id]).size === 0) return false;
        throw new Refusal("archive-damaged");
      }
      await syncFile(`${target}.tmp`);
      if ((await stat(`${target}.tmp`)).size !== size) throw new Refusal("archive-damaged");
      await rename(`${target}.tmp`, target);
    }
    job.progress("备份", ++done, files.size, "file");
  }
  return getVaultFiles(archive.connection.read, [...files.keys()]).size === files.size;
}

/** Removes files of a backup that the archive dropped. */
async function removeOthers(to: string, known: ReadonlyMap<string, VaultFile>): Promise<void> {
  for (const shard of await readdir(join(to, "files"))) {
    for (const name of await readdir(join(to, "files", shard)))
      if (!known.has(name)) await rm(join(to, "files", shard, name), { force: true });
  }
}
