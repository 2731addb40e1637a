// The engine's side of describing a born-digital file: a typed question to the image helpers, and an answer that is looked through.
import { z } from "zod";
import { recordingFacts } from "#contract/digital-file";
import { Refusal } from "#contract/refusal";
import type { DescribedFile, DescribeQuestion } from "./described.ts";
import { askOnce, type HelperPool } from "./helper-pool.ts";

const describedFile = z.object({
  kind: z.literal("described"),
  formatVersion: z.string().max(120),
  madeWith: z.string().max(220),
  warnings: z.array(z.enum(["document-macro", "document-active", "mail-program", "recording-cut"])),
  recording: recordingFacts.nullable(),
}) satisfies z.ZodType<DescribedFile>;

/**
 * Describes one file. Refuses document-damaged, document-password, table-doctype, helper-limit, task-cancelled, and
 * what inspect-zip.ts refuses of a ZIP.
 */
export async function describeSource(
  pool: HelperPool,
  source: Omit<DescribeQuestion, "task">,
  signal?: AbortSignal,
): Promise<DescribedFile> {
  const question: DescribeQuestion = { task: "describe", ...source };
  try {
    const known = describedFile.safeParse(await askOnce(pool, question, signal));
    if (known.success) return known.data;
  } catch (error) {
    // A reader that crashes on a file says no more than that it is damaged.
    if (error instanceof Refusal && error.code === "image-damaged") throw new Refusal("document-damaged");
    throw error;
  }
  throw new Refusal("document-damaged");
}
