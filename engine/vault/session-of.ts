// What the window is told of an open archive.
import type { Session } from "#contract/archive";
import { getSetting } from "#db/setting";
import { settingsOf, type OpenArchive } from "./open-archive.ts";

/** The session as it stands now; `sweptFiles` counts leftovers of a crash removed at this unlock. */
export function sessionOf(archive: OpenArchive, sweptFiles: number): Session {
  const db = archive.connection.read;
  return {
    archiveId: archive.id,
    name: archive.name,
    folder: archive.folder,
    person: archive.person,
    recoveryUnconfirmed: getSetting(db, "recoveryConfirmedAt") === undefined,
    unlockedAt: archive.unlockedAt,
    autoLockMinutes: settingsOf(db).autoLockMinutes,
    failedUnlocks: archive.failedUnlocks,
    sweptFiles,
    isDiskFull: archive.isDiskFull,
  };
}
