// 搁置与取回: a blank or superfluous page leaves the tray or an item that is not filed; it is kept and can be brought back.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { listPlaces, setPageAside } from "#db/page-place";
import type { Written } from "#engine/written";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";
import { touchItems } from "./touch-items.ts";

/** Refuses page-not-found, page-filed, year-closed; all pages or none. */
export function setAsidePages(
  db: WriteDb,
  { pageIds, reason }: Input<"page.set-aside">,
): Written<Output<"page.set-aside">> {
  refuseFixedPages(db, pageIds);
  const places = listPlaces(db, pageIds);
  for (const { pageId } of places) setPageAside(db, pageId, reason);
  const items = touchItems(
    db,
    places.map((place) => place.itemId),
  );
  return {
    output: { setAsideCount: places.length },
    objectId: pageIds[0] ?? "",
    before: places,
    after: reason,
    undo: { name: "page.put-back", input: { places, items } },
    nouns: ["page", "scan", "item"],
  };
}

/** Back to the tray. Refuses page-not-found, also for a page that is not set aside. */
export function bringPagesBack(db: WriteDb, { pageIds }: Input<"page.bring-back">): Written<Output<"page.bring-back">> {
  const places = listPlaces(db, pageIds);
  if (places.length !== new Set(pageIds).size || places.some((place) => place.setAside === ""))
    throw new Refusal("page-not-found");
  for (const { pageId } of places) setPageAside(db, pageId, "");
  return {
    output: { broughtCount: places.length },
    objectId: pageIds[0] ?? "",
    before: places,
    after: "",
    undo: { name: "page.put-back", input: { places, items: [] } },
    nouns: ["page", "scan"],
  };
}
