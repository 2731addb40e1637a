// The engine's side of changing a picture: a typed question to the image helpers, and an answer that is looked through.
import { z } from "zod";
import { imageRecipe, type ImageRecipe } from "#contract/derivative";
import { Refusal } from "#contract/refusal";
import { askOnce, type HelperPool } from "./helper-pool.ts";
import type { ColourMode } from "./decoded.ts";
import type { MadePicture, PictureQuestion } from "./made-picture.ts";

const bytes = z.instanceof(Uint8Array);
const side = z.int().positive().max(65_535);
const madePicture = z.object({
  kind: z.literal("picture"),
  format: z.enum(["jpeg", "png"]),
  bytes,
  thumbnail: bytes,
  width: side,
  height: side,
  dpi: z.int().positive().nullable(),
  colourMode: z.enum(["bitonal", "grey", "colour"]),
  recipe: imageRecipe,
}) satisfies z.ZodType<MadePicture>;

/** One picture with what the archive knows of it. */
export type Pictured = { readonly bytes: Buffer; readonly dpi: number | null; readonly colourMode: ColourMode };

/**
 * Makes a picture by a recipe in a helper process. Refuses image-damaged, page-too-large, crop-outside,
 * corners-unusable, helper-limit (killed over memory or silence), task-cancelled.
 */
export async function makePicture(
  pool: HelperPool,
  picture: Pictured,
  recipe: ImageRecipe,
  { other = null, side: longSide = null }: { readonly other?: Pictured | null; readonly side?: number | null } = {},
  signal?: AbortSignal,
): Promise<MadePicture> {
  const question: PictureQuestion = {
    task: "picture",
    bytes: other ? Buffer.concat([picture.bytes, other.bytes]) : picture.bytes,
    firstSize: picture.bytes.length,
    ...{ recipe, dpi: picture.dpi, colourMode: picture.colourMode, side: longSide },
    other: other && { dpi: other.dpi, colourMode: other.colourMode },
  };
  const known = madePicture.safeParse(await askOnce(pool, question, signal));
  // A helper that was taken over could send anything.
  if (!known.success || known.data.recipe.length !== recipe.length) throw new Refusal("image-damaged");
  return known.data;
}
