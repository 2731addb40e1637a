// 撤回挂接: images put into their items by one step go back to the tray. Nothing is destroyed: the folder they came from
// may be gone by now.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { isYearClosed } from "#db/filing-year";
import { getItemRecord } from "#db/image-match";
import { listParts, setItem, setParts } from "#db/item";
import type { WriteDb } from "#db/open";
import { listItemPages, releasePages } from "#db/scan";
import { freezeRecord } from "#engine/filing-unit/freeze-record";
import type { Written } from "#engine/written";

/** Refuses item-not-found, and image-match-stale when an item has other pages by now or its year is closed. All or nothing. */
export function detachImages(
  db: WriteDb,
  { items }: Input<"image-matching.detach">,
): Written<Output<"image-matching.detach">> {
  let pageCount = 0;
  for (const { itemId, pageIds, hadParts } of items) {
    const item = getItemRecord(db, itemId);
    if (!item) throw new Refusal("item-not-found");
    const present = listItemPages(db, itemId).map(({ page }) => page.id);
    const isSame = present.length === pageIds.length && present.every((id, at) => id === pageIds[at]);
    if (!isSame || isYearClosed(db, item)) throw new Refusal("image-match-stale");
    pageCount += releasePages(db, itemId);
    if (!hadParts && listParts(db, itemId).length === 1) setParts(db, itemId, []);
    setItem(db, itemId, { imageCount: 0 });
    const bare = getItemRecord(db, itemId);
    if (bare?.state === "filed") setItem(db, itemId, { recordHash: freezeRecord(db, bare, bare.archivalCode) });
  }
  const ids = items.map(({ itemId }) => itemId);
  return {
    output: { itemCount: ids.length, pageCount },
    objectId: ids[0] ?? "",
    after: ids,
    keepsUndo: true,
    nouns: ["item", "scan"],
  };
}
