// What a printed form is about: a class of a year, boxes, volumes, items, a whole 全宗, a year of it, a stretch of time, or one record.
import { z } from "zod";
import { categoryCode, fondsId } from "./fonds.ts";
import { itemId } from "./item.ts";
import { boxId, volumeId } from "./place-of-item.ts";
import { retention } from "./retention.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** 打印范围 — one kind per way of cutting; a form says which kinds it takes. */
export const formScope = z.discriminatedUnion("by", [
  /** What is filed in one year: all of a 门类, or one term, or one matter of it. */
  z
    .object({
      by: z.literal("class"),
      fondsId,
      category: categoryCode.default("WS"),
      year: z.number().int(),
      retention: retention.optional(),
      matterCode: z.string().optional(),
    })
    .readonly(),
  z.object({ by: z.literal("box"), boxIds: z.array(boxId).min(1).max(500).readonly() }).readonly(),
  z.object({ by: z.literal("volume"), volumeIds: z.array(volumeId).min(1).max(500).readonly() }).readonly(),
  z.object({ by: z.literal("item"), itemIds: z.array(itemId).min(1).max(2000).readonly() }).readonly(),
  z.object({ by: z.literal("fonds"), fondsId }).readonly(),
  /** A whole year of a 全宗 whatever the 门类: a register, a collection list, a yearly report. */
  z.object({ by: z.literal("year"), fondsId, year: z.number().int() }).readonly(),
  /** Both days belong to it. */
  z.object({ by: z.literal("period"), fondsId, from: day, to: day }).readonly(),
  /** One record of another kind (a batch, a packet, a correction), named by its id. */
  z.object({ by: z.literal("record"), recordId: z.string().min(1).max(100) }).readonly(),
]);
export type FormScope = z.infer<typeof formScope>;
export type FormScopeKind = FormScope["by"];

/** One line of the list from which a scope is chosen: a year, a term below it, a box, a volume. */
export const formScopeLine = z
  .object({
    key: z.string(),
    label: z.string(),
    depth: z.number().int().min(0).max(2),
    /** Items, volumes or boxes in it, with the word for them. */
    count: z.number().int(),
    unit: z.string(),
    /** The year it belongs to; null where there is none. */
    year: z.number().int().nullable(),
    scope: formScope,
  })
  .readonly();
export type FormScopeLine = z.infer<typeof formScopeLine>;
