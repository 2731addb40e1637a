// 调整次序: pages of the tray in another order than they came in.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { ReadDb, WriteDb } from "#db/open";
import type { PageId } from "#contract/scan";
import { listPlaces, placeInTray, standingOf } from "#db/page-place";
import type { Written } from "#engine/written";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";

/** Refuses page-not-found, page-not-in-tray. */
export function refuseOutsideTray(db: ReadDb, ids: readonly PageId[]): void {
  refuseFixedPages(db, ids);
  if (ids.some((id) => standingOf(db, id) === undefined)) throw new Refusal("page-not-in-tray");
}

/** All pages, in the order given, right after one page of the tray, or before all. Refuses page-not-found, page-not-in-tray. */
export function movePages(db: WriteDb, { pageIds, after }: Input<"page.move">): Written<Output<"page.move">> {
  const ids = [...new Set(pageIds)];
  refuseOutsideTray(db, after === null ? ids : [...ids, after]);
  if (after !== null && ids.includes(after)) throw new Refusal("page-not-in-tray");
  const places = listPlaces(db, ids);
  placeInTray(db, ids, after);
  return {
    output: { movedCount: ids.length },
    objectId: ids[0] ?? "",
    before: places,
    after: [ids, after],
    undo: { name: "page.put-back", input: { places, items: [] } },
    nouns: ["page", "scan"],
  };
}
