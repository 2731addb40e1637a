// The engine's side of 文字识别: one picture goes to the reading helper, lines with places and confidences come back.
import { z } from "zod";
import type { ModelPackManifest } from "#contract/model-pack";
import { readLine, type PageReading } from "#contract/reading";
import { Refusal } from "#contract/refusal";
import { askOnce, type HelperPool, type PoolOptions } from "./helper-pool.ts";

/** A model pack where it lies: the folder with its four files, and its manifest. */
export type ModelPack = { readonly folder: string; readonly manifest: ModelPackManifest };

/** Changes when the pipeline reads differently; every page is then read again. */
const pipelineName = "lindang-1";

/** What `PageReading.engine` will say for this pack; a page read under another name is read again. */
export function readerName(pack: ModelPack): string {
  return `${pipelineName} ${pack.manifest.name}`;
}

/**
 * One process with two threads, ended when idle. It carries the models from page to page, so it is not replaced for
 * being large; above 900 MB it is killed (issue 4: 600 MB is the aim, tech-scan-ocr §1.2 the measure).
 */
export const readerPool: PoolOptions = {
  name: "reading-helper",
  size: 1,
  limits: { memory: 900 * 1024 ** 2, silence: 60_000 },
  recycledAbove: 640 * 1024 ** 2,
  idle: 60_000,
};

export type ReadQuestion = {
  readonly bytes: Uint8Array;
  readonly mediaType: "image/jpeg" | "image/png" | "image/tiff";
  readonly pack: ModelPack;
};

export type PictureToRead = { readonly bytes: Buffer; readonly mediaType: ReadQuestion["mediaType"] };

// A decoder that was taken over by a picture could send anything: what does not fit is damage, not a reading.
const answered = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  turned: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  slant: z.number().min(-45).max(45),
  lines: z
    .array(readLine.refine((line) => line.text.length < 2_000 && [...line.text].length === line.confidences.length))
    .max(5_000),
});
export type Answered = z.input<typeof answered>;

/**
 * Reads one picture. Corners are pixels of the picture as it is shown (EXIF orientation applied); a page without any
 * text is a reading without lines; a page of which no line could be made out is refused, never shown as empty. Of a TIFF the first page is read.
 * Refuses: image-damaged, image-too-large, page-unreadable, helper-limit (the helper was killed; the next question gets a fresh one),
 * model-pack-damaged (the pack's files are not those of its manifest, or cannot be loaded), task-cancelled.
 */
export async function readPicture(
  pool: HelperPool,
  picture: PictureToRead,
  pack: ModelPack,
  signal?: AbortSignal,
): Promise<PageReading> {
  const started = performance.now();
  const question: ReadQuestion = { ...picture, pack };
  const known = answered.safeParse(await askOnce(pool, question, signal));
  if (!known.success) throw new Refusal("image-damaged");
  const seconds = Math.round(performance.now() - started) / 1000;
  return { engine: readerName(pack), ...known.data, seconds };
}
