// 分件: a pile of pages told apart into items. A proposal first; nothing is made before somebody has looked at it.
import { z } from "zod";
import { captureSource } from "./capture.ts";
import { categoryCode, matterId } from "./fonds.ts";
import { itemId } from "./item.ts";
import { keepers, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";
import { page, pageId } from "./scan.ts";

/** separator: 隔页; blank: 空白页; first-page: 红头、文号; count: so many pages each. */
export const separationMethod = z.enum(["separator", "blank", "first-page", "count"]);
export type SeparationMethod = z.infer<typeof separationMethod>;

/** Most pages told apart at once. */
export const pileLimit = 2000;

/** One run of a feeder or sitting at the camera, as far as its pages still lie in the tray. */
export const pile = z
  .object({
    pileId: z.string(),
    source: captureSource,
    device: z.string(),
    firstAt: z.iso.datetime(),
    pageCount: z.number().int(),
  })
  .readonly();
export type Pile = z.infer<typeof pile>;

/** What is told apart: one pile, chosen pages, or all of the tray; always in the order of the tray. */
export const pileScope = z.discriminatedUnion("by", [
  z.object({ by: z.literal("pile"), pileId: z.string().min(1) }).readonly(),
  z.object({ by: z.literal("pages"), pageIds: z.array(pageId).min(1).max(pileLimit) }).readonly(),
  z.object({ by: z.literal("tray") }).readonly(),
]);
export type PileScope = z.infer<typeof pileScope>;

/** blank and separator pages are proposed to be set aside; the clerk may keep them. */
export const pileRole = z.enum(["page", "blank", "separator"]);
export type PileRole = z.infer<typeof pileRole>;

/** Why a run begins where it does; clerk: somebody said so while the page was taken. */
export const separationReason = z.enum([
  "start",
  "pile",
  "clerk",
  "separator",
  "blank",
  "red-head",
  "document-number",
  "title",
  "page-one",
  "count",
]);
export type SeparationReason = z.infer<typeof separationReason>;

/** 拟分的一件: begins at this page and goes on to the next run. */
export const pileRun = z
  .object({
    firstPageId: pageId,
    reason: separationReason,
    /** 0 to 1: how sure it is that an item begins here. */
    confidence: z.number(),
    /** The 文号 read on its first page; blank when none was. */
    documentNumber: z.string(),
    /** What the 隔页 before it says. */
    category: categoryCode.nullable(),
    retention: retention.nullable(),
    matterId: matterId.nullable(),
  })
  .readonly();
export type PileRun = z.infer<typeof pileRun>;

export const pileProcedures = {
  /** Piles whose pages wait in the tray, newest first. */
  "pile.list": read({ roles: keepers, input: z.object({}), output: z.array(pile).readonly() }),
  /** How a pile would fall apart into items; without a method the surest one is taken. */
  "pile.propose": read({
    roles: keepers,
    input: z.object({
      scope: pileScope,
      method: separationMethod.nullable().default(null),
      /** Pages of one item, for method count. */
      every: z.number().int().min(1).max(500).default(2),
    }),
    output: z.object({
      method: separationMethod,
      pages: z.array(z.object({ page, role: pileRole, isBlank: z.boolean() })).readonly(),
      runs: z.array(pileRun).readonly(),
      /** Pages not looked at, and not read yet: the proposal gets better when they are. */
      unlookedCount: z.number().int(),
      unreadCount: z.number().int(),
    }),
    refusals: ["pile-empty", "pile-too-large"],
  }),
  /** 成件: every run becomes an item, blank and separator pages are set aside; all of it or nothing. */
  "pile.make": write({
    roles: keepers,
    input: z.object({
      runs: z
        .array(
          z.object({
            pageIds: z.array(pageId).min(1).max(pileLimit),
            category: categoryCode.nullable().default(null),
            retention: retention.nullable().default(null),
            matterId: matterId.nullable().default(null),
          }),
        )
        .min(1)
        .max(pileLimit),
      aside: z
        .array(z.object({ pageId, why: z.enum(["blank", "separator"]) }))
        .max(pileLimit)
        .default([]),
    }),
    output: z.object({
      items: z.array(z.object({ id: itemId, imageCount: z.number().int() })).readonly(),
      asideCount: z.number().int(),
    }),
    refusals: [
      "pile-stale",
      "fonds-not-found",
      "fonds-closed",
      "category-not-found",
      "matter-not-found",
      "matter-closed",
    ],
  }),
  /** The way back of making: the items go, all pages lie in the tray again. */
  "pile.unmake": write({
    roles: keepers,
    seat: "shell",
    input: z.object({
      items: z.array(z.object({ id: itemId, revision: z.number().int() })).max(pileLimit),
      asideIds: z.array(pageId).max(pileLimit),
    }),
    output: z.object({ pageCount: z.number().int() }),
    refusals: ["item-not-found", "item-filed", "item-changed-meanwhile", "item-sealed", "year-closed", "pile-stale"],
  }),
};
