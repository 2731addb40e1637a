// Pages of the tray, or set aside, put away for good: rows, keys and files (personal-data P14).
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { countAttached } from "#db/ledger-attachment";
import type { WriteDb } from "#db/open";
import { dropPages } from "#db/scan";
import type { Written } from "#engine/written";
import { refuseForeignPages } from "./refuse-foreign-pages.ts";

/** Refuses page-not-found, page-in-use, page-attached (a row of a ledger rests on it); all or none of the pages go. */
export function discardPages(db: WriteDb, { pageIds }: Input<"scan.discard">): Written<{ discardedCount: number }> {
  refuseForeignPages(db, pageIds, null, { mayBeAside: true });
  const attached = countAttached(db, { pageIds });
  if (attached > 0) throw new Refusal("page-attached", { count: attached });
  const droppedFiles = dropPages(db, pageIds);
  return {
    output: { discardedCount: new Set(pageIds).size },
    objectId: pageIds[0] ?? "",
    droppedFiles,
    nouns: ["scan"],
  };
}
