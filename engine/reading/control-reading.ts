// Stopping reading, going on, and reading pages anew.
import type { Input, Output } from "#contract/contract";
import type { ReadingProgress } from "#contract/reading-queue";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { setWaiting } from "#db/reading";
import { whereaboutsOf } from "#db/scan";
import { putSetting } from "#db/setting";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { progressOf } from "./progress-of.ts";
import { workerOf } from "./reading-desk.ts";

/** Remembered with the archive: also after the next unlocking. */
export function pauseReading(db: WriteDb, isPaused: boolean, { archive }: Desk): Written<ReadingProgress> {
  putSetting(db, "readingPaused", isPaused ? true : null);
  workerOf(archive)?.wake();
  const output = { ...progressOf(archive.connection.read, archive), isPaused };
  return { output, objectId: archive.id, after: isPaused, keepsUndo: true, nouns: ["reading"] };
}

/** Refuses page-not-found; what was read before stays until the page has been read again. */
export function readAgain(
  db: WriteDb,
  { pageIds }: Input<"reading.again">,
  { archive }: Desk,
): Written<Output<"reading.again">> {
  const known = whereaboutsOf(db, pageIds);
  if (pageIds.some((id) => !known.has(id))) throw new Refusal("page-not-found");
  const count = setWaiting(db, pageIds);
  workerOf(archive)?.prefer(pageIds);
  return { output: { count }, objectId: pageIds[0] ?? "", keepsUndo: true, nouns: ["reading"] };
}
