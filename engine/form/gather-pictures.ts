// The pictures a form shows: read out of their sealed files, whole, in the version of each page that is shown.
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { getContentKey } from "#db/keys";
import { getPageVersion } from "#db/scan";
import { refuseWhenCancelled } from "#engine/job";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { readPart } from "#vault-format/open-file";
import type { FormSheet } from "./form-definition.ts";
import type { FormPicture } from "./form-hand.ts";

/** More pictures than this do not stand in one document. */
const most = 300;
const drawable = new Set(["image/jpeg", "image/png"]);

/** Pictures by page. Refuses `page-not-found`, `page-limit`. */
export async function gatherPictures(
  archive: OpenArchive,
  sheets: readonly FormSheet[],
  signal: AbortSignal,
): Promise<ReadonlyMap<PageId, FormPicture>> {
  const pictures = new Map<PageId, FormPicture>();
  const wanted = new Set(sheets.flatMap((sheet) => sheet.pageIds ?? []));
  if (wanted.size > most) throw new Refusal("page-limit", { limit: most });
  for (const pageId of wanted) {
    refuseWhenCancelled(signal);
    const version = getPageVersion(archive.connection.read, pageId);
    const key = version && getContentKey(archive.connection.read, archive.keys, version.fileId);
    if (!version || !key || !drawable.has(version.mediaType)) throw new Refusal("page-not-found");
    const bytes = await readPart(sealedPath(archive.folder, version.fileId), key, 0);
    pictures.set(pageId, { bytes, width: version.width, height: version.height, dpi: version.dpi });
  }
  return pictures;
}
