// 换回原图 and 换到另一版本: which version of a page is shown. Undo and redo of every change of an image go through here.
import type { Input, Output } from "#contract/contract";
import type { ImageRecipe } from "#contract/derivative";
import { Refusal } from "#contract/refusal";
import type { ReadDb, WriteDb } from "#db/open";
import { listPlaces } from "#db/page-place";
import { getVersion, listVersions, showVersion } from "#db/page-version";
import { getVaultFiles } from "#db/vault-file";
import type { Written } from "#engine/written";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";

/** Refuses page-not-found, version-not-found, page-filed, year-closed; all pages or none. */
export function showVersions(db: WriteDb, { pages }: Input<"page.show-version">): Written<Output<"page.show-version">> {
  const ids = pages.map((each) => each.pageId);
  refuseFixedPages(db, ids);
  const before = listPlaces(db, ids).map(({ pageId, shownVersion: number }) => ({ pageId, number }));
  const shown = new Map(before.map(({ pageId, number }) => [pageId, number]));
  for (const { pageId, number } of pages) {
    if (!getVersion(db, pageId, number)) throw new Refusal("version-not-found");
    if (shown.get(pageId) !== number) showVersion(db, pageId, number);
  }
  return {
    output: { changedCount: pages.filter(({ pageId, number }) => shown.get(pageId) !== number).length },
    objectId: ids[0] ?? "",
    before,
    after: pages,
    undo: { name: "page.show-version", input: { pages: before } },
    nouns: ["page"],
  };
}

/** Refuses page-not-found. */
export function listPageVersions(db: ReadDb, { pageId }: Input<"page.versions">): Output<"page.versions"> {
  const [place] = listPlaces(db, [pageId]);
  if (!place) throw new Refusal("page-not-found");
  const rows = listVersions(db, pageId);
  const files = getVaultFiles(
    db,
    rows.map((row) => row.fileId),
  );
  const versions = rows.map(({ pageId: _, fileId, mediaType: _type, recipe, ...row }) => ({
    ...row,
    recipe: JSON.parse(recipe) as ImageRecipe | [],
    size: files.get(fileId)?.plainSize ?? 0,
    isShown: row.number === place.shownVersion,
  }));
  return { versions, setAside: place.setAside };
}
