// The engine's side of decoding: typed questions to the image helpers.
import { Refusal } from "#contract/refusal";
import { z } from "zod";
import type { DecodedPart, DecodeQuestion, SourceFormat } from "./decoded.ts";
import type { HelperPool } from "./helper-pool.ts";

const bytes = z.instanceof(Uint8Array);
const count = z.int().positive();
const warning = z.enum([
  "image-bit-errors",
  "image-huge-comment",
  "trailing-data",
  "pdf-repaired",
  "pdf-owner-password",
  "pdf-active-content",
  "pdf-huge-image",
  "pdf-page-blank",
]);
// A decoder that was taken over by a file could send anything; what does not fit is damage, not a page.
const decodedPart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("opened"), pageCount: count }),
  z.object({
    kind: z.literal("page"),
    pageNumber: count,
    width: count,
    height: count,
    dpi: count.nullable(),
    colourMode: z.enum(["bitonal", "grey", "colour"]),
    thumbnail: bytes,
    rendition: z.object({ format: z.enum(["jpeg", "png"]), bytes }).nullable(),
  }),
  z.object({
    kind: z.literal("closed"),
    warnings: z.array(warning),
    camera: z
      .object({ make: z.string().max(100), model: z.string().max(100), takenAt: z.string().regex(/^([-\d:T]{19})?$/) })
      .nullable(),
  }),
]) satisfies z.ZodType<DecodedPart>;

/**
 * Decodes one source in a helper process: `opened` (page count), each `page`, then `closed` (warnings). Pages arrive
 * one by one, at most two ahead of the reader, so one can be stored before the next is made. A file counts as whole
 * only after `closed`; a refusal may come after some pages.
 * Refuses: image-damaged, image-too-large, page-limit, pdf-damaged, pdf-no-pages, pdf-password, helper-limit,
 * task-cancelled.
 */
export async function* decodeSource(
  pool: HelperPool,
  source: { readonly bytes: Buffer; readonly format: SourceFormat },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<DecodedPart, void> {
  const question: DecodeQuestion = { format: source.format, bytes: source.bytes };
  try {
    for await (const part of pool.ask(question, signal)) {
      const known = decodedPart.safeParse(part);
      if (!known.success) throw new Refusal("image-damaged");
      yield known.data;
    }
  } catch (error) {
    // A decoder that crashes on a PDF damaged it no more than one that says so.
    if (source.format === "pdf" && error instanceof Refusal && error.code === "image-damaged")
      throw new Refusal("pdf-damaged");
    throw error;
  }
}
