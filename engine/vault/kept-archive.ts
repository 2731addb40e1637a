// An archive folder opened without anybody sitting down at it: the copy a restore is making, or one that was kept under another name
// when it was replaced. No safe copy is made of it before it climbs: that would hold what is about to be deleted (P14).
import { existsSync } from "node:fs";
import { Refusal } from "#contract/refusal";
import { readSubKeys } from "#db/keys";
import { migrate } from "#db/migrate";
import { openDatabase } from "#db/open";
import { listPeople } from "#db/person";
import { getArchive } from "#db/setting";
import type { House } from "#engine/house";
import { archivePaths } from "./archive-folder.ts";
import { holdArchive } from "./lock-file.ts";
import type { OpenArchive } from "./open-archive.ts";

/** Whether a place is an archive's own folder, not one backups are made in. */
export const isKeptArchive = (place: string): boolean => {
  const { database, files } = archivePaths(place);
  return place.endsWith(".lindang") && existsSync(database) && existsSync(files);
};

/** Opens a folder that is held already; the caller closes the connection. Refuses archive-damaged, archive-from-the-future. */
export function openUnattended(house: House, folder: string, archiveKey: Buffer): OpenArchive {
  const connection = openDatabase(archivePaths(folder).database, archiveKey);
  try {
    migrate(connection.raw);
    const keys = readSubKeys(connection.read);
    const archive = getArchive(connection.read);
    const person = listPeople(connection.read)[0];
    if (!keys || !archive || !person) throw new Refusal("archive-damaged");
    return {
      ...{ folder, id: archive.id, name: archive.name, connection, archiveKey, keys, person },
      ...{ unlockedAt: house.clock.now(), failedUnlocks: 0, isDiskFull: false, release: () => Promise.resolve() },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Holds a folder, opens it for `work` and gives both back. Refuses archive-in-use too. */
export async function holdKept<T>(
  house: House,
  folder: string,
  archiveKey: Buffer,
  work: (archive: OpenArchive) => Promise<T>,
): Promise<T> {
  const release = await holdArchive(folder);
  try {
    const archive = openUnattended(house, folder, archiveKey);
    try {
      return await work(archive);
    } finally {
      archive.connection.close();
    }
  } finally {
    await release();
  }
}
