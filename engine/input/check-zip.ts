import { z } from "zod";
import { Refusal } from "#contract/refusal";
import { askOnce, type HelperPool } from "#engine/helper/helper-pool";
import type { RecognisedZip, TableQuestion } from "#engine/helper/recognised";

const recognisedZip = z.object({
  kind: z.literal("zip"),
  entries: z.array(z.object({ name: z.string(), size: z.int() })),
}) satisfies z.ZodType<RecognisedZip>;

/**
 * Reads a ZIP through in a table helper and lists what is in it; nothing is unpacked to disk. `forbidsDoctype` is for
 * OFD and other files that are a ZIP of XML parts.
 * Refuses: zip-damaged, zip-empty, zip-encrypted, zip-inconsistent, zip-limit, zip-link, zip-method,
 * zip-names-collide, zip-nested, zip-path-unsafe, table-doctype, helper-limit, task-cancelled.
 */
export async function checkZip(
  pool: HelperPool,
  bytes: Buffer,
  {
    forbidsDoctype = false,
    signal,
  }: { readonly forbidsDoctype?: boolean; readonly signal?: AbortSignal | undefined } = {},
): Promise<RecognisedZip> {
  const question: TableQuestion = { task: "zip", forbidsDoctype, bytes };
  try {
    const known = recognisedZip.safeParse(await askOnce(pool, question, signal));
    if (known.success) return known.data;
  } catch (error) {
    // A reader that crashes on a ZIP says no more than that it is damaged.
    if (error instanceof Refusal && error.code === "image-damaged") throw new Refusal("zip-damaged");
    throw error;
  }
  throw new Refusal("zip-damaged");
}
