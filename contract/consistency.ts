// 年度核对 — what does not fit in a year before it is closed; each finding names the item, box or volume it is about.
import { z } from "zod";
import { itemId } from "./item.ts";
import { boxId, volumeId } from "./place-of-item.ts";

/** Each finding with the stage of the run it belongs to. */
export const consistencyCode = z.enum([
  // check
  "field-missing",
  "date-after-year",
  "date-before-year",
  "pages-differ",
  "title-twice",
  "series-thin",
  // terms
  "term-missing",
  "term-differs",
  "term-below-minimum",
  // order
  "number-gap",
  "number-twice",
  "draft-left",
  "volume-draft",
  // box
  "box-mixed",
  "unboxed",
  "box-note-missing",
  // collect
  "collection-open",
  // close
  "record-altered",
]);
export type ConsistencyCode = z.infer<typeof consistencyCode>;

export const filingStage = z.enum(["collect", "check", "terms", "order", "box", "print", "close"]);
export type FilingStage = z.infer<typeof filingStage>;

/** A finding; a blocking one stands in the way of closing, the others are looked at and closed over. */
export const consistencyFinding = z
  .object({
    code: consistencyCode,
    stage: filingStage,
    isBlocking: z.boolean(),
    itemId: itemId.nullable(),
    boxId: boxId.nullable(),
    volumeId: volumeId.nullable(),
    /** 档号 where there is one. */
    archivalCode: z.string(),
    /** 题名, neutral for a restricted item; 盒号 in words for a box. */
    title: z.string(),
    message: z.string(),
  })
  .readonly();
export type ConsistencyFinding = z.infer<typeof consistencyFinding>;

/** 缺系列: had n last year, has m this year. */
export const missingSeries = z
  .object({
    matterName: z.string(),
    creator: z.string(),
    /** The title without its dates, numbers and ordinals. */
    stem: z.string(),
    lastCount: z.number().int(),
    thisCount: z.number().int(),
    /** 「去年有居民代表会议记录 12 件，今年 3 件」 */
    sentence: z.string(),
  })
  .readonly();
export type MissingSeries = z.infer<typeof missingSeries>;
