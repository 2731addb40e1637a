// What check and run have in common: the backup read through, what lies at the target, what was deleted since. Nothing is written.
import { existsSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { freeBytes } from "#engine/vault/ballast";
import { gatherRegisters, type DueRegister } from "./gather-registers.ts";
import { openSecret, type OpenedSecret } from "./open-secret.ts";
import { readBackup, type ReadBackup } from "./read-backup.ts";
import { readManifest } from "#engine/vault/backup-manifest";
import { seePresent, type SeenPresent } from "./see-present.ts";
import { keptNameOf } from "./put-in-place.ts";

export type Prepared = OpenedSecret & {
  readonly backup: ReadBackup;
  readonly present: SeenPresent;
  readonly due: DueRegister;
  readonly keptAs: string | null;
  readonly bytesNeeded: number;
  readonly bytesFree: number;
};

/** A backup is not restored into itself, nor one into a folder of the other. */
function refuseNested(backup: string, target: string): void {
  const isWithin = (inner: string, outer: string): boolean => {
    const way = relative(outer, inner);
    return way === "" || !way.startsWith("..");
  };
  if (isWithin(target, backup) || isWithin(backup, target)) throw new Refusal("target-not-writable");
}

/** What is laid down twice for a moment: the log of the database while it climbs and is cleaned. */
const spare = 64 * 1024 * 1024;

/** Refuses what each of its steps refuses, and target-not-writable. */
export async function prepareRestore(
  house: House,
  { backup: folder, target, secret, registers }: Input<"restore.check">,
  job: Job,
): Promise<Prepared> {
  refuseNested(folder, target);
  if (!existsSync(dirname(target))) throw new Refusal("target-not-writable");
  const manifest = await readManifest(folder);
  const opened = await openSecret(house, { backup: folder, target, secret });
  const backup = await readBackup({ folder, manifest }, target, opened.archiveKey, job);
  const present = await seePresent(backup, target, opened.archiveKey);
  const due = await gatherRegisters(backup, present, { target, registers, key: opened.archiveKey });
  return {
    ...opened,
    ...{ backup, present, due },
    keptAs: present.state === "none" ? null : keptNameOf(target, house.clock.now()),
    bytesNeeded: backup.bytes + spare,
    bytesFree: await freeBytes(dirname(target)),
  };
}
