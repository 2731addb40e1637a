// 打开档案库 by passphrase; what can be seen of it without one.
import { basename } from "node:path";
import type { ArchiveInspection } from "#contract/archive";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { writeStep } from "#engine/write-step";
import { noteWrongTry, refuseDuringWait, waitSeconds } from "./attempts.ts";
import { readSlots } from "./key-slot.ts";
import type { OpenArchive } from "./open-archive.ts";
import { openAnySlot, refuseOddFolder, sitDownAt } from "./sit-down.ts";

/** What can be seen from outside: name of the folder, slot labels, last backup day, waiting time. */
export async function inspectArchive(house: House, folder: string): Promise<ArchiveInspection> {
  refuseOddFolder(folder);
  const { slots, lastBackupDate } = await readSlots(folder);
  return {
    folder,
    name: basename(folder).replace(/\.lindang$/, ""),
    labels: slots.filter((slot) => slot.kind === "passphrase").map((slot) => slot.label),
    lastBackupDate,
    waitSeconds: await waitSeconds(folder, house.clock),
  };
}

/** Opens with a passphrase; wrong ones are counted and slow down. Refuses passphrase-wrong, passphrase-wait, and as sitDownAt. */
export function unlockArchive(
  house: House,
  { folder, label, passphrase }: Input<"archive.unlock">,
  job: Pick<Job, "progress"> = { progress: () => undefined },
): Promise<OpenArchive> {
  return sitDownAt(house, folder, job, async (open) => {
    const { slots } = await readSlots(folder);
    await refuseDuringWait(folder, house.clock);
    const own = slots.filter((slot) => slot.kind === "passphrase" && (label === undefined || slot.label === label));
    const opened = await openAnySlot(own, passphrase);
    if (!opened) {
      await noteWrongTry(folder, house.clock);
      throw new Refusal("passphrase-wrong");
    }
    const archive = await open(opened.archiveKey, opened.slot.id);
    await writeStep(house, archive, "archive.unlock", () => ({
      output: undefined,
      objectId: archive.id,
      reasonCode: archive.failedUnlocks > 0 ? `failed-tries-${archive.failedUnlocks}` : "",
      keepsUndo: true,
      nouns: [],
    }));
    return archive;
  });
}
