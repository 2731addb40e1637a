// Sitting down at an archive and leaving it.
import type { Input, Output } from "#contract/contract";
import type { ArchiveInspection, Session } from "#contract/archive";
import { beginWatch, endWatch } from "#engine/device/keep-watch";
import { stopReading } from "#engine/reading/reading-desk";
import { startReading } from "#engine/reading/work-queue";
import { stagingOf, sweepStaging } from "#engine/restore/put-in-place";
import { runRestore } from "#engine/restore/run-restore";
import { createArchive } from "#engine/vault/create-archive";
import { closeArchive, type OpenArchive } from "#engine/vault/open-archive";
import { sessionOf } from "#engine/vault/session-of";
import { sweepOrphans } from "#engine/vault/sweep";
import { recoverArchive } from "#engine/vault/recover-archive";
import { inspectArchive, unlockArchive } from "#engine/vault/unlock-archive";
import { keepIndex } from "#engine/search/keep-index";
import { loadReadings } from "#engine/search/say-readings";
import type { House } from "./house.ts";
import type { Job } from "./job.ts";

/** Leaves the archive: running tasks are stopped and awaited, connection and keys go, previews too. */
export async function closeDesk(house: House, reason: "asked" | "idle" | "closed"): Promise<void> {
  const { archive } = house;
  if (!archive) return;
  house.archive = undefined;
  house.session = undefined;
  for (const controller of house.running.values()) controller.abort();
  await Promise.allSettled([...house.settling, stopReading(archive), endWatch(archive)]);
  await closeArchive(archive);
  house.announce({ kind: "locked", reason });
}

async function sitDown(house: House, open: () => Promise<OpenArchive>): Promise<Session> {
  await closeDesk(house, "closed");
  const [archive] = await Promise.all([open(), loadReadings()]);
  const swept = await sweepOrphans(archive);
  // A restore that died left a copy nobody can open; another one at work in it is left alone.
  await sweepStaging(stagingOf(archive.folder)).catch(() => undefined);
  house.archive = archive;
  house.session = sessionOf(archive, swept);
  keepIndex(house, archive);
  beginWatch(house, archive);
  if (house.readsPages) startReading(house, archive);
  return house.session;
}

/** The session told anew after something in it changed. */
export function renewSession(house: House): void {
  if (house.archive) house.session = sessionOf(house.archive, house.session?.sweptFiles ?? 0);
}

/** What can be seen of a folder from outside. */
export const inspectDesk = (house: House, { folder }: Input<"archive.inspect">): Promise<ArchiveInspection> =>
  inspectArchive(house, folder);

/** 建立 and open. */
export async function createDesk(
  house: House,
  input: Input<"archive.create">,
): Promise<{ session: Session; recoveryGroups: string[] }> {
  let groups: string[] = [];
  const session = await sitDown(house, async () => {
    const made = await createArchive(house, input);
    groups = made.recoveryGroups;
    return made.archive;
  });
  return { session, recoveryGroups: groups };
}

/** 打开 by passphrase. */
export const unlockDesk = (house: House, input: Input<"archive.unlock">, job: Job): Promise<Session> =>
  sitDown(house, () => unlockArchive(house, input, job));

/** 打开 by recovery sheet, with a new passphrase. */
export const recoverDesk = (house: House, input: Input<"archive.recover">, job: Job): Promise<Session> =>
  sitDown(house, () => recoverArchive(house, input, job));

/** 恢复: whoever sits at the archive that is replaced leaves it once nothing speaks against it; the new one is opened like any. */
export const restoreDesk = (house: House, input: Input<"restore.run">, job: Job): Promise<Output<"restore.run">> =>
  runRestore(house, input, job, async () => {
    if (house.archive?.folder === input.target) await closeDesk(house, "closed");
  });
