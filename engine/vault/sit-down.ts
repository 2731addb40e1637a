// Opening an archive once its key is known, whatever secret gave the key.
import { Refusal } from "#contract/refusal";
import { existsSync } from "node:fs";
import { withoutParty } from "#db/hide-party";
import { refusePlainDatabase } from "#db/open";
import { listPeople, personOfSlot } from "#db/person";
import { versionInForce } from "#db/schedule";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { archivePaths } from "./archive-folder.ts";
import { clearTries } from "./attempts.ts";
import { backupPaths } from "./backup-manifest.ts";
import { easeFullDisk, layBallast } from "./ballast.ts";
import { keepRegister } from "./deletion-register.ts";
import { openSlot, type KeySlot } from "./key-slot.ts";
import { holdArchive } from "./lock-file.ts";
import { openConnection, type OpenArchive } from "./open-archive.ts";
import { layStarterSchedule } from "./starter-schedule.ts";

/**
 * Refuses what is no encrypted archive of ours, without any secret: archive-missing, archive-not-encrypted, archive-damaged. A backup
 * is none: opened as it lies it would show who was deleted since (personal-data P14), so archive-is-backup.
 */
export function refuseOddFolder(folder: string): void {
  const { database } = archivePaths(folder);
  if (!existsSync(folder) || !existsSync(database)) throw new Refusal("archive-missing");
  const { manifest, keys } = backupPaths(folder);
  if (existsSync(manifest) || existsSync(keys)) throw new Refusal("archive-is-backup");
  refusePlainDatabase(database);
}

/** The first of the slots a secret opens, with the archive's key. */
export async function openAnySlot(
  slots: readonly KeySlot[],
  secret: string,
): Promise<{ slot: KeySlot; archiveKey: Buffer } | undefined> {
  for (const slot of slots) {
    const archiveKey = await openSlot(slot, secret);
    if (archiveKey) return { slot, archiveKey };
  }
  return undefined;
}

/** How an archive is opened once it is held: under which key, for whom (undefined = its first person). */
export type Opener = (
  open: (archiveKey: Buffer, personSlot: string | undefined) => Promise<OpenArchive>,
) => Promise<OpenArchive>;

/**
 * Holds a folder and lets `opener` open it; whatever fails gives connection and hold back. Progress is told only while an archive of
 * an earlier program climbs.
 * Refuses archive-in-use, archive-damaged, archive-from-the-future, disk-full, and what the opener refuses.
 */
export async function sitDownAt(
  house: House,
  folder: string,
  { progress }: Pick<Job, "progress">,
  opener: Opener,
): Promise<OpenArchive> {
  refuseOddFolder(folder);
  const isDiskFull = await easeFullDisk(folder);
  const release = await holdArchive(folder).catch((error: unknown) => {
    throw refusalOfIo(error);
  });
  let opened: OpenArchive | undefined;
  try {
    const archive = await opener(async (archiveKey, personSlot) => {
      opened = await openUnder(house, folder, archiveKey, personSlot, { release, isDiskFull, progress });
      return opened;
    });
    if (!isDiskFull) {
      await layBallast(folder);
      await keepRegister(archive, house.clock);
    }
    return archive;
  } catch (error) {
    opened?.connection.close();
    await release();
    throw refusalOfIo(error);
  }
}

async function openUnder(
  house: House,
  folder: string,
  archiveKey: Buffer,
  personSlot: string | undefined,
  { progress, ...held }: Pick<OpenArchive, "release" | "isDiskFull"> & Pick<Job, "progress">,
): Promise<OpenArchive> {
  const { connection, keys, id, name } = await openConnection(folder, archiveKey, progress);
  const person = personSlot ? personOfSlot(connection.read, personSlot) : listPeople(connection.read)[0];
  if (!person) {
    connection.close();
    throw new Refusal("archive-damaged");
  }
  const seen = person.rights.includes("party")
    ? connection
    : withoutParty(connection, archivePaths(folder).database, archiveKey);
  const failedUnlocks = await clearTries(folder);
  const unlockedAt = house.clock.now();
  // An archive of an earlier program climbs without a schedule; it gets the one a new archive starts with.
  if (!held.isDiskFull && !versionInForce(connection.read))
    connection.write((db) => layStarterSchedule(db, unlockedAt));
  return {
    folder,
    id,
    name,
    connection: seen,
    archiveKey,
    keys,
    person,
    unlockedAt,
    failedUnlocks,
    ...held,
  };
}
