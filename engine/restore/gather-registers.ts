// Every register of deletions that can be read now, put together: the present archive's own, its copy beside the slots, the backup's
// medium, every other place backups were made in, and where the clerk pointed (personal-data P14).
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { DueDeletions } from "#contract/restore";
import { hasTable } from "#db/archive-counts";
import { listBackupPlaces } from "#db/backup-place";
import { hasErasure } from "#db/erasure";
import { openDatabase } from "#db/open";
import { listTakenAway } from "#db/taken-away";
import { archivePaths } from "#engine/vault/archive-folder";
import { backupPaths } from "#engine/vault/backup-manifest";
import { readRegister, type DeletionRegister, type RegisteredDeletion } from "#engine/vault/deletion-register";
import type { ReadBackup } from "./read-backup.ts";
import type { SeenPresent } from "./see-present.ts";

export type DueRegister = DueDeletions & { readonly register: DeletionRegister };

/** A folder and those in it: a place holds its backups one below. */
async function around(place: string): Promise<string[]> {
  const inside = await readdir(place, { withFileTypes: true }).catch(() => []);
  return [place, ...inside.filter((each) => each.isDirectory()).map(({ name }) => join(place, name))];
}

/** Places an archive's database names; none when it cannot be read or is older than such a list. */
function placesIn(database: string, key: Buffer): string[] {
  try {
    const connection = openDatabase(database, key, { isReadonly: true });
    try {
      return hasTable(connection, "backup_place") ? listBackupPlaces(connection.read) : [];
    } finally {
      connection.close();
    }
  } catch {
    return [];
  }
}

/** What the backup does not know of yet. */
function notIn(backup: ReadBackup, key: Buffer, { deletions, takenAway, places }: DeletionRegister): DeletionRegister {
  const connection = openDatabase(backupPaths(backup.folder).database, key, { isReadonly: true });
  try {
    const db = connection.read;
    const knowsErasures = hasTable(connection, "erasure");
    const known = new Set(listTakenAway(db));
    return {
      deletions: deletions.filter(({ requestId }) => !knowsErasures || !hasErasure(db, requestId)),
      takenAway: takenAway.filter((id) => !known.has(id)),
      places,
    };
  } finally {
    connection.close();
  }
}

/** Each deletion once, as the first register has it (the present archive's where it can be read), with the ids of all. */
function joinDeletions(all: readonly DeletionRegister[]): RegisteredDeletion[] {
  const joined = new Map<string, RegisteredDeletion>();
  for (const each of all.flatMap(({ deletions }) => deletions)) {
    const known = joined.get(each.requestId) ?? each;
    const droppedKeys = [...new Set([...known.droppedKeys, ...each.droppedKeys])];
    joined.set(each.requestId, { ...known, droppedKeys });
  }
  return [...joined.values()];
}

/** The union of all, each entry once; `register` holds what is still to be done in the copy. */
export async function gatherRegisters(
  backup: ReadBackup,
  present: SeenPresent,
  given: { readonly target: string; readonly registers: readonly string[]; readonly key: Buffer },
): Promise<DueRegister> {
  const { target, registers, key } = given;
  const places = [
    ...[target, backup.folder, ...registers],
    ...placesIn(archivePaths(target).database, key),
    ...placesIn(backupPaths(backup.folder).database, key),
  ];
  const folders = [...new Set((await Promise.all(places.map(around))).flat())];
  const copies = await Promise.all(
    folders.map(async (place) => ({ place, found: await readRegister(place, backup.manifest.archiveId, key) })),
  );
  const found = copies.flatMap(({ place, found: each }) => (each ? [{ place, ...each }] : []));
  const all = [...(present.register ? [present.register] : []), ...found.map(({ register }) => register)];
  const takenAway = [...new Set(all.flatMap((each) => each.takenAway))];
  const known = [...new Set(all.flatMap((each) => each.places))];
  const register = notIn(backup, key, { deletions: joinDeletions(all), takenAway, places: known });
  return {
    count: register.deletions.length,
    takenAway: register.takenAway.length,
    registers: found.map(({ place, writtenAt }) => ({ place, writtenAt })),
    isCertain: present.register !== undefined,
    register,
  };
}
