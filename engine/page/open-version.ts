// The image of one version of a page, opened in memory for a helper to work on.
import { readPart } from "#vault-format/open-file";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { getContentKey } from "#db/keys";
import { getVersion, shownVersionOf } from "#db/page-version";
import type { PageVersion } from "#db/scan";
import type { Pictured } from "#engine/helper/make-picture";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";

export type OpenVersion = { readonly version: PageVersion; readonly picture: Pictured };

/** Opens version `number` of a page, or the one that is shown. Refuses page-not-found, version-not-found. */
export async function openVersion(archive: OpenArchive, pageId: PageId, number?: number): Promise<OpenVersion> {
  const db = archive.connection.read;
  const shown = shownVersionOf(db, pageId);
  if (shown === undefined) throw new Refusal("page-not-found");
  const version = getVersion(db, pageId, number ?? shown);
  if (!version) throw new Refusal("version-not-found");
  const key = getContentKey(db, archive.keys, version.fileId);
  if (!key) throw new Refusal("page-not-found");
  const bytes = await readPart(sealedPath(archive.folder, version.fileId), key, 0);
  return { version, picture: { bytes, dpi: version.dpi, colourMode: version.colourMode } };
}
