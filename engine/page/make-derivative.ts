// 派生图像: a recipe applied to one version of a page in a helper process; what comes of it is sealed, written down and shown.
// The version it was made of stays byte for byte (DA/T 31-2017, 图像处理; product E06).
import type { Name } from "#contract/contract";
import type { ImageRecipe, ImageStep } from "#contract/derivative";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { addDerivative } from "#db/page-version";
import type { PageVersion } from "#db/scan";
import { makePicture } from "#engine/helper/make-picture";
import type { MadePicture } from "#engine/helper/made-picture";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { refuseFullDisk } from "#engine/vault/ballast";
import { forgetFiles, keepFile, type KeptFile, noteFile } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { openVersion } from "./open-version.ts";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";

/** A picture made and sealed, before any row knows of it. */
export type PreparedDerivative = { readonly from: PageVersion; readonly made: MadePicture; readonly file: KeptFile };

export type DerivativeOptions = {
  /** The version the recipe starts from; the shown one otherwise. */
  readonly from?: number | undefined;
  /** The call of the phone book this belongs to, for the journal. */
  readonly action?: Name;
};

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const joinOf = (recipe: ImageRecipe): Extract<ImageStep, { kind: "join" }> | undefined => {
  const joins = recipe.filter((step) => step.kind === "join");
  if (joins.length > 1) throw new Refusal("input-invalid", { where: "recipe" });
  return joins[0];
};

/** Makes and seals; the caller writes it down with noteDerivative in its transaction, or forgets the file. */
export async function prepareDerivative(
  house: House,
  archive: OpenArchive,
  pageId: PageId,
  recipe: ImageRecipe,
  { signal }: Pick<Job, "signal">,
  from?: number,
): Promise<PreparedDerivative> {
  refuseFixedPages(archive.connection.read, [pageId]);
  await refuseFullDisk(archive.folder);
  const { version, picture } = await openVersion(archive, pageId, from);
  const join = joinOf(recipe);
  if (join?.pageId === pageId) throw new Refusal("join-unlike");
  const other = join ? await openVersion(archive, join.pageId as PageId, join.version) : undefined;
  const steps = recipe.map((step) => (step === join && other ? { ...step, version: other.version.number } : step));
  const made = await makePicture(house.helpers, picture, steps, { other: other?.picture ?? null }, signal);
  try {
    const file = await keepFile(archive, house.makeId, toBuffer(made.bytes), toBuffer(made.thumbnail));
    house.reach("file-kept");
    return { from: version, made, file };
  } catch (error) {
    throw refusalOfIo(error);
  }
}

/** Writes a prepared derivative down and shows it; returns the number of the version. */
export function noteDerivative(
  db: Parameters<typeof addDerivative>[0],
  house: House,
  archive: OpenArchive,
  pageId: PageId,
  { from, made, file }: PreparedDerivative,
): number {
  noteFile(db, archive, file);
  const { width, height, dpi, colourMode, format, recipe } = made;
  return addDerivative(db, pageId, {
    ...{ width, height, dpi, colourMode, recipe, fileId: file.id, mediaType: `image/${format}` },
    madeBy: `lindang ${house.programVersion}`,
    madeFrom: from.number,
    madeAt: house.clock.now(),
  });
}

/**
 * Makes a derivative of one page and shows it; the page waits to be read again. Returns the version's number and the steps
 * as they were done. No way back is kept here: page.show-version leads back to `from`.
 * Refuses page-not-found, version-not-found, page-filed, year-closed, disk-full, image-damaged, page-too-large,
 * crop-outside, corners-unusable, helper-limit, task-cancelled.
 */
export async function makeDerivative(
  house: House,
  archive: OpenArchive,
  pageId: PageId,
  recipe: ImageRecipe,
  job: Pick<Job, "signal">,
  { from, action = "page.process" }: DerivativeOptions = {},
): Promise<{ readonly number: number; readonly from: number; readonly recipe: ImageRecipe }> {
  const prepared = await prepareDerivative(house, archive, pageId, recipe, job, from);
  try {
    const number = await writeStep(house, archive, action, (db) => {
      // Somebody may have filed the item while the helper worked.
      refuseFixedPages(db, [pageId]);
      const output = noteDerivative(db, house, archive, pageId, prepared);
      const after = [prepared.file.plainSha256, prepared.made.recipe];
      return { output, objectId: pageId, after, keepsUndo: true, nouns: ["page"] };
    });
    return { number, from: prepared.from.number, recipe: prepared.made.recipe };
  } catch (error) {
    await forgetFiles(archive, [prepared.file]);
    throw refusalOfIo(error);
  }
}
