// 派生图像: what was made of a page image, step by step. The version it was made of never changes (DA/T 31-2017, 图像处理).
import { z } from "zod";

/** A point in pixels of the version the recipe starts from, from its top left. */
export const imagePoint = z.object({ x: z.number(), y: z.number() }).readonly();
export type ImagePoint = z.infer<typeof imagePoint>;

/** Four corners of a sheet, clockwise from its top left. */
export const sheetCorners = z.tuple([imagePoint, imagePoint, imagePoint, imagePoint]).readonly();
export type SheetCorners = z.infer<typeof sheetCorners>;

/** One step; sizes and places are pixels of what the step before it gave. */
export const imageStep = z.discriminatedUnion("kind", [
  /** 旋转: clockwise quarter turns. */
  z.object({ kind: z.literal("turn"), quarters: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  /** 纠偏: degrees clockwise; null = as measured on the page. */
  z.object({ kind: z.literal("straighten"), degrees: z.number().min(-15).max(15).nullable() }),
  /** 裁切. */
  z.object({
    kind: z.literal("crop"),
    left: z.number().int().min(0),
    top: z.number().int().min(0),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
  }),
  /** 展平: the sheet between four corners becomes a rectangle. */
  z.object({ kind: z.literal("flatten"), corners: sheetCorners }),
  /** 去污点: specks up to `most` pixels across go; the original keeps them. */
  z.object({ kind: z.literal("despeckle"), most: z.number().int().min(1).max(40) }),
  /** 去底色: uneven light and print showing through. */
  z.object({ kind: z.literal("whiten") }),
  /** 黑白二值. */
  z.object({ kind: z.literal("bitonal") }),
  /** 双页切分: one half of a spread, in reading order; `at` is the place of the fold, 0 to 1. */
  z.object({ kind: z.literal("half"), half: z.enum(["first", "second"]), at: z.number().min(0.2).max(0.8) }),
  /** 拼接: another page set to the right of this one, or below it. */
  z.object({
    kind: z.literal("join"),
    pageId: z.string().min(1),
    /** Version of the other page; left out, the one it shows. */
    version: z.number().int().min(1).optional(),
    side: z.enum(["right", "below"]),
  }),
]);
export type ImageStep = z.infer<typeof imageStep>;

/** Steps in order, at least one. */
export const imageRecipe = z.array(imageStep).min(1).max(12).readonly();
export type ImageRecipe = z.infer<typeof imageRecipe>;
