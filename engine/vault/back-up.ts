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
import { journalHead } from "#db/journal";
import type { ReadDb } from "#db/open";
import { noteBackupPlace } from "#db/backup-place";
import { settleMedium } from "#db/erasure";
import { getSetting, putSetting } from "#db/setting";
import { getVaultFiles, listVaultFileIds } from "#db/vault-file";
import { syncFolder } from "#vault-format/seal-file";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { writeStep } from "#engine/write-step";
import { sealedPath } from "./archive-folder.ts";
import { readSlots, writeSlots } from "./key-slot.ts";
import { settingsOf, type OpenArchive } from "./open-archive.ts";
import { writeJson } from "./write-json.ts";

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

/** The same into any place: a backup that lies there is written anew, so that what was deleted since is gone from it. */
export async function backUpInto(
  house: House,
  archive: OpenArchive,
  place: string,
  job: Job,
): Promise<Output<"backup.state">> {
  if (place === "" || !existsSync(place)) throw new Refusal("target-not-writable");
  const to = backupFolderOf(place, archive);
  try {
    await mkdir(join(to, "files"), { recursive: true });
    await copyKeysAndDatabase(archive, to);
    const files = await copyFiles(archive, to, job);
    const head = journalHead(archive.connection.read);
    const at = house.clock.now();
    const slots = { ...(await readSlots(archive.folder)), lastBackupDate: at.slice(0, 10) };
    await writeSlots(to, slots);
    await writeJson(join(to, "backup.json"), {
      format: 1,
      archiveId: archive.id,
      at,
      files,
      journalSequence: head.sequence,
      journalHead: head.hash,
      database: await digestOf(join(to, "archive.db")),
      keys: await digestOf(join(to, "keys.db")),
    });
    await writeStep(house, archive, "backup.make", (db) => {
      putSetting(db, "lastBackup", { folder: place, at, files });
      noteBackupPlace(db, place, at);
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
  } catch (error) {
    throw refusalOfIo(error);
  }
  return backupStateOf(archive.connection.read);
}

/** New database pair beside the old one, then both renamed: an interrupted backup leaves the old pair standing. */
async function copyKeysAndDatabase(archive: OpenArchive, to: string): Promise<void> {
  const database = join(to, "archive.db.new");
  const keys = join(to, "keys.db.new");
  for (const path of [database, keys]) await rm(path, { force: true });
  copyDatabase(archive.connection.raw, database);
  splitContentKeys(database, keys, archive.archiveKey);
  for (const path of [database, keys]) await syncFile(path);
  await rm(join(to, "backup.json"), { force: true });
  await rename(keys, join(to, "keys.db"));
  await rename(database, join(to, "archive.db"));
  await syncFolder(to);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  const file = await open(path, "r");
  for await (const chunk of file.createReadStream()) digest.update(chunk as Buffer);
  return digest.digest("hex");
}

/** Copies sealed files that are not there yet or differ in size, and removes those the archive dropped. */
async function copyFiles(archive: OpenArchive, to: string, job: Job): Promise<number> {
  const ids = listVaultFileIds(archive.connection.read);
  const known = getVaultFiles(archive.connection.read, ids);
  for (const [at, id] of ids.entries()) {
    refuseWhenCancelled(job.signal);
    const target = sealedPath(to, id);
    const size = known.get(id)?.cipherSize;
    const there = await stat(target).catch(() => undefined);
    if (there?.size !== size) {
      await mkdir(dirname(target), { recursive: true });
      await copyFile(sealedPath(archive.folder, id), `${target}.tmp`);
      await syncFile(`${target}.tmp`);
      if ((await stat(`${target}.tmp`)).size !== size) throw new Refusal("archive-damaged");
      await rename(`${target}.tmp`, target);
    }
    job.progress("备份", at + 1, ids.length, "file");
  }
  for (const shard of await readdir(join(to, "files"))) {
    for (const name of await readdir(join(to, "files", shard)))
      if (!known.has(name)) await rm(join(to, "files", shard, name), { force: true });
  }
  return ids.length;
}
