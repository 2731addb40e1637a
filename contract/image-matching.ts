// 挂接 — image files brought to the items they belong to, by 档号 or file name; a report both ways comes first (product G01).
import { z } from "zod";
import { itemId } from "./item.ts";
import { keepers, task, write } from "./procedure.ts";
import { pageId } from "./scan.ts";

/** ready – can be taken; pages-differ – can be taken, the count is not the paper's; the rest stay as they are. */
export const imageMatchOutcome = z.enum([
  "ready",
  "pages-differ",
  "has-images",
  "sealed",
  "year-closed",
  "number-twice",
]);
export type ImageMatchOutcome = z.infer<typeof imageMatchOutcome>;

export const imageMatchOutcomeLabel: Record<ImageMatchOutcome, string> = {
  ready: "可以挂接",
  "pages-differ": "页数不符，可以挂接",
  "has-images": "已有影像，不再挂接",
  sealed: "封存件，不得挂接",
  "year-closed": "年度已关闭，不挂接",
  "number-twice": "页号重复，不挂接",
};

/** The files of one item. */
export const imageMatch = z
  .object({
    itemId,
    archivalCode: z.string(),
    outcome: imageMatchOutcome,
    files: z.array(z.string()).readonly(),
    imageCount: z.number().int(),
    paperPageCount: z.number().int(),
  })
  .readonly();
export type ImageMatch = z.infer<typeof imageMatch>;

/** A file that goes nowhere, and why. */
export const looseImage = z
  .object({ path: z.string(), reason: z.enum(["no-code", "several-items", "not-an-image", "unreadable"]) })
  .readonly();
export type LooseImage = z.infer<typeof looseImage>;

export const looseImageReason: Record<LooseImage["reason"], string> = {
  "no-code": "文件名和文件夹名里没有本库的档号",
  "several-items": "档号对应不止一件",
  "not-an-image": "不是 JPEG、PNG、TIFF 或 PDF",
  unreadable: "文件损坏或读不出",
};

const asked = z.object({ folder: z.string().min(1) });

export const imageMatchingProcedures = {
  /** Looks through a folder and says which file belongs to which item; nothing is taken in. */
  "image-matching.dry-run": task({
    roles: keepers,
    input: asked,
    output: z.object({
      fileCount: z.number().int(),
      matches: z.array(imageMatch).readonly(),
      looseImages: z.array(looseImage).readonly(),
      /** Paper items that have no image and found none here: how many, and the first of their 档号. */
      itemsWithoutFiles: z.object({ count: z.number().int(), codes: z.array(z.string()).readonly() }),
      planDigest: z.string(),
    }),
    refusals: ["source-missing", "image-match-empty", "task-cancelled"],
  }),
  /** Takes the files in and puts them into their items; an item gets all of its files or none. 档号 stay as they are. */
  "image-matching.attach": task({
    roles: keepers,
    input: asked.extend({ planDigest: z.string().optional() }),
    output: z.object({
      itemCount: z.number().int(),
      pageCount: z.number().int(),
      failures: z.array(z.object({ archivalCode: z.string(), path: z.string(), message: z.string() })).readonly(),
    }),
    refusals: ["source-missing", "image-match-empty", "image-match-stale", "disk-full", "task-cancelled"],
  }),
  /** The way back: items that still have exactly these pages give them to the tray (待整理); nothing is destroyed. */
  "image-matching.detach": write({
    roles: keepers,
    input: z.object({
      items: z
        .array(z.object({ itemId, pageIds: z.array(pageId).min(1), hadParts: z.boolean() }))
        .min(1)
        .max(1000),
    }),
    output: z.object({ itemCount: z.number().int(), pageCount: z.number().int() }),
    refusals: ["item-not-found", "image-match-stale"],
  }),
};
