// 恢复: a copy is made beside the target without slots, so that nobody can open it; what was deleted since is deleted in it first;
// then it is opened again and counted; only then it gets slots and name. What stops before leaves nothing behind (P14).
import { copyFile, mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { noteBackupPlace } from "#db/backup-place";
import { listErasureEntries, putErasureMedium } from "#db/erasure";
import { checkpoint } from "#db/health";
import type { WriteDb } from "#db/open";
import { rebindSlot } from "#db/person";
import { joinContentKeys } from "#db/split-keys";
import { getVaultFiles, listVaultFileIds } from "#db/vault-file";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { eraseRegistered, type ErasedAgain } from "#engine/rights/erase-registered";
import { archivePaths } from "#engine/vault/archive-folder";
import { backupPaths } from "#engine/vault/backup-manifest";
import { writeRegister } from "#engine/vault/deletion-register";
import { writeSlots } from "#engine/vault/key-slot";
import { openUnattended } from "#engine/vault/kept-archive";
import { holdArchive } from "#engine/vault/lock-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { copyFiles } from "./copy-files.ts";
import { prepareRestore, type Prepared } from "./prepare-restore.ts";
import { proveRestored } from "./prove-restored.ts";
import { putInPlace, stagingOf, sweepStaging } from "./put-in-place.ts";

/** Database and keys brought together, and everything deleted since taken out of them. */
async function layDatabase(house: House, prepared: Prepared, staging: string): Promise<ErasedAgain> {
  const { backup, archiveKey, due, rebound } = prepared;
  const { database } = archivePaths(staging);
  const keys = `${database}.keys`;
  await copyFile(backupPaths(backup.folder).database, database);
  await copyFile(backupPaths(backup.folder).keys, keys);
  joinContentKeys(database, keys, archiveKey);
  await rm(keys);
  const archive = openUnattended(house, staging, archiveKey);
  try {
    const erased = await eraseRegistered(house, archive, due.register, "restore.run");
    await writeStep(house, archive, "restore.run", (db) => {
      for (const { from, to } of rebound) rebindSlot(db, from, to);
      noteCopies(db, prepared, house.clock.now());
      const after = { backupAt: backup.manifest.at, isCertain: due.isCertain };
      return { output: undefined, objectId: archive.id, reasonCode: reasonOf(prepared), after, nouns: [] };
    });
    await writeRegister(archive, house.clock, staging);
    checkpoint(archive.connection.raw);
    return erased;
  } finally {
    archive.connection.close();
  }
}

/**
 * Where copies lie: those the registers know of, the medium this one came from, and what is kept under another name. A later deletion
 * has to reach them all, and one of before waits where a copy does not know of it.
 */
function noteCopies(db: WriteDb, { backup, present, due, keptAs }: Prepared, at: string): void {
  const medium = dirname(backup.folder);
  for (const place of [...due.register.places, medium, ...(keptAs === null ? [] : [keptAs])])
    noteBackupPlace(db, place, at);
  const inPresent = new Set(present.register?.deletions.map(({ requestId }) => requestId));
  const unknownToBackup = new Set(due.register.deletions.map(({ requestId }) => requestId));
  for (const { requestId } of listErasureEntries(db)) {
    const unknowing = [
      ...(unknownToBackup.has(requestId) ? [medium] : []),
      ...(keptAs !== null && !inPresent.has(requestId) ? [keptAs] : []),
    ];
    for (const place of unknowing) putErasureMedium(db, requestId, { place, state: "waiting", at: "", signedBy: "" });
  }
}

const reasonOf = ({ due, backup }: Prepared): string =>
  `backup-${backup.manifest.at.slice(0, 10)}${due.isCertain ? "" : " register-uncertain"}`;

/** Files the cleaned database still names, and nothing else. */
async function layFiles(archive: OpenArchive, { backup }: Prepared, target: string, job: Job): Promise<void> {
  const db = archive.connection.read;
  const files = getVaultFiles(db, listVaultFileIds(db));
  await mkdir(archivePaths(archive.folder).files, { recursive: true });
  await copyFiles(files, [backup.folder, target], archive.folder, job);
}

/** Everything but the name. */
async function fill(
  house: House,
  prepared: Prepared,
  { target }: Input<"restore.run">,
  job: Job,
): Promise<Omit<Output<"restore.run">, "folder" | "keptAs" | "backupAt">> {
  const staging = stagingOf(target);
  const { deletions, takenAway } = await layDatabase(house, prepared, staging);
  refuseWhenCancelled(job.signal);
  const open = (): OpenArchive => openUnattended(house, staging, prepared.archiveKey);
  const laid = open();
  await layFiles(laid, prepared, target, job).finally(() => laid.connection.close());
  job.progress("核对结果", 0, 0, "file");
  const again = open();
  const counts = await proveRestored(again).finally(() => again.connection.close());
  refuseWhenCancelled(job.signal);
  await writeSlots(staging, prepared.slots);
  return { counts, deletions, takenAway };
}

/** Makes an empty folder nobody else works in; a run that died may have left one. Refuses archive-in-use. */
async function takeStaging(staging: string): Promise<() => Promise<void>> {
  await sweepStaging(staging);
  await mkdir(staging, { recursive: true });
  return holdArchive(staging);
}

/** `leave` is called before the target is held. Refuses what prepareRestore refuses, restore-deletions-unknown, disk-full, archive-in-use, task-cancelled. */
export async function runRestore(
  house: House,
  input: Input<"restore.run">,
  job: Job,
  leave: () => Promise<void>,
): Promise<Output<"restore.run">> {
  const { target } = input;
  const staging = stagingOf(target);
  const prepared = await prepareRestore(house, input, job);
  const { keptAs, due, backup, archiveKey } = prepared;
  if (!due.isCertain && !input.acceptsUnknown) throw new Refusal("restore-deletions-unknown");
  if (prepared.bytesFree < prepared.bytesNeeded) throw new Refusal("disk-full");
  await leave();
  let releaseTarget: (() => Promise<void>) | undefined;
  let releaseStaging: (() => Promise<void>) | undefined;
  try {
    releaseTarget = keptAs === null ? undefined : await holdArchive(target);
    releaseStaging = await takeStaging(staging);
    const report = await fill(house, prepared, input, job);
    // The notes that say who is at work do not go along under the new names.
    await releaseStaging();
    await releaseTarget?.();
    releaseTarget = undefined;
    await putInPlace(staging, target, keptAs);
    return { folder: target, keptAs, backupAt: backup.manifest.at, ...report };
  } catch (error) {
    throw refusalOfIo(error);
  } finally {
    archiveKey.fill(0);
    await releaseTarget?.();
    if (releaseStaging) await rm(staging, { recursive: true, force: true });
  }
}
