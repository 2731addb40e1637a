// A look at what a recipe would make, and what may be proposed of a page; nothing is kept in the archive.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { makePicture } from "#engine/helper/make-picture";
import { measurePicture } from "#engine/helper/measure-picture-question";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import type { OpenArchive } from "#engine/vault/open-archive";
import { keepPreview } from "#engine/vault/preview";
import { openVersion } from "./open-version.ts";

/** Refuses as page.preview declares. */
export async function previewPage(
  house: House,
  archive: OpenArchive,
  { pageId, from, recipe, side }: Input<"page.preview">,
  job: Job,
): Promise<Output<"page.preview">> {
  const { picture } = await openVersion(archive, pageId, from ?? undefined);
  const join = recipe.find((step) => step.kind === "join");
  if (join?.pageId === pageId) throw new Refusal("join-unlike");
  const other = join ? (await openVersion(archive, join.pageId as PageId, join.version)).picture : null;
  const made = await makePicture(house.helpers, picture, recipe, { other, side: side ?? 1600 }, job.signal);
  const bytes = Buffer.from(made.bytes.buffer, made.bytes.byteOffset, made.bytes.byteLength);
  const documentId = await keepPreview(archive, house.makeId(), bytes, `image/${made.format}`).catch(
    (error: unknown) => {
      throw refusalOfIo(error);
    },
  );
  return { documentId, width: made.width, height: made.height, recipe: made.recipe };
}

/** Refuses page-not-found, image-damaged, page-too-large, helper-limit. */
export async function measurePage(
  house: House,
  archive: OpenArchive,
  { pageId }: Input<"page.measure">,
  job: Job,
): Promise<Output<"page.measure">> {
  const { version, picture } = await openVersion(archive, pageId);
  const { kind: _, ...measured } = await measurePicture(house.helpers, picture, job.signal);
  return { ...measured, number: version.number };
}
