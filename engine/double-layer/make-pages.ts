// Pages of items as a file wants them: opened one by one, their text beside them, and what is needed to prove them later.
import { Refusal } from "#contract/refusal";
import { getContentKey } from "#db/keys";
import type { LayerPage } from "#db/double-layer";
import { repaintPicture, sketchPicture } from "#engine/helper/ask-proof";
import type { Sketch } from "#engine/helper/proof";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openReading } from "#engine/vault/seal-reading";
import { readPart } from "#vault-format/open-file";
import { SealBroken } from "#vault-format/segment";
import type { DocumentPage } from "./document.ts";
import { isRead } from "./gather-items.ts";
import { readPicture, type Picture } from "./picture.ts";
import { placeLines, type PageSize } from "./text-layer.ts";

/** Long side of a page whose resolution nobody stated: that of A4. */
const usualLongSide = 841.89;
/** Least and greatest side of a page (ISO 19005-2, 6.1.13). */
const leastSide = 3;
const greatestSide = 14_400;

/** Size in points: pixels at the stated resolution. */
function sizeOf({ width, height, dpi }: LayerPage): PageSize {
  const scale = dpi === null ? usualLongSide / Math.max(width, height) : 72 / dpi;
  const most = greatestSide / (Math.max(width, height) * scale);
  const least = leastSide / (Math.min(width, height) * scale);
  const fit = scale * Math.min(1, most) * Math.max(1, least);
  return { width: width * fit, height: height * fit };
}

/** A part of a page's sealed file. Refuses page-not-found where its key is gone, digital-file-damaged where the seal is broken. */
export async function openPagePart(archive: OpenArchive, page: LayerPage, part: 0 | 1, label: string): Promise<Buffer> {
  const key = getContentKey(archive.connection.read, archive.keys, page.fileId);
  if (!key) throw new Refusal("page-not-found");
  try {
    return await readPart(sealedPath(archive.folder, page.fileId), key, part);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof SealBroken || code === "ENOENT") throw new Refusal("digital-file-damaged", { name: label });
    throw error;
  } finally {
    key.fill(0);
  }
}

async function pictureOf(house: House, file: Buffer, job: Job): Promise<Picture> {
  const known = readPicture(file);
  if (known !== "repaint") return known;
  const painted = readPicture(await repaintPicture(house.helpers, file, job.signal));
  if (painted === "repaint") throw new Refusal("image-damaged");
  return painted;
}

/** How the page looked when it was taken in, by its thumbnail; undefined where it has none. */
async function sketchOf(
  house: House,
  archive: OpenArchive,
  page: LayerPage,
  label: string,
  job: Job,
): Promise<Sketch | undefined> {
  const thumbnail = await openPagePart(archive, page, 1, label);
  return thumbnail.length === 0 ? undefined : sketchPicture(house.helpers, thumbnail, job.signal);
}

export type MadePage = { readonly page: LayerPage; readonly label: string };

/**
 * The pages one after another; only one is in memory. What each looked like goes to `seen`, in order: asked before the
 * file is read back, because then a helper is held already, and two runs could wait for each other.
 * Refuses what openPagePart does, image-damaged, image-too-large, helper-limit, task-cancelled.
 */
export async function* makePages(
  house: House,
  archive: OpenArchive,
  pages: readonly MadePage[],
  job: Job,
  seen: (sketch: Sketch | undefined) => void,
): AsyncGenerator<DocumentPage> {
  for (const { page, label } of pages) {
    refuseWhenCancelled(job.signal);
    const picture = await pictureOf(house, await openPagePart(archive, page, 0, label), job);
    const size = sizeOf(page);
    const reading = isRead(page) ? openReading(archive.connection.read, archive, page.id) : undefined;
    const sketch = await sketchOf(house, archive, page, label, job);
    yield { ...size, picture, lines: reading ? placeLines(reading, size) : [] };
    seen(sketch);
  }
}
