// The finished copy gets the archive's name; what had the name before is kept under another, in the same folder.
import { existsSync } from "node:fs";
import { readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { holdArchive } from "#engine/vault/lock-file";
import { syncFolder } from "#vault-format/seal-file";

/** Where a copy is made: beside its place, so that giving it the name is one step; no name an archive may have. */
export const stagingOf = (target: string): string => join(dirname(target), `.${basename(target)}.恢复中`);

/** Takes away what a restore that died left half made. Refuses archive-in-use while another is at work in it. */
export async function sweepStaging(staging: string): Promise<void> {
  if (!existsSync(staging)) return;
  await holdArchive(staging);
  await rm(staging, { recursive: true, force: true });
}

/** A free name for what lies at the target: 名称.恢复前-20261122T1305.lindang. */
export function keptNameOf(target: string, now: string): string {
  const base = basename(target).replace(/\.lindang$/, "");
  const minute = now.replaceAll(/[-:]/g, "").slice(0, 13);
  for (let more = 1; ; more++) {
    const path = join(dirname(target), `${base}.恢复前-${minute}${more > 1 ? `-${more}` : ""}.lindang`);
    if (!existsSync(path)) return path;
  }
}

/** Two renames; when the second fails the first is taken back, so that nothing is without its name. */
export async function putInPlace(staging: string, target: string, keptAs: string | null): Promise<void> {
  if (keptAs !== null) await rename(target, keptAs);
  else if (existsSync(target) && (await readdir(target)).length === 0) await rmdir(target);
  try {
    await rename(staging, target);
  } catch (error) {
    if (keptAs !== null) await rename(keptAs, target);
    throw error;
  }
  await syncFolder(dirname(target));
}
