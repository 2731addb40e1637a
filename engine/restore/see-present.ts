// What lies where the restored archive goes: an archive of the same line, a broken one, nothing. Only looked at.
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { Refusal } from "#contract/refusal";
import type { PresentArchive } from "#contract/restore";
import { countArchive, hasTable } from "#db/archive-counts";
import { journalHashAt, journalHead } from "#db/journal";
import { openDatabase, type Connection } from "#db/open";
import { getArchive } from "#db/setting";
import { archivePaths } from "#engine/vault/archive-folder";
import { peekRegister, registerOf, type DeletionRegister } from "#engine/vault/deletion-register";
import { readSlots } from "#engine/vault/key-slot";
import type { ReadBackup } from "./read-backup.ts";

export type SeenPresent = PresentArchive & {
  /** What it knows of deletions; undefined when it cannot be read. */
  readonly register: DeletionRegister | undefined;
};
const nothing = { lastAt: null, counts: null, changes: null, register: undefined } as const;

/** Refuses target-exists for a folder with something else in it. */
async function isArchiveAt(target: string): Promise<boolean> {
  if (!existsSync(target)) return false;
  const { database, slots, files } = archivePaths(target);
  if ([database, slots, files].some((path) => existsSync(path))) return true;
  if ((await readdir(target)).length > 0) throw new Refusal("target-exists", { name: basename(target) });
  return false;
}

/** Two archives share no slot: the one there was never the one of the backup. A recovery sheet made anew leaves the others. */
async function shareSlots(one: string, other: string): Promise<boolean> {
  const idsOf = async (folder: string): Promise<string[] | undefined> =>
    (await readSlots(folder).catch(() => undefined))?.slots.map(({ id }) => id);
  const [here, there] = [await idsOf(one), await idsOf(other)];
  return here === undefined || there === undefined || here.some((id) => there.includes(id));
}

function readOpened(connection: Connection, { manifest }: ReadBackup): SeenPresent {
  const db = connection.read;
  if (getArchive(db)?.id !== manifest.archiveId) throw new Refusal("backup-of-another-archive");
  const head = journalHead(db);
  const isSameLine = journalHashAt(db, manifest.journalSequence) === manifest.journalHead;
  return {
    state: "open",
    lastAt: head.at,
    counts: countArchive(connection),
    changes: isSameLine ? head.sequence - manifest.journalSequence : null,
    // An archive of an earlier program has no such register yet.
    register: hasTable(connection, "erasure") ? registerOf(db) : { deletions: [], takenAway: [], places: [] },
  };
}

/** Refuses target-exists, backup-of-another-archive. */
export async function seePresent(backup: ReadBackup, target: string, key: Buffer): Promise<SeenPresent> {
  if (!(await isArchiveAt(target))) return { state: "none", ...nothing };
  const told = await peekRegister(target);
  if (told && told.archiveId !== backup.manifest.archiveId) throw new Refusal("backup-of-another-archive");
  let connection: Connection | undefined;
  try {
    connection = openDatabase(archivePaths(target).database, key, { isReadonly: true });
    return readOpened(connection, backup);
  } catch (error) {
    if (error instanceof Refusal && error.code === "backup-of-another-archive") throw error;
    if (!(await shareSlots(backup.folder, target))) throw new Refusal("backup-of-another-archive");
    // A damaged database, whatever way it shows, is why somebody restores.
    return { state: "unreadable", ...nothing };
  } finally {
    connection?.close();
  }
}
