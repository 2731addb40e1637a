// 检索 — items, pages and boxes by words; a restricted item is found by 档号 or title only (personal-data P5, P6).
import { z } from "zod";
import { itemFilter, itemId, itemRow } from "./item.ts";
import { keepers, read, task } from "./procedure.ts";
import { pageId } from "./scan.ts";
import { shelvedBox } from "./shelf-place.ts";

const words = z.string().max(200);
/** Classes and states only, as in a saved view: words stand apart and are not kept (P5). */
export const searchFilter = itemFilter.unwrap().omit({ words: true }).strict().readonly();
export type SearchFilter = z.infer<typeof searchFilter>;
const filter = searchFilter.default({});

/** exact: as typed; near: with a character that is easily misread for the typed one; sound: by pinyin. No hit is in two. */
export const likeness = z.enum(["exact", "near", "sound"]);
export type Likeness = z.infer<typeof likeness>;
/** newest: captured or entered last stands first; the others over at most 20,000 hits. */
export const searchOrder = z.enum(["newest", "date", "code", "title"]);
export type SearchOrder = z.infer<typeof searchOrder>;
export const mostOrdered = 20_000;

/** One page on which the words were read. */
export const pageHit = z
  .object({
    pageId,
    /** Null while the page lies in the tray. */
    itemId: itemId.nullable(),
    /** Title and 档号 of its item, name of the scan while it lies in the tray. */
    title: z.string(),
    archivalCode: z.string(),
    documentDate: z.string(),
    /** Its place among the pages of the item, from 1; 0 in the tray. */
    pageNumber: z.number().int(),
    shelf: z.string(),
    /** A piece of the line, cut at the hit. */
    before: z.string(),
    hit: z.string(),
    after: z.string(),
  })
  .readonly();
export type PageHit = z.infer<typeof pageHit>;

const share = z.object({ key: z.string(), count: z.number().int() }).readonly();
const corner = z.tuple([z.number(), z.number()]);

export const searchProcedures = {
  /** Items by words; words that name a place (3-2-5, 柜3层2) where boxes stand find what lies in these. */
  "search.find": read({
    roles: keepers,
    input: z.object({
      words,
      filter,
      likeness: likeness.default("exact"),
      order: searchOrder.default("newest"),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      /** Each with where it stands: 「第 3 柜第 2 层第 5 位 盒 5」, blank when it lies in no box. */
      rows: z.array(itemRow.unwrap().extend({ shelf: z.string() }).readonly()).readonly(),
      /** Counted up to 1,000; hasMore says that there are more. */
      total: z.number().int(),
      hasMore: z.boolean(),
      /** Whether the order asked for was given; false over more than 20,000 hits: newest first then. */
      isOrdered: z.boolean(),
      restrictedCount: z.number().int(),
    }),
  }),
  /** Pages by what was read on them, newest captured first. Looks for a twentieth of a second, then says how to go on. */
  "search.find-pages": read({
    roles: keepers,
    input: z.object({
      words,
      filter,
      likeness: likeness.exclude(["sound"]).default("exact"),
      /** `next` of the answer before. */
      from: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ hits: z.array(pageHit).readonly(), next: z.number().int().nullable() }),
  }),
  /** Boxes at a place, or by 盒号. */
  "search.find-boxes": read({
    roles: keepers,
    input: z.object({ words }),
    output: z.array(shelvedBox.unwrap().extend({ shelf: z.string() }).readonly()).readonly(),
  }),
  /** Counts hits and their facets, a piece at a time: asked with `next` again and again until it is null. */
  "search.tally": read({
    roles: keepers,
    input: z.object({
      kind: z.enum(["item", "page"]),
      words,
      filter,
      from: z.number().int().nullable().default(null),
    }),
    output: z.object({
      count: z.number().int(),
      years: z.array(share).readonly(),
      matters: z.array(share).readonly(),
      retentions: z.array(share).readonly(),
      states: z.array(share).readonly(),
      next: z.number().int().nullable(),
    }),
  }),
  /** What no search of texts reaches: pages not read yet or not readable, of restricted items (P6), and not indexed yet. */
  "search.state": read({
    roles: keepers,
    input: z.object({}),
    output: z.object({
      waitingPages: z.number().int(),
      unreadablePages: z.number().int(),
      restrictedPages: z.number().int(),
      personalPages: z.number().int(),
      dueItems: z.number().int(),
      duePages: z.number().int(),
    }),
  }),
  /** Where on a page the words stand: four corners each, in pixels of the version that was read; none when another is shown. */
  "search.mark-page": read({
    roles: keepers,
    input: z.object({ pageId, words, likeness: likeness.default("exact") }),
    output: z.object({
      places: z.array(z.tuple([corner, corner, corner, corner]).readonly()).readonly(),
      isOfShownVersion: z.boolean(),
      /** Of the image that is shown, in pixels. */
      width: z.number().int(),
      height: z.number().int(),
    }),
    refusals: ["page-not-found"],
  }),
  /** Empties the index and makes it anew from items and readings; everything else goes on meanwhile. */
  "search.rebuild": task({
    roles: keepers,
    input: z.object({}),
    output: z.object({ items: z.number().int(), pages: z.number().int() }),
    refusals: ["task-cancelled"],
  }),
};
