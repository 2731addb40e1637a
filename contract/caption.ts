// 说明 of a photo or recording: 时间 地点 人物 事由 背景 摄影者 and 文字说明 (DA/T 50-2014; DA/T 78-2019).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { digitalFile } from "./digital-file.ts";
import { itemId } from "./item.ts";
import { accessClass } from "./access.ts";
import { keepers, read, write } from "./procedure.ts";
import { pageId } from "./scan.ts";

/** What the clerk writes; blank means not known. A stated date (据说明) is kept apart from the camera's. */
export const captionFields = z
  .object({
    /** 题名 of the item. */
    title: z.string().trim().max(500),
    statedDate: archivalDate,
    place: z.string().trim().max(200),
    /** 人物, with their place in the picture: 左一 … */
    people: z.string().trim().max(500),
    affair: z.string().trim().max(200),
    background: z.string().trim().max(500),
    /** 摄影者, 摄录者: the item's 责任者. */
    photographer: z.string().trim().max(200),
    /** 文字说明. */
    text: z.string().trim().max(1000),
    /** 参见号. */
    seeAlso: z.string().trim().max(200),
  })
  .readonly();
export type CaptionFields = z.infer<typeof captionFields>;
/** The fields a group says for all that is in it. */
export const captionFromGroup = z.enum([
  "title",
  "statedDate",
  "place",
  "people",
  "affair",
  "background",
  "photographer",
]);
export type CaptionFromGroup = z.infer<typeof captionFromGroup>;

/** What the camera wrote; its clock has no zone. Where the picture was taken stays in the original. */
export const cameraFacts = z.object({ make: z.string(), model: z.string(), takenAt: z.string() }).readonly();
export type CameraFacts = z.infer<typeof cameraFacts>;

/** One photo or recording of a group with its caption: a picture has a page, a recording a digital file. */
export const captionedItem = z
  .object({
    itemId,
    revision: z.number().int(),
    state: z.enum(["draft", "filed", "excluded"]),
    access: accessClass,
    itemNumber: z.number().int().nullable(),
    archivalCode: z.string(),
    /** 日期 of the item: the stated one, else the camera's day. */
    documentDate: archivalDate,
    caption: captionFields,
    camera: cameraFacts.nullable(),
    sourceName: z.string(),
    page: z.object({ id: pageId, width: z.number().int(), height: z.number().int() }).nullable(),
    file: digitalFile.nullable(),
  })
  .readonly();
export type CaptionedItem = z.infer<typeof captionedItem>;

/** One field of one caption before and after a batch was filled in. */
export const captionChange = z.object({ itemId, field: z.string(), before: z.string(), after: z.string() }).readonly();
export type CaptionChange = z.infer<typeof captionChange>;

const filling = z.object({
  itemIds: z.array(itemId).min(1).max(5000),
  fields: captionFields.unwrap().partial().default({}),
  /** Fields taken from the group the items lie in; 时间 is its first day. */
  fromGroup: z.array(captionFromGroup).max(10).default([]),
  /** Leaves what is written already. */
  onlyBlank: z.boolean().default(true),
});
const written = z.object({
  changedCount: z.number().int(),
  revisions: z.array(z.object({ itemId, revision: z.number().int() })).readonly(),
  /** How many captions now hold what reads like an ID number, a mobile number or a refused subject (personal-data P2). */
  personalCount: z.number().int(),
});

export const captionProcedures = {
  "caption.read": read({
    roles: keepers,
    input: z.object({ itemId }),
    output: captionedItem,
    refusals: ["item-not-found"],
  }),
  /** Writes captions of one or of many; all or none. */
  "caption.describe": write({
    roles: keepers,
    input: z.object({
      captions: z
        .array(z.object({ itemId, revision: z.number().int(), fields: captionFields.unwrap().partial() }))
        .min(1)
        .max(5000),
    }),
    output: written,
    refusals: ["item-not-found", "item-filed", "item-changed-meanwhile"],
  }),
  /** 批量著录: what filling in would change, field by field. */
  "caption.fill-preview": read({
    roles: keepers,
    input: filling,
    output: z.object({
      changes: z.array(captionChange).readonly(),
      changeCount: z.number().int(),
      itemCount: z.number().int(),
      /** Items that are left as they are. */
      keptCount: z.number().int(),
      previewDigest: z.string(),
    }),
    refusals: ["item-not-found", "item-filed", "group-not-found"],
  }),
  /** Fills in exactly what was previewed. */
  "caption.fill": write({
    roles: keepers,
    input: filling.extend({ previewDigest: z.string() }),
    output: written,
    refusals: ["item-not-found", "item-filed", "group-not-found", "caption-preview-stale"],
  }),
};
