// An open archive: its connection and keys, as long as somebody is at the desk. Everything secret lives here and nowhere else.
import { rm } from "node:fs/promises";
import type { Person } from "#contract/archive";
import type { Settings } from "#contract/settings";
import { hasTable } from "#db/archive-counts";
import { getContentKey, readSubKeys, type SubKeys } from "#db/keys";
import { openDatabase, type Connection, type ReadDb } from "#db/open";
import { getArchive, getSetting } from "#db/setting";
import { Refusal } from "#contract/refusal";
import type { Progress } from "#engine/job";
import { archivePaths } from "./archive-folder.ts";
import { dropPreviews } from "./preview.ts";
import { upgradeDatabase } from "./upgrade-database.ts";

export type OpenArchive = {
  readonly folder: string;
  readonly id: string;
  readonly name: string;
  readonly connection: Connection;
  readonly archiveKey: Buffer;
  readonly keys: SubKeys;
  readonly person: Person;
  readonly unlockedAt: string;
  readonly failedUnlocks: number;
  readonly isDiskFull: boolean;
  readonly release: () => Promise<void>;
};

export const defaultSettings: Settings = { autoLockMinutes: 10, backupFolder: "" };

/** The office's settings, with the defaults for what it has not chosen. */
export const settingsOf = (db: ReadDb): Settings => ({ ...defaultSettings, ...getSetting(db, "settings") });

/** Opens the database of a folder under its key, climbing to the newest schema after a safe copy. */
export async function openConnection(
  folder: string,
  archiveKey: Buffer,
  progress: Progress,
): Promise<{ connection: Connection; keys: SubKeys; id: string; name: string }> {
  const path = archivePaths(folder).database;
  const connection = openDatabase(path, archiveKey);
  try {
    // The database of a backup, whose keys were taken out of it: nobody reads in it as it is (personal-data P14).
    if (!hasTable(connection, "content_key")) throw new Refusal("archive-is-backup");
    await upgradeDatabase(connection, path, progress);
    const keys = readSubKeys(connection.read);
    const archive = getArchive(connection.read);
    if (!keys || !archive) throw new Refusal("archive-damaged");
    return { connection, keys, id: archive.id, name: archive.name };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Closes connection and keys; what is in memory of them is overwritten. Previews go with them. */
export async function closeArchive(archive: OpenArchive): Promise<void> {
  archive.connection.close();
  for (const key of [archive.archiveKey, archive.keys.wrap, archive.keys.hmac]) key.fill(0);
  dropPreviews(archive.folder);
  await rm(archivePaths(archive.folder).temporary, { recursive: true, force: true });
  await archive.release();
}

/** The key under which the journal digests values of an object: its own, or the archive's for things without one (P7). */
export function journalKeyOf(archive: OpenArchive, db: ReadDb, objectId: string): Buffer {
  return getContentKey(db, archive.keys, objectId) ?? archive.keys.hmac;
}
