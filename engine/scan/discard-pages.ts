// Pages of the tray put away for good: rows, keys and files (personal-data P14).
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { dropPages, whereaboutsOf } from "#db/scan";
import type { Written } from "#engine/written";

/** Refuses page-not-found, page-in-use; all or none of the pages go. */
export function discardPages(db: WriteDb, { pageIds }: Input<"scan.discard">): Written<{ discardedCount: number }> {
  const found = whereaboutsOf(db, pageIds);
  if (found.size !== new Set(pageIds).size) throw new Refusal("page-not-found");
  if ([...found.values()].some((itemId) => itemId !== null)) throw new Refusal("page-in-use");
  const droppedFiles = dropPages(db, pageIds);
  return { output: { discardedCount: found.size }, objectId: pageIds[0] ?? "", droppedFiles, nouns: ["scan"] };
}
