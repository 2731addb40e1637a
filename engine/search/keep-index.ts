// Keeps the index up with the archive while somebody is at the desk: nothing here is asked for, nothing waits for it, and it
// may stop at any point. What is left is due again after the next unlocking.
import { hasOldIndex, removeOldIndex } from "#db/old-index";
import { emptySearchIndex, hasDue, hasLeftovers, isIndexOutdated, mergeLeftovers } from "#db/search-index";
import type { House } from "#engine/house";
import type { OpenArchive } from "#engine/vault/open-archive";
import { indexDue, usualPiece, type IndexPiece } from "./index-due.ts";
import { loadReadings } from "./say-readings.ts";
import { sealTexts } from "./seal-texts.ts";

/** Between two looks when nothing is due. */
const restMs = 400;
const mergePauseMs = 40;
/** `pagesOfFile`: pages of the database written over in one step. */
type Pace = { readonly piece: IndexPiece; readonly pagesOfFile: number; readonly pauseMs: number };
const brisk: Pace = { piece: usualPiece, pagesOfFile: 200, pauseMs: 2 };
/** Others come first: a few milliseconds, then three times as long for whoever waits. */
const gentle: Pace = { piece: { items: 10, pages: 4 }, pagesOfFile: 20, pauseMs: 20 };
/** Whoever has just asked something asks the next thing soon; a window that looks now and then does not keep the index waiting. */
const askedMs = 150;

/** How fast the index is kept up: gently while somebody asks. */
export function paceOf({ clock, lastAskedMs }: Pick<House, "clock" | "lastAskedMs">): Pace {
  return lastAskedMs !== undefined && clock.monotonicMs() - lastAskedMs < askedMs ? gentle : brisk;
}

/** Begins for an archive that was opened; ends by itself when it is closed. */
export function keepIndex(house: House, archive: OpenArchive): void {
  let isMerging = false;
  const step = async (): Promise<void> => {
    if (house.archive !== archive) return;
    if (house.isRebuilding) return later(restMs);
    let wait = restMs;
    const { piece, pagesOfFile, pauseMs } = paceOf(house);
    try {
      const { read, write } = archive.connection;
      if (isIndexOutdated(read) && !hasOldIndex(read)) emptySearchIndex(archive.connection);
      if (hasDue(read)) {
        const sayReadings = await loadReadings();
        if (house.archive !== archive) return;
        indexDue(archive, sayReadings, piece);
        wait = hasDue(read) ? pauseMs : restMs;
      } else if (hasOldIndex(read)) {
        removeOldIndex(archive.connection, pagesOfFile);
        wait = pauseMs;
      } else if (sealTexts(archive) > 0) {
        wait = pauseMs;
      } else if (hasLeftovers(read)) {
        isMerging = !write((db) => mergeLeftovers(db, !isMerging, pagesOfFile));
        if (isMerging) wait = mergePauseMs;
      }
    } catch {
      // A full disk or a busy database: nothing is lost, what is due stays due. Looked at again when there was time to help.
      wait = restMs * 25;
    }
    later(wait);
  };
  const later = (wait: number): void => void setTimeout(() => void step(), wait).unref();
  later(brisk.pauseMs);
}
