// 整理单元 — the lowest class in which numbers run without gaps: 全宗 × 门类 × 年度 × 保管期限 × 机构(问题) (DA/T 22-2015, 5.2–5.4).
import { z } from "zod";
import { categoryCode, fondsId, matter } from "./fonds.ts";
import { itemId } from "./item.ts";
import { keepers, keepersAndInspector, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";
import { boxId } from "./place-of-item.ts";

export const filingUnitId = z.string().min(1).brand<"FilingUnitId">();
export type FilingUnitId = z.infer<typeof filingUnitId>;

/** One filing unit with what it holds. */
export const filingUnit = z
  .object({
    id: filingUnitId,
    fondsId,
    category: categoryCode,
    year: z.number().int(),
    retention,
    matter: matter.nullable(),
    itemCount: z.number().int(),
    pageSum: z.number().int(),
    firstCode: z.string(),
    lastCode: z.string(),
  })
  .readonly();
export type FilingUnit = z.infer<typeof filingUnit>;

/** What stands in the way of filing one item. */
export const filingProblem = z
  .object({
    itemId,
    title: z.string(),
    code: z.enum([
      "title-missing",
      "creator-missing",
      "date-missing",
      "date-after-year",
      "retention-missing",
      "matter-missing",
      "matter-not-in-scheme",
      "pages-missing",
      "neutral-title-missing",
      "volume-missing",
      "year-closed",
    ]),
    message: z.string(),
  })
  .readonly();
export type FilingProblem = z.infer<typeof filingProblem>;

/** One line of the preview: the number an item would get, or has already. */
export const plannedItem = z
  .object({
    itemId,
    title: z.string(),
    documentDate: z.string(),
    /** 事由: items of one affair lie together. */
    affair: z.string().default(""),
    pageCount: z.number().int(),
    itemNumber: z.number().int(),
    archivalCode: z.string(),
    isNew: z.boolean(),
  })
  .readonly();
export const plannedUnit = z
  .object({
    retention,
    matter: matter.nullable(),
    /** A hand changed the order of the drafts; it can be given back to time and matter. */
    isOrderedByHand: z.boolean().default(false),
    items: z.array(plannedItem).readonly(),
  })
  .readonly();
export type PlannedUnit = z.infer<typeof plannedUnit>;

const scope = z.object({ fondsId, category: categoryCode.default("WS"), year: z.number().int() });

/** One number that changes: old to new; null where the item has none before or after. */
export const numberChange = z
  .object({
    itemId,
    title: z.string(),
    oldNumber: z.number().int().nullable(),
    newNumber: z.number().int().nullable(),
    oldCode: z.string(),
    newCode: z.string(),
  })
  .readonly();
export type NumberChange = z.infer<typeof numberChange>;

/** A box whose first or last 件号 changes, so that its spine label has to be printed anew; 0 is an empty box. */
export const boxChange = z
  .object({
    boxId,
    boxNumber: z.number().int(),
    oldFirst: z.number().int(),
    oldLast: z.number().int(),
    newFirst: z.number().int(),
    newLast: z.number().int(),
  })
  .readonly();
export type BoxChange = z.infer<typeof boxChange>;

/** 顺号: everything that one insertion, withdrawal or move changes, before it is done. */
export const renumbering = z
  .object({
    changes: z.array(numberChange).readonly(),
    boxes: z.array(boxChange).readonly(),
    /** 归档章 to be stamped anew: items that bore a number and bear another now. */
    restampCount: z.number().int(),
    planDigest: z.string(),
  })
  .readonly();
export type Renumbering = z.infer<typeof renumbering>;

const reason = z.string().trim().max(300);
/** Where in its lowest class: before this filed item, or at the end. */
const place = { itemId, beforeId: itemId.nullable() };
const renumbered = z.object({ changes: z.array(numberChange).readonly() });
const committed = { planDigest: z.string(), reason };
const mayFail = [
  "item-not-found",
  "item-not-filed",
  "item-in-volume",
  "year-closed",
  "fonds-not-found",
  "archival-code-template-invalid",
] as const;
const mayFailWriting = [
  ...mayFail,
  "filing-preview-stale",
  "reason-missing",
  "record-altered",
  "archival-code-taken",
] as const;

export const filingUnitProcedures = {
  /** Years that have drafts or filed items, with counts. */
  "filing.years": read({
    roles: keepers,
    input: z.object({ fondsId, category: categoryCode.default("WS") }),
    output: z
      .array(
        z.object({ year: z.number().int().nullable(), draftCount: z.number().int(), filedCount: z.number().int() }),
      )
      .readonly(),
  }),
  "filing.preview": read({
    roles: keepers,
    input: scope,
    output: z.object({
      units: z.array(plannedUnit).readonly(),
      problems: z.array(filingProblem).readonly(),
      newCount: z.number().int(),
      /** Names exactly this plan; a commit under another plan is refused. */
      planDigest: z.string(),
    }),
    refusals: ["fonds-not-found", "archival-code-template-invalid"],
  }),
  "filing.commit": write({
    roles: keepers,
    input: scope.extend({ planDigest: z.string() }),
    output: z.object({
      filedCount: z.number().int(),
      units: z.array(filingUnit).readonly(),
    }),
    refusals: ["fonds-not-found", "year-closed", "filing-preview-stale", "filing-not-ready", "archival-code-taken"],
  }),
  /** Takes a filing back as a whole, before the year closes: its items are drafts again. The last numbered go first. */
  "filing.unfile": write({
    roles: keepers,
    input: scope.extend({ itemIds: z.array(itemId).min(1).max(20_000), reason: reason.default("") }),
    output: z.object({ unfiledCount: z.number().int() }),
    refusals: ["item-not-found", "item-not-filed", "year-closed", "filing-not-last"],
  }),
  /** Puts a draft before another of its lowest class (or at the end) by hand. */
  "filing.reorder": write({
    roles: keepers,
    input: z.object(place),
    output: z.object({ itemIds: z.array(itemId).readonly() }),
    refusals: ["item-not-found", "item-filed", "item-not-classed"],
  }),
  /** Sets places by hand back: a rank, or null for where time and matter put it. The way back of a reordering. */
  "filing.set-ranks": write({
    roles: keepers,
    input: z.object({
      ranks: z
        .array(z.object({ itemId, rank: z.number().nullable() }))
        .min(1)
        .max(20_000),
    }),
    output: z.object({ setCount: z.number().int() }),
    refusals: ["item-not-found", "item-filed"],
  }),
  "filing.preview-insert": read({
    roles: keepers,
    input: z.object(place),
    output: renumbering,
    refusals: [...mayFail, "item-filed", "item-not-classed", "filing-not-ready"],
  }),
  "filing.insert": write({
    roles: keepers,
    input: z.object({ ...place, ...committed }),
    output: renumbered,
    refusals: [...mayFailWriting, "item-filed", "item-not-classed", "filing-not-ready"],
  }),
  "filing.preview-withdraw": read({
    roles: keepers,
    input: z.object({ itemId }),
    output: renumbering,
    refusals: mayFail,
  }),
  "filing.withdraw": write({
    roles: keepers,
    input: z.object({ itemId, ...committed }),
    output: renumbered,
    refusals: mayFailWriting,
  }),
  "filing.preview-move": read({ roles: keepers, input: z.object(place), output: renumbering, refusals: mayFail }),
  "filing.move": write({
    roles: keepers,
    input: z.object({ ...place, ...committed }),
    output: renumbered,
    refusals: mayFailWriting,
  }),
  /** 原档号 of one item, oldest first, each with its reason. */
  "filing.former-codes": read({
    roles: keepersAndInspector,
    input: z.object({ itemId }),
    output: z.array(z.object({ archivalCode: z.string(), until: z.string(), reason: z.string() })).readonly(),
  }),
  "filing.units": read({
    roles: keepersAndInspector,
    input: z.object({ fondsId: fondsId.optional(), year: z.number().int().optional() }),
    output: z.array(filingUnit).readonly(),
  }),
};
