// What was read on a page, for looking into it.
import type { ReadLine } from "#contract/reading";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openReadLines } from "#engine/vault/seal-reading";

/** The lines; undefined when it was not read, is gone with its key, or can no longer be opened: one bad page hides no other. */
export function linesOfPage(db: ReadDb, archive: OpenArchive, pageId: PageId): readonly ReadLine[] | undefined {
  try {
    return openReadLines(db, archive, pageId);
  } catch {
    return undefined;
  }
}
