// The engine's side of reading back: typed questions to the image helpers, answers looked through before they are believed.
import { z } from "zod";
import { Refusal } from "#contract/refusal";
import { askOnce, type HelperPool } from "./helper-pool.ts";
import {
  sketchSide,
  type PageReadBack,
  type ProofQuestion,
  type Repainted,
  type Sketch,
  type Sketched,
} from "./proof.ts";

const sketch = z.instanceof(Uint8Array).refine((shades) => shades.length === sketchSide * sketchSide);
const pageReadBack = z.object({
  kind: z.literal("read-back"),
  pageNumber: z.number().int().positive(),
  pageCount: z.number().int().positive(),
  text: z.string(),
  sketch,
}) satisfies z.ZodType<PageReadBack>;
const sketched = z.object({ kind: z.literal("sketched"), sketch }) satisfies z.ZodType<Sketched>;
const repainted = z.object({
  kind: z.literal("repainted"),
  png: z.instanceof(Uint8Array),
}) satisfies z.ZodType<Repainted>;

/** The pages of a PDF of ours, read with PDFium. Refuses pdf-damaged, helper-limit, task-cancelled. */
export async function* readPdfBack(
  pool: HelperPool,
  bytes: Uint8Array,
  signal?: AbortSignal,
): AsyncGenerator<PageReadBack, void> {
  const question: ProofQuestion = { task: "read-back", bytes };
  for await (const part of pool.ask(question, signal)) {
    const known = pageReadBack.safeParse(part);
    if (!known.success) throw new Refusal("pdf-damaged");
    yield known.data;
  }
}

/** What a thumbnail looks like from afar. Refuses image-damaged, helper-limit, task-cancelled. */
export async function sketchPicture(pool: HelperPool, bytes: Uint8Array, signal?: AbortSignal): Promise<Sketch> {
  const question: ProofQuestion = { task: "sketch", bytes };
  const known = sketched.safeParse(await askOnce(pool, question, signal));
  if (!known.success) throw new Refusal("image-damaged");
  return known.data.sketch;
}

/** A picture as an upright PNG of eight bits without transparency. Refuses image-damaged, image-too-large, helper-limit, task-cancelled. */
export async function repaintPicture(pool: HelperPool, bytes: Uint8Array, signal?: AbortSignal): Promise<Buffer> {
  const question: ProofQuestion = { task: "repaint", bytes };
  const known = repainted.safeParse(await askOnce(pool, question, signal));
  if (!known.success) throw new Refusal("image-damaged");
  const { png } = known.data;
  return Buffer.from(png.buffer, png.byteOffset, png.byteLength);
}
