// Whose pages may still be worked on: those of the tray, those set aside, and those of items that are not filed.
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { isYearClosed } from "#db/filing-year";
import { getItemRow } from "#db/item";
import type { ReadDb } from "#db/open";
import { whereaboutsOf } from "#db/scan";

/**
 * Where each page is: its item, or null. Refuses page-not-found, page-filed (a filed item is corrected with a reason,
 * never by changing its image), year-closed.
 */
export function refuseFixedPages(db: ReadDb, ids: readonly PageId[]): Map<PageId, ItemId | null> {
  const found = whereaboutsOf(db, ids);
  if (found.size !== new Set(ids).size) throw new Refusal("page-not-found");
  for (const itemId of new Set(found.values())) {
    const item = itemId === null ? undefined : getItemRow(db, itemId);
    if (!item) continue;
    if (item.state !== "draft" && isYearClosed(db, item)) throw new Refusal("year-closed");
    if (item.state === "filed") throw new Refusal("page-filed");
  }
  return found;
}
