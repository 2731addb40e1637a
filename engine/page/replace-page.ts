// 重拍: a page taken anew stands where the old one stood; the old one is set aside and kept.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import type { PagePlace } from "#contract/page-tool";
import type { WriteDb } from "#db/open";
import { noteTakenAgain } from "#db/page-mark";
import { listPlaces, makeRoom, placeInTray, setPageAside } from "#db/page-place";
import { placePage } from "#db/scan";
import type { Written } from "#engine/written";
import { refuseOutsideTray } from "./move-pages.ts";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";
import { touchItems } from "./touch-items.ts";

type WayBack = { places: PagePlace[]; items: ReturnType<typeof touchItems> };

/**
 * Puts pages of the tray (one, or the two of a spread) in the place of another; returns what page.put-back needs.
 * Refuses page-not-found, page-filed, year-closed, page-not-in-tray, page-set-aside, join-unlike (a page for itself).
 */
export function placeInstead(db: WriteDb, ids: readonly PageId[], replaces: PageId): WayBack {
  if (ids.includes(replaces)) throw new Refusal("join-unlike");
  refuseFixedPages(db, [replaces]);
  refuseOutsideTray(db, ids);
  const [old] = listPlaces(db, [replaces]);
  if (!old) throw new Refusal("page-not-found");
  if (old.setAside !== "") throw new Refusal("page-set-aside");
  const places = listPlaces(db, [...ids, replaces]);
  const { itemId, partNumber, position } = old;
  if (itemId !== null && partNumber !== null && position !== null) {
    for (let more = 1; more < ids.length; more++) makeRoom(db, old);
    ids.forEach((id, at) => placePage(db, id, itemId, partNumber, position + at));
  } else placeInTray(db, ids, replaces);
  setPageAside(db, replaces, "retaken");
  // Noted so that the old one goes too, should the page turn out to be a state secret (P15).
  const [instead] = ids;
  if (instead !== undefined) noteTakenAgain(db, replaces, instead);
  return { places, items: touchItems(db, [itemId]) };
}

/** One page for another. */
export function replacePage(db: WriteDb, { pageId, replaces }: Input<"page.replace">): Written<Output<"page.replace">> {
  const { places, items } = placeInstead(db, [pageId], replaces);
  return {
    output: { pageId },
    objectId: pageId,
    before: places,
    after: replaces,
    undo: { name: "page.put-back", input: { places, items } },
    nouns: ["page", "scan", "item"],
  };
}
