// The engine's side of judging a picture: a typed question to the image helpers, and an answer that is looked through.
import { z } from "zod";
import { Refusal } from "#contract/refusal";
import { askOnce, type HelperPool } from "./helper-pool.ts";
import { fingerprintColumns, fingerprintRows } from "./judge-picture-fingerprint.ts";
import type { JudgeQuestion, PictureFacts } from "./judge-picture-facts.ts";

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);
const pictureFacts = z.object({
  kind: z.literal("judged"),
  ink: count,
  edgeWidth: z.number().min(0),
  edgeCount: count,
  paper: z.number().min(0).max(255),
  glare: share,
  cutStrokes: count,
  redHead: share,
  redWidth: share,
  fingerprint: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length === 0 || length === fingerprintColumns * fingerprintRows),
  codes: z.array(z.string().max(300)).max(6),
}) satisfies z.ZodType<PictureFacts>;

/** Measures one JPEG or PNG. Refuses image-damaged, image-too-large, helper-limit, task-cancelled. */
export async function judgeInHelper(pool: HelperPool, bytes: Buffer, signal?: AbortSignal): Promise<PictureFacts> {
  const question: JudgeQuestion = { task: "judge", bytes };
  const known = pictureFacts.safeParse(await askOnce(pool, question, signal));
  if (!known.success) throw new Refusal("image-damaged");
  return known.data;
}
