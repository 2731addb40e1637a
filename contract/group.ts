// 组 — photos, audio or video of one event (DA/T 50-2014; DA/T 78-2019). A group is a volume of kind 组: it is numbered and filed like one.
import { z } from "zod";
import { securityLevel } from "./access.ts";
import { archivalDate } from "./archival-date.ts";
import { captionedItem, captionFields } from "./caption.ts";
import { digitalFileId } from "./digital-file.ts";
import { categoryCode, fondsId, matterId } from "./fonds.ts";
import { itemId } from "./item.ts";
import { scheduleRowId, volumeId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";
import { pageId } from "./scan.ts";

/** What the clerk writes of a group; blank means not known. The event is what captions are filled in from. */
export const groupFields = z
  .object({
    title: z.string().trim().max(500),
    /** 立档单位 that made or collected it. */
    unit: z.string().trim().max(200),
    beginDate: archivalDate,
    endDate: archivalDate,
    year: z.number().int().min(1900).max(2200).nullable(),
    retention: retention.nullable(),
    matterId: matterId.nullable(),
    scheduleRowId: scheduleRowId.nullable(),
    securityLevel,
    /** 参见号. */
    seeAlso: z.string().trim().max(200),
    /** 文字说明. */
    note: z.string().trim().max(1000),
    photographer: z.string().trim().max(200),
    place: z.string().trim().max(200),
    people: z.string().trim().max(500),
    affair: z.string().trim().max(200),
    background: z.string().trim().max(500),
  })
  .readonly();
export type GroupFields = z.infer<typeof groupFields>;

/** One group; volumeNumber is its 组号 once filed. */
export const group = groupFields
  .unwrap()
  .extend({
    id: volumeId,
    fondsId,
    category: categoryCode,
    state: z.enum(["draft", "filed"]),
    volumeNumber: z.number().int().nullable(),
    archivalCode: z.string(),
    revision: z.number().int(),
    enteredAt: z.string(),
    filedAt: z.string().nullable(),
    /** 张数, 件数. */
    itemCount: z.number().int(),
    /** A picture for the list; of an item that is not restricted. */
    firstPageId: pageId.nullable(),
  })
  .readonly();
export type Group = z.infer<typeof group>;

/** Pages or files of the tray that become one 张 or 件. */
const member = z.object({
  pageIds: z.array(pageId).max(5000).default([]),
  fileIds: z.array(digitalFileId).max(50).default([]),
  caption: captionFields.unwrap().partial().default({}),
});

/** A row of the schedule may be named that gives another term. */
const forTerm = ["schedule-row-not-found", "term-under-minimum"] as const;

export const groupProcedures = {
  "group.list": read({
    roles: keepers,
    input: z.object({
      fondsId: fondsId.optional(),
      category: categoryCode.optional(),
      year: z.number().int().optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ rows: z.array(group).readonly(), total: z.number().int() }),
  }),
  "group.read": read({
    roles: keepers,
    input: z.object({ id: volumeId }),
    output: group,
    refusals: ["group-not-found"],
  }),
  "group.make": write({
    roles: keepers,
    input: z.object({ fondsId, category: categoryCode, fields: groupFields.unwrap().partial().default({}) }),
    output: group,
    refusals: ["fonds-not-found", "fonds-closed", "matter-not-found", "group-category", ...forTerm],
  }),
  /** Year, term and class go over to all that is in the group. */
  "group.describe": write({
    roles: keepers,
    input: z.object({ id: volumeId, revision: z.number().int(), fields: groupFields.unwrap().partial() }),
    output: group,
    refusals: ["group-not-found", "group-filed", "group-changed-meanwhile", "matter-not-found", ...forTerm],
  }),
  "group.remove": write({
    roles: keepers,
    input: z.object({ id: volumeId, revision: z.number().int() }),
    output: z.object({}),
    refusals: ["group-not-found", "group-filed", "group-changed-meanwhile", "group-not-empty"],
  }),
  /** 归入组: each member becomes one item of the group, in this order. Prints are paper; what a camera gave is digital. */
  "group.take": write({
    roles: keepers,
    input: z.object({
      id: volumeId,
      carrier: z.enum(["digital", "paper"]).default("digital"),
      members: z.array(member).min(1).max(2000),
    }),
    output: z.object({ itemIds: z.array(itemId).readonly() }),
    refusals: [
      "group-not-found",
      "group-filed",
      "page-not-found",
      "page-in-use",
      "digital-file-not-found",
      "digital-file-in-use",
      "item-without-pages",
    ],
  }),
  /** 移出组: the items are taken apart, their pages and files go back to the tray. */
  "group.release": write({
    roles: keepers,
    input: z.object({ id: volumeId, itemIds: z.array(itemId).min(1).max(2000) }),
    output: z.object({ releasedCount: z.number().int() }),
    refusals: ["group-not-found", "group-filed", "item-not-found", "item-filed"],
  }),
  /** What is in a group, in order. */
  "group.items": read({
    roles: keepers,
    input: z.object({
      id: volumeId,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ rows: z.array(captionedItem).readonly(), total: z.number().int() }),
    refusals: ["group-not-found"],
  }),
};
