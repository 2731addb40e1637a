// 试恢复: what would come back, what would be lost, what would be deleted again; nothing is written.
import type { Input, Output } from "#contract/contract";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { foundBackup } from "./find-backups.ts";
import { prepareRestore } from "./prepare-restore.ts";

/** Refuses what prepareRestore refuses. */
export async function checkRestore(
  house: House,
  input: Input<"restore.check">,
  job: Job,
): Promise<Output<"restore.check">> {
  const { archiveKey, backup, present, due, keptAs, bytesNeeded, bytesFree } = await prepareRestore(house, input, job);
  archiveKey.fill(0);
  const { register: _, ...seen } = present;
  const { register: __, ...deletions } = due;
  return {
    backup: foundBackup(input.backup, backup.manifest),
    archiveName: backup.archiveName,
    counts: backup.counts,
    target: input.target,
    ...{ keptAs, present: seen, deletions, bytesNeeded, bytesFree },
  };
}
