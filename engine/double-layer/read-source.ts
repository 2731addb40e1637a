// 原件 as it was received: what it is, and where the shell finds its bytes.
import type { Input, Output } from "#contract/contract";
import type { SealedPlace } from "#contract/page-image";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { getContentKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getSourceOf, listSourcePages, type SourceOfPage } from "#db/source-document";
import type { Desk } from "#engine/desk";
import { sealedPath } from "#engine/vault/archive-folder";

/** The PDF a page came in. An original holds all its pages, so it is opened only where every one of them may be seen. */
function findSource(db: ReadDb, id: PageId): SourceOfPage & { fileId: string } {
  const source = getSourceOf(db, id);
  if (!source) throw new Refusal("page-not-found");
  const { fileId, mediaType, pageCount, scanId } = source;
  if (mediaType !== "application/pdf") throw new Refusal("source-not-pdf");
  if (fileId === null || listSourcePages(db, scanId).length !== pageCount) throw new Refusal("source-not-whole");
  return { ...source, fileId };
}

/** Refuses page-not-found, source-not-pdf, source-not-whole. */
export function readSourceDocument(db: ReadDb, { pageId }: Input<"source.read">): Output<"source.read"> {
  const { scanId, sourceName, size, pageCount } = findSource(db, pageId);
  return { sourceName, size, pageCount, pages: listSourcePages(db, scanId) };
}

/** Refuses page-not-found (its key is gone too), source-not-pdf, source-not-whole. */
export function openSourceDocument(db: ReadDb, { id }: Input<"source.open">, desk: Desk): SealedPlace {
  const { fileId, mediaType } = findSource(db, id);
  const key = getContentKey(db, desk.archive.keys, fileId);
  if (!key) throw new Refusal("page-not-found");
  return { path: sealedPath(desk.archive.folder, fileId), key: key.toString("hex"), part: 0, mediaType };
}
