// Sealed files into the new archive, each proven by the digest it was written with while it is copied. One the medium has lost is
// taken from the present archive: names are random and files are written once, so it is the same file.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Refusal } from "#contract/refusal";
import type { VaultFile } from "#db/vault-file";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { sealedPath } from "#engine/vault/archive-folder";
import { syncFolder } from "#vault-format/seal-file";

/** Copies one file and syncs it; false when what was read is not the file that was written once. */
async function copyProven(from: string, to: string, file: VaultFile, signal: AbortSignal): Promise<boolean> {
  const target = await open(to, "wx", 0o600);
  const digest = createHash("sha256");
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20, signal })) {
      digest.update(chunk as Buffer);
      await target.write(chunk as Buffer);
    }
    if (digest.digest("hex") === file.cipherSha256) {
      await target.sync();
      return true;
    }
  } catch (error) {
    refuseWhenCancelled(signal);
    const code = (error as NodeJS.ErrnoException).code;
    // A medium that cannot be read at one place is as good as a file that is not there; a full disk is not.
    if (code !== "ENOENT" && code !== "EIO") throw error;
  } finally {
    await target.close();
  }
  await rm(to, { force: true });
  return false;
}

/** Refuses backup-incomplete with how many are neither on the medium nor in the present archive, disk-full, task-cancelled. */
export async function copyFiles(
  files: ReadonlyMap<string, VaultFile>,
  sources: readonly string[],
  to: string,
  job: Job,
): Promise<void> {
  const total = [...files.values()].reduce((sum, { cipherSize }) => sum + cipherSize, 0);
  const shards = new Set<string>();
  let lost = 0;
  let done = 0;
  for (const [id, file] of files) {
    refuseWhenCancelled(job.signal);
    const target = sealedPath(to, id);
    const shard = dirname(target);
    if (!shards.has(shard)) await mkdir(shard, { recursive: true });
    shards.add(shard);
    let isThere = false;
    for (const source of sources) isThere ||= await copyProven(sealedPath(source, id), target, file, job.signal);
    if (!isThere) lost += 1;
    done += file.cipherSize;
    job.progress("恢复文件", done, total, "byte");
  }
  if (lost > 0) throw new Refusal("backup-incomplete", { count: lost });
  for (const shard of shards) await syncFolder(shard);
}
