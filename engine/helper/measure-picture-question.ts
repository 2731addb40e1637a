// The engine's side of measuring a picture: a typed question to the image helpers, and an answer that is looked through.
import { z } from "zod";
import { sheetCorners } from "#contract/derivative";
import { Refusal } from "#contract/refusal";
import { askOnce, type HelperPool } from "./helper-pool.ts";
import type { MeasuredPicture, MeasureQuestion } from "./made-picture.ts";
import type { Pictured } from "./make-picture.ts";

const place = z.int().min(0).max(100_000);
const measured = z.object({
  kind: z.literal("measured"),
  degrees: z.number().min(-15).max(15),
  crop: z.object({ left: place, top: place, width: place, height: place }).nullable(),
  corners: sheetCorners.nullable(),
  fold: z.number().min(0.2).max(0.8),
}) satisfies z.ZodType<MeasuredPicture>;

/** Slant, edge of the sheet and fold. Refuses image-damaged, page-too-large, helper-limit, task-cancelled. */
export async function measurePicture(
  pool: HelperPool,
  picture: Pictured,
  signal?: AbortSignal,
): Promise<MeasuredPicture> {
  const question: MeasureQuestion = { task: "measure", ...picture };
  const known = measured.safeParse(await askOnce(pool, question, signal));
  if (!known.success) throw new Refusal("image-damaged");
  return known.data;
}
