// 文字识别 in the background: one page after the other, newest captured first, as long as an archive is open. Where it stands
// is in the table, so a killed program loses at most the page in hand.
import type { ReadingObstacle, ReadingProgress } from "#contract/reading-queue";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { countReadings, nextWaiting } from "#db/reading-queue";
import { noteAttempt, setOutdatedWaiting, setUnreadable } from "#db/reading";
import { readerName } from "#engine/helper/read-page";
import type { House } from "#engine/house";
import { freeBytes } from "#engine/vault/ballast";
import type { OpenArchive } from "#engine/vault/open-archive";
import { chosenPack } from "./model-pack.ts";
import { isReadingPaused } from "./progress-of.ts";
import { readOnePage } from "./read-one-page.ts";
import { seatWorker } from "./reading-desk.ts";

/** Tries a page gets before it is 未能识别. */
export const mostAttempts = 3;
/** Free bytes below which nothing is read: what is left is for the clerk's own work. */
const leastFree = 32 * 1024 * 1024;
const beatMs = 500;
const obstacleBeatMs = 15_000;
/** After opening, the clerk's first look comes first. */
const settleMs = 1500;
const outdatedAtOnce = 2000;
/** At the camera the next page comes within so many ms; on two cores reading beside it costs the preview its pace (product N11). */
const turningMs = 4000;

/** Starts reading for an open archive. */
export function startReading(house: House, archive: OpenArchive): void {
  const { connection } = archive;
  const leaving = new AbortController();
  let preferred: readonly PageId[] = [];
  let lastSeconds: number[] = [];
  let obstacle: ReadingObstacle = "";
  let isReading = false;
  let wake: (() => void) | undefined;

  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const due = setTimeout(done, ms);
      function done(): void {
        clearTimeout(due);
        leaving.signal.removeEventListener("abort", done);
        wake = undefined;
        resolve();
      }
      wake = done;
      if (leaving.signal.aborted) done();
      else leaving.signal.addEventListener("abort", done, { once: true });
    });
  const progress = (): ReadingProgress => {
    const secondsPerPage =
      lastSeconds.length > 0 ? lastSeconds.reduce((sum, each) => sum + each, 0) / lastSeconds.length : null;
    return {
      ...countReadings(connection.read),
      isPaused: isReadingPaused(connection.read),
      isReading,
      secondsPerPage,
      obstacle,
    };
  };
  const say = (pageId: PageId | null): void => {
    if (leaving.signal.aborted) return;
    house.announce({ kind: "reading", progress: progress(), pageId });
  };
  const stumble = (why: ReadingObstacle): void => {
    if (why === obstacle) return;
    obstacle = why;
    if (why !== "") house.announce({ kind: "refused", code: why, details: {} });
    say(null);
  };

  /** Half of the time belongs to what the clerk asked for: it is waited for at most as long as a page takes. */
  const giveWay = async (): Promise<void> => {
    const until = performance.now() + 1000 * Math.min(4, lastSeconds.at(-1) ?? 1);
    const isTurning = (): boolean => house.clock.monotonicMs() - (house.lastStillMs ?? -turningMs) < turningMs;
    const isAsked = (): boolean => house.running.size > 0 && performance.now() < until;
    while ((isTurning() || isAsked()) && !leaving.signal.aborted) await rest(100);
  };

  const readNext = async (): Promise<boolean> => {
    const next = nextWaiting(connection.read, preferred);
    if (!next) return false;
    const pack = chosenPack(connection.read, archive);
    if (next.attempts >= mostAttempts) {
      connection.write((db) => setUnreadable(db, next.pageId, next.versionNumber, readerName(pack)));
      say(next.pageId);
      return true;
    }
    isReading = true;
    connection.write((db) => noteAttempt(db, next.pageId, 1));
    const began = performance.now();
    try {
      await readOnePage(house, archive, next, pack, leaving.signal);
      lastSeconds = [...lastSeconds.slice(-9), (performance.now() - began) / 1000];
      stumble("");
    } catch (error) {
      const code = error instanceof Refusal ? error.code : undefined;
      // Left in the middle, or stopped by something that is not the page's fault: the try does not count.
      if (leaving.signal.aborted || code === "model-pack-damaged" || code === "disk-full")
        connection.write((db) => noteAttempt(db, next.pageId, -1));
      if (code === "model-pack-damaged" || code === "disk-full") stumble(code);
      else if (code === "image-damaged" || code === "image-too-large" || code === "page-unreadable")
        connection.write((db) => setUnreadable(db, next.pageId, next.versionNumber, readerName(pack)));
    } finally {
      isReading = false;
    }
    say(next.pageId);
    return obstacle === "";
  };

  let compared = "";
  /** Pages another engine read wait again; looked for once for each engine, all found before it counts as done. */
  const findOutdated = (): boolean => {
    const engine = readerName(chosenPack(connection.read, archive));
    if (engine === compared) return false;
    const found = connection.write((db) => setOutdatedWaiting(db, engine, outdatedAtOnce));
    if (found === 0) compared = engine;
    else say(null);
    return found > 0;
  };

  const work = async (): Promise<void> => {
    while (!leaving.signal.aborted) {
      if (isReadingPaused(connection.read)) {
        await rest(beatMs);
        continue;
      }
      if ((await freeBytes(archive.folder)) < leastFree) {
        stumble("disk-full");
        await rest(obstacleBeatMs);
        continue;
      }
      if (obstacle === "disk-full") stumble("");
      await giveWay();
      if (leaving.signal.aborted || isReadingPaused(connection.read)) continue;
      if ((await readNext()) || findOutdated()) continue;
      await rest(obstacle === "" ? beatMs : obstacleBeatMs);
    }
  };
  const keepWorking = async (): Promise<void> => {
    await rest(settleMs);
    while (!leaving.signal.aborted) {
      // What nobody foresaw (a database that cannot be written now) must not end reading for good.
      await work().catch(() => rest(obstacleBeatMs));
    }
  };
  const ended = keepWorking();
  seatWorker(archive, {
    progress,
    prefer: (pageIds) => {
      preferred = pageIds;
      wake?.();
    },
    wake: () => wake?.(),
    stop: async () => {
      leaving.abort();
      await ended;
    },
  });
}
