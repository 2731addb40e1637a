// What was read on one page, for looking at beside it (personal-data P6: of a restricted item only beside that very item).
import type { Input } from "#contract/contract";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { ShownReading } from "#contract/reading-queue";
import type { PageId } from "#contract/scan";
import { getItemRow } from "#db/item";
import type { ReadDb } from "#db/open";
import { listPageMarks } from "#db/page-mark";
import { getReading } from "#db/reading";
import { getPageVersion, whereaboutsOf } from "#db/scan";
import type { Desk } from "#engine/desk";
import { openReading } from "#engine/vault/seal-reading";
import { workerOf } from "./reading-desk.ts";

/** Refuses page-not-found, and reading-restricted for a page of a restricted item that is not the opened one. */
export function refuseClosedReading(db: ReadDb, pageId: PageId, openedItemId: ItemId | null): void {
  const itemId = whereaboutsOf(db, [pageId]).get(pageId);
  if (itemId === undefined) throw new Refusal("page-not-found");
  if (itemId === null || itemId === openedItemId) return;
  if (getItemRow(db, itemId)?.access === "restricted") throw new Refusal("reading-restricted");
}

/** Refuses page-not-found, reading-restricted. A page that waits is read before the others from now on. */
export function showReading(
  db: ReadDb,
  { pageId, openedItemId }: Input<"reading.of-page">,
  { archive }: Desk,
): ShownReading {
  refuseClosedReading(db, pageId, openedItemId);
  const row = getReading(db, pageId);
  const shown = getPageVersion(db, pageId);
  if (!row || !shown) throw new Refusal("page-not-found");
  if (row.state === "waiting") workerOf(archive)?.prefer([pageId]);
  const reading = row.versionNumber === null ? undefined : openReading(db, archive, pageId);
  return {
    pageId,
    state: row.state,
    isOfShownImage: reading !== undefined && row.versionNumber === shown.number,
    width: reading?.width ?? shown.width,
    height: reading?.height ?? shown.height,
    lines: reading?.lines ?? [],
    marks: listPageMarks(db, pageId),
  };
}
