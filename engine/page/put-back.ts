// The way back of what is done to the place of pages: each stands again where it stood.
import type { Input, Output } from "#contract/contract";
import type { PagePlace } from "#contract/page-tool";
import { Refusal } from "#contract/refusal";
import { getItemRow } from "#db/item";
import type { WriteDb } from "#db/open";
import { listPlaces, placeInTray, setPageAside, standingOf } from "#db/page-place";
import { showVersion } from "#db/page-version";
import { dropPages, placePage } from "#db/scan";
import type { Written } from "#engine/written";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";
import { touchItems } from "./touch-items.ts";

/** Refuses page-not-found, page-filed, year-closed, and undo-stale when somebody has worked on it since. */
export function putPagesBack(db: WriteDb, input: Input<"page.put-back">): Written<Output<"page.put-back">> {
  const drop = input.drop ?? [];
  const ids = input.places.map((place) => place.pageId);
  refuseFixedPages(db, [...ids, ...drop.map((place) => place.pageId)]);
  for (const { id, revision } of input.items)
    if (getItemRow(db, id)?.revision !== revision) throw new Refusal("undo-stale");
  const now = listPlaces(
    db,
    drop.map((place) => place.pageId),
  );
  for (const { pageId, itemId, setAside, shownVersion } of drop) {
    const place = now.find((each) => each.pageId === pageId);
    const isLeftAlone = place?.itemId === itemId && place.setAside === setAside && place.shownVersion === shownVersion;
    if (!isLeftAlone) throw new Refusal("undo-stale");
  }
  const before = listPlaces(db, ids);
  const droppedFiles = dropPages(
    db,
    drop.map((place) => place.pageId),
  );
  for (const place of input.places) putPlace(db, place);
  touchItems(
    db,
    [...before, ...input.places, ...drop].map((place) => place.itemId),
  );
  return {
    output: { placedCount: ids.length },
    objectId: ids[0] ?? "",
    before,
    after: input.places,
    keepsUndo: true,
    nouns: ["page", "scan", "item"],
    ...(drop.length > 0 && { droppedFiles }),
  };
}

function putPlace(db: WriteDb, place: PagePlace): void {
  const { pageId, itemId, partNumber, position, setAside, after, shownVersion } = place;
  setPageAside(db, pageId, setAside);
  if (itemId !== null && partNumber !== null && position !== null) placePage(db, pageId, itemId, partNumber, position);
  else if (setAside === "" && (after === null || standingOf(db, after) !== undefined)) placeInTray(db, [pageId], after);
  const [now] = listPlaces(db, [pageId]);
  if (now && now.shownVersion !== shownVersion) showVersion(db, pageId, shownVersion);
}
