// Where backups lie, by what can be seen without a passphrase.
import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { FoundBackup } from "#contract/restore";
import { refusalOfIo } from "#engine/refuse-io";
import { backupPaths, readManifest, type BackupManifest } from "#engine/vault/backup-manifest";

/** A backup as its own last line tells of it. */
export const foundBackup = (folder: string, { archiveId, at, files }: BackupManifest): FoundBackup => ({
  ...{ folder, name: basename(folder).replace(/\.备份.*$/, ""), archiveId, at, files },
});

/** Whether a folder is one a backup was written into, finished or not. */
const isBackup = (folder: string): boolean => {
  const { manifest, database, keys } = backupPaths(folder);
  return existsSync(manifest) || (existsSync(database) && existsSync(keys));
};

/** Folders of backups at a path: itself, what holds the file that was pointed at, or the folders in it. */
async function foldersAt(path: string): Promise<string[]> {
  const there = await stat(path).catch(() => undefined);
  if (!there) return [];
  const folder = there.isDirectory() ? path : dirname(path);
  if (isBackup(folder)) return [folder];
  const inside = await readdir(folder, { withFileTypes: true });
  return inside
    .filter((each) => each.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter(isBackup);
}

/** Newest first. Refuses backup-not-found; where no backup is whole, what is wrong with the first of them. */
export async function findBackups({ path }: Input<"restore.find">): Promise<Output<"restore.find">> {
  const folders = await foldersAt(path).catch((error: unknown) => {
    throw refusalOfIo(error);
  });
  if (folders.length === 0) throw new Refusal("backup-not-found");
  const seen = await Promise.allSettled(folders.map(async (folder) => foundBackup(folder, await readManifest(folder))));
  const backups = seen.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const [first] = seen;
  if (backups.length === 0 && first?.status === "rejected") throw refusalOfIo(first.reason);
  return { backups: backups.toSorted((one, other) => other.at.localeCompare(one.at)) };
}
