// Which pages somebody may take: those of the tray, and those of the item being worked on.
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import { countSetAside, whereaboutsOf } from "#db/scan";

/**
 * Refuses page-not-found, page-in-use for a page of any item but `own` (null: only pages of the tray will do), and
 * page-set-aside for one that was put away and not brought back.
 */
export function refuseForeignPages(
  db: ReadDb,
  ids: readonly PageId[],
  own: ItemId | null,
  { mayBeAside = false }: { readonly mayBeAside?: boolean } = {},
): void {
  const found = whereaboutsOf(db, ids);
  if (found.size !== new Set(ids).size) throw new Refusal("page-not-found");
  if ([...found.values()].some((place) => place !== null && place !== own)) throw new Refusal("page-in-use");
  if (!mayBeAside && countSetAside(db, ids) > 0) throw new Refusal("page-set-aside");
}
