// One page: its sealed image is opened, read in the helper process, judged, and what was read is sealed and kept. A reading
// is made of the image and can be made again, so the journal does not tell of it; taking a secret paper away it does.
import type { PageReading } from "#contract/reading";
import { Refusal } from "#contract/refusal";
import { getContentKey } from "#db/keys";
import type { WaitingPage } from "#db/reading-queue";
import { getPageVersion } from "#db/scan";
import { readPicture, type ModelPack, type PictureToRead } from "#engine/helper/read-page";
import type { House } from "#engine/house";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { readPart } from "#vault-format/open-file";
import { closePersonalItem } from "./close-personal-item.ts";
import { removeSecretPaper } from "./drop-secret-paper.ts";
import { hasSecretMark } from "./find-secret-mark.ts";
import { judgePersonal } from "./judge-personal.ts";
import { keepReading } from "./keep-reading.ts";
import { holdUpright } from "./upright-lines.ts";

async function readImage(
  house: House,
  archive: OpenArchive,
  page: WaitingPage,
  pack: ModelPack,
  signal: AbortSignal,
): Promise<PageReading> {
  const { read } = archive.connection;
  const version = getPageVersion(read, page.pageId);
  const key = version && getContentKey(read, archive.keys, version.fileId);
  if (!version || !key) throw new Refusal("page-not-found");
  const bytes = await readPart(sealedPath(archive.folder, version.fileId), key, 0);
  const mediaType = version.mediaType as PictureToRead["mediaType"];
  return readPicture(house.readers, { bytes, mediaType }, pack, signal);
}

/**
 * Reads the shown version of a page and keeps what was read. A state secret takes its paper away instead and is said; a page
 * of 身份证 and the like closes its item. Throws what stopped it: a Refusal of the helper, or a fault of disk or key.
 */
export async function readOnePage(
  house: House,
  archive: OpenArchive,
  page: WaitingPage,
  pack: ModelPack,
  signal: AbortSignal,
): Promise<void> {
  const reading = await readImage(house, archive, page, pack, signal);
  if (signal.aborted) throw new Refusal("task-cancelled");
  const upright = holdUpright(reading);
  if (hasSecretMark(upright)) return removeSecretPaper(house, archive, page, reading.engine);
  const personal = judgePersonal(upright);
  const { isPersonalNow, hasOtherMarks } = archive.connection.write((db) =>
    keepReading(db, { archive, page, reading, personal, readAt: house.clock.now() }),
  );
  if (hasOtherMarks) house.announce({ kind: "changed", nouns: ["page-mark"] });
  if (isPersonalNow) await closePersonalItem(house, archive, page.pageId);
}
