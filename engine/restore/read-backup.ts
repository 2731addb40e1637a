// A backup read through before anything of it is believed: both databases by their digests, opened, of this program and of one
// archive, and every sealed file they name on the medium. Nothing is written.
import { stat } from "node:fs/promises";
import { Refusal } from "#contract/refusal";
import type { RestoreCounts } from "#contract/restore";
import { countArchive } from "#db/archive-counts";
import { journalHashAt } from "#db/journal";
import { migrations, schemaVersion } from "#db/migrate";
import { openDatabase, type Connection } from "#db/open";
import { getArchive } from "#db/setting";
import { getVaultFiles, listVaultFileIds, type VaultFile } from "#db/vault-file";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { digestOf } from "#engine/vault/back-up";
import { sealedPath } from "#engine/vault/archive-folder";
import { backupPaths, type BackupManifest } from "#engine/vault/backup-manifest";

export type ReadBackup = {
  readonly folder: string;
  readonly manifest: BackupManifest;
  readonly archiveName: string;
  readonly counts: RestoreCounts;
  readonly files: ReadonlyMap<string, VaultFile>;
  readonly bytes: number;
};

/** Refuses backup-damaged when a part is missing or not what the backup's last line says it is. */
async function refuseChanged(folder: string, { database, keys }: BackupManifest, job: Job): Promise<number> {
  const paths = backupPaths(folder);
  let bytes = 0;
  for (const [path, digest] of [
    [paths.keys, keys],
    [paths.database, database],
  ] as const) {
    refuseWhenCancelled(job.signal);
    const size = (await stat(path).catch(() => undefined))?.size ?? 0;
    if (size === 0 || (await digestOf(path).catch(() => "")) !== digest) throw new Refusal("backup-damaged");
    bytes += size;
  }
  return bytes;
}

/** Opens for reading; what the key does not open is no sound backup. Refuses backup-damaged, backup-from-the-future. */
function openCopy(path: string, key: Buffer): Connection {
  try {
    const connection = openDatabase(path, key, { isReadonly: true });
    const version = schemaVersion(connection.raw);
    if (version <= migrations().length) return connection;
    connection.close();
    throw new Refusal("backup-from-the-future", { version });
  } catch (error) {
    if (error instanceof Refusal && error.code !== "backup-from-the-future") throw new Refusal("backup-damaged");
    throw error;
  }
}

/** Sealed files the medium does not hold whole, unless the present archive still has them. */
async function countMissing(
  files: ReadonlyMap<string, VaultFile>,
  folders: readonly string[],
  job: Job,
): Promise<number> {
  let missing = 0;
  let done = 0;
  for (const [id, { cipherSize }] of files) {
    refuseWhenCancelled(job.signal);
    const sizes = folders.map((folder) =>
      stat(sealedPath(folder, id))
        .then((found) => found.size)
        .catch(() => -1),
    );
    if (!(await Promise.all(sizes)).includes(cipherSize)) missing += 1;
    job.progress("核对备份", ++done, files.size, "file");
  }
  return missing;
}

/** Refuses backup-damaged, backup-incomplete, backup-from-the-future, task-cancelled. */
export async function readBackup(
  { folder, manifest }: Pick<ReadBackup, "folder" | "manifest">,
  target: string,
  key: Buffer,
  job: Job,
): Promise<ReadBackup> {
  job.progress("核对备份", 0, 0, "file");
  const bytes = await refuseChanged(folder, manifest, job);
  openCopy(backupPaths(folder).keys, key).close();
  const connection = openCopy(backupPaths(folder).database, key);
  try {
    const db = connection.read;
    const archive = getArchive(db);
    if (!archive || archive.id !== manifest.archiveId) throw new Refusal("backup-damaged");
    if (journalHashAt(db, manifest.journalSequence) !== manifest.journalHead) throw new Refusal("backup-damaged");
    const files = getVaultFiles(db, listVaultFileIds(db));
    const missing = await countMissing(files, [folder, target], job);
    if (missing > 0) throw new Refusal("backup-incomplete", { count: missing });
    const sealed = [...files.values()].reduce((sum, { cipherSize }) => sum + cipherSize, 0);
    const facts = { folder, manifest, archiveName: archive.name, files, bytes: bytes + sealed };
    return { ...facts, counts: countArchive(connection) };
  } finally {
    connection.close();
  }
}
