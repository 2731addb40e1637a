// How far reading is, for the window.
import type { ReadingProgress } from "#contract/reading-queue";
import type { ReadDb } from "#db/open";
import { countReadings } from "#db/reading-queue";
import { getSetting } from "#db/setting";
import type { OpenArchive } from "#engine/vault/open-archive";
import { workerOf } from "./reading-desk.ts";

/** Whether a keeper stopped reading; remembered with the archive. */
export const isReadingPaused = (db: ReadDb): boolean => getSetting(db, "readingPaused") ?? false;

/** The figures with what the worker knows; without a worker nothing is being read. */
export function progressOf(db: ReadDb, archive: OpenArchive): ReadingProgress {
  const resting = { isReading: false, secondsPerPage: null, obstacle: "" as const };
  return workerOf(archive)?.progress() ?? { ...countReadings(db), isPaused: isReadingPaused(db), ...resting };
}
