// Where the shell finds a page image or a preview, with the key for one answer (house 3.1).
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { SealedPlace } from "#contract/page-image";
import type { PageId } from "#contract/scan";
import { getContentKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getVersion } from "#db/page-version";
import { getPageVersion } from "#db/scan";
import type { Desk } from "#engine/desk";
import { sealedPath } from "#engine/vault/archive-folder";
import { findPreview } from "#engine/vault/preview";

/** Part 0 of a page's file is the image, part 1 its thumbnail. */
export function openPage(db: ReadDb, { id, variant, version: number }: Input<"page.open">, desk: Desk): SealedPlace {
  const pageId = id as PageId;
  const version = number === undefined ? getPageVersion(db, pageId) : getVersion(db, pageId, number);
  const key = version && getContentKey(db, desk.archive.keys, version.fileId);
  if (!version || !key) throw new Refusal("page-not-found");
  const isImage = variant === "image";
  return {
    path: sealedPath(desk.archive.folder, version.fileId),
    key: key.toString("hex"),
    part: isImage ? 0 : 1,
    mediaType: isImage ? version.mediaType : "image/jpeg",
  };
}

/** A sealed preview (a PDF, or a look at a picture) by its id. */
export function openDocument(_db: ReadDb, { id }: Input<"document.open">, desk: Desk): SealedPlace {
  const found = findPreview(desk.archive.folder, id);
  if (!found) throw new Refusal("page-not-found");
  return { path: found.path, key: found.key.toString("hex"), part: 0, mediaType: found.mediaType };
}
