// The one reading worker of each open archive: started when somebody sits down, stopped before the keys go.
import type { OpenArchive } from "#engine/vault/open-archive";
import type { ReadingProgress } from "#contract/reading-queue";
import type { PageId } from "#contract/scan";

export type ReadingWorker = {
  progress(): ReadingProgress;
  /** Pages somebody looks at now: they are read before the others. */
  prefer(pageIds: readonly PageId[]): void;
  /** Looks at the queue at once instead of at the next beat. */
  wake(): void;
  /** Resolves when no page is being read any more; the page in hand is left for the next time. */
  stop(): Promise<void>;
};

const workers = new WeakMap<OpenArchive, ReadingWorker>();

/** The worker of an archive; undefined where nobody reads in the background (command line). */
export const workerOf = (archive: OpenArchive): ReadingWorker | undefined => workers.get(archive);

/** Sets a worker to an archive. */
export function seatWorker(archive: OpenArchive, worker: ReadingWorker): void {
  workers.set(archive, worker);
}

/** Stops reading before an archive is closed. */
export async function stopReading(archive: OpenArchive): Promise<void> {
  await workers.get(archive)?.stop();
  workers.delete(archive);
}
