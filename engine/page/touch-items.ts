// Items whose pages came or went: counted anew, with a new revision, so that an older window notices.
import type { ItemId } from "#contract/item";
import { getItemRow, setItem } from "#db/item";
import type { WriteDb } from "#db/open";
import { countItemPages } from "#db/page-place";

/** The items with the revision they have now; what a way back holds against. */
export function touchItems(db: WriteDb, ids: Iterable<ItemId | null>): { id: ItemId; revision: number }[] {
  return [...new Set(ids)].flatMap((id) => {
    if (id === null) return [];
    setItem(db, id, { imageCount: countItemPages(db, id) });
    const row = getItemRow(db, id);
    return row ? [{ id, revision: row.revision }] : [];
  });
}
