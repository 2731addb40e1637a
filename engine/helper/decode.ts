// The engine's side of decoding: typed questions to the image helpers.
import { Refusal } from "#contract/refusal";
import type { DecodedPart, DecodeQuestion, SourceFormat } from "./decoded.ts";
import type { HelperPool } from "./helper-pool.ts";

/**
 * Decodes one source in a helper process: `opened` (page count), each `page`, then `closed` (warnings). Pages arrive
 * one by one, at most two ahead of the reader, so one can be stored before the next is made. A file counts as whole
 * only after `closed`; a refusal may come after some pages.
 * Refuses: image-damaged, image-too-large, page-limit, pdf-damaged, pdf-no-pages, pdf-password, helper-limit,
 * task-cancelled.
 */
export async function* decodeSource(
  pool: HelperPool,
  { bytes, format }: { readonly bytes: Buffer; readonly format: SourceFormat },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<DecodedPart, void> {
  const question: DecodeQuestion = { format, bytes };
  try {
    for await (const part of pool.ask(question, signal)) yield part as DecodedPart;
  } catch (error) {
    // A decoder that crashes on a PDF damaged it no more than one that says so.
    if (format === "pdf" && error instanceof Refusal && error.code === "image-damaged")
      throw new Refusal("pdf-damaged");
    throw error;
  }
}
