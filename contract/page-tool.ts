// 页面处理 — what is done to the pages beside their image: clean-up, order, setting aside, splitting, joining, retaking.
// The image as received never changes (DA/T 31-2017, 图像处理); every step here has its way back.
import { z } from "zod";
import { imageRecipe, sheetCorners } from "./derivative.ts";
import { itemId } from "./item.ts";
import { keepers, read, task, write } from "./procedure.ts";
import { page, pageId, setAside } from "./scan.ts";

/** Pages worked on in one go. */
export const pagesAtOnce = 5000;

/** One state of a page's image: as received, or made of another. */
export const pageVersion = z
  .object({
    number: z.number().int().min(1),
    kind: z.enum(["original", "rendition", "derivative"]),
    /** The version the recipe started from; null for what was received. */
    madeFrom: z.number().int().nullable(),
    madeAt: z.string(),
    madeBy: z.string(),
    recipe: z.union([imageRecipe, z.tuple([])]),
    width: z.number().int(),
    height: z.number().int(),
    dpi: z.number().int().nullable(),
    colourMode: page.unwrap().shape.colourMode,
    /** Bytes of the image. */
    size: z.number().int(),
    isShown: z.boolean(),
  })
  .readonly();
export type PageVersion = z.infer<typeof pageVersion>;

/** What became of one page of many. */
export const processOutcome = z
  .object({
    pageId,
    /** The version that is shown now; null when the page was refused. */
    number: z.number().int().nullable(),
    code: z.string(),
    message: z.string(),
  })
  .readonly();
export type ProcessOutcome = z.infer<typeof processOutcome>;

/** Where a page stood: in the tray, set aside, or in an item; what a way back puts it to. */
export const pagePlace = z
  .object({
    pageId,
    itemId: itemId.nullable(),
    partNumber: z.number().int().nullable(),
    position: z.number().int().nullable(),
    setAside,
    /** The page of the tray it stood after; null for the first, and for a page that is not in the tray. */
    after: pageId.nullable(),
    shownVersion: z.number().int(),
  })
  .readonly();
export type PagePlace = z.infer<typeof pagePlace>;

const pageIds = z.array(pageId).min(1).max(pagesAtOnce);
const documentId = z.string().min(1);
const rectangle = z.object({
  left: z.number().int(),
  top: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});
const making = [
  "page-not-found",
  "version-not-found",
  "page-filed",
  "year-closed",
  "disk-full",
  "image-damaged",
  "page-too-large",
  "crop-outside",
  "corners-unusable",
  "join-unlike",
  "helper-limit",
] as const;

export const pageToolProcedures = {
  /**
   * One recipe on many pages, each from the version named (null: the shown one). A page is durable when it is done; a run
   * that was stopped is asked again as it was, and what is done already is not made twice.
   */
  "page.process": task({
    roles: keepers,
    input: z.object({
      pages: z
        .array(z.object({ pageId, from: z.number().int().min(1).nullable().default(null) }))
        .min(1)
        .max(pagesAtOnce),
      recipe: imageRecipe,
    }),
    output: z.object({
      outcomes: z.array(processOutcome).readonly(),
      doneCount: z.number().int(),
      refusedCount: z.number().int(),
      /** True when it was stopped before the last page. */
      isCut: z.boolean(),
    }),
    refusals: ["page-not-found", "page-filed", "year-closed", "disk-full"],
  }),
  /** What a recipe would make, to look at (app://document/<id>); nothing is kept of it. */
  "page.preview": task({
    roles: keepers,
    input: z.object({
      pageId,
      from: z.number().int().min(1).nullable().default(null),
      recipe: imageRecipe,
      /** Long side of the look, pixels. */
      side: z.number().int().min(200).max(4000).default(1600),
    }),
    output: z.object({
      documentId,
      width: z.number().int(),
      height: z.number().int(),
      recipe: imageRecipe,
    }),
    refusals: making,
  }),
  /** What may be proposed of a page: slant, edge of the sheet, fold. */
  "page.measure": task({
    roles: keepers,
    input: z.object({ pageId }),
    output: z.object({
      /** Version that was measured. */
      number: z.number().int(),
      degrees: z.number(),
      crop: rectangle.nullable(),
      corners: sheetCorners.nullable(),
      fold: z.number(),
    }),
    refusals: ["page-not-found", "image-damaged", "page-too-large", "helper-limit"],
  }),
  /** All versions of a page, and what each was made of; each is seen as app://page/<id>/image?version=<number>. */
  "page.versions": read({
    roles: keepers,
    input: z.object({ pageId }),
    output: z.object({ versions: z.array(pageVersion).readonly(), setAside }),
    refusals: ["page-not-found"],
  }),
  /** Shows other versions: back to what was received, or forward again. */
  "page.show-version": write({
    roles: keepers,
    input: z.object({
      pages: z
        .array(z.object({ pageId, number: z.number().int().min(1) }))
        .min(1)
        .max(pagesAtOnce),
    }),
    output: z.object({ changedCount: z.number().int() }),
    refusals: ["page-not-found", "version-not-found", "page-filed", "year-closed"],
  }),
  /** 搁置: out of the tray, or out of an item that is not filed; kept, and listed by page.aside. */
  "page.set-aside": write({
    roles: keepers,
    input: z.object({ pageIds, reason: setAside.exclude([""]) }),
    output: z.object({ setAsideCount: z.number().int() }),
    refusals: ["page-not-found", "page-filed", "year-closed"],
  }),
  /** Pages set aside go back to the tray. */
  "page.bring-back": write({
    roles: keepers,
    input: z.object({ pageIds }),
    output: z.object({ broughtCount: z.number().int() }),
    refusals: ["page-not-found"],
  }),
  /** 已搁置的页, the newest first. */
  "page.aside": read({
    roles: keepers,
    input: z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      pages: z.array(page.unwrap().extend({ setAside }).readonly()).readonly(),
      total: z.number().int(),
    }),
  }),
  /** Pages of the tray in another order: all of them right after a page, or at the very beginning (null). */
  "page.move": write({
    roles: keepers,
    input: z.object({ pageIds, after: pageId.nullable() }),
    output: z.object({ movedCount: z.number().int() }),
    refusals: ["page-not-found", "page-not-in-tray"],
  }),
  /** 插入: what is taken in next stands right after this page, until null is given or the archive is closed. */
  "page.insert-after": task({
    roles: keepers,
    input: z.object({ pageId: pageId.nullable() }),
    output: z.object({ pageId: pageId.nullable() }),
    refusals: ["page-not-found", "page-not-in-tray"],
  }),
  /** The page after which new ones are placed now; null when they go to the end. */
  "page.insertion": read({
    roles: keepers,
    input: z.object({}),
    output: z.object({ pageId: pageId.nullable() }),
  }),
  /** 双页切分: one scan of a spread becomes two pages, one after the other. `at` is the fold, null as measured. */
  "page.split": task({
    roles: keepers,
    input: z.object({ pageId, at: z.number().min(0.2).max(0.8).nullable() }),
    output: z.object({ pageIds: z.tuple([pageId, pageId]), at: z.number() }),
    refusals: making,
  }),
  /** 拼接: the other page set to the right of this one or below it; the other is set aside as joined. */
  "page.join": task({
    roles: keepers,
    input: z.object({ pageId, otherId: pageId, side: z.enum(["right", "below"]) }),
    output: z.object({ pageId, number: z.number().int() }),
    refusals: [...making, "page-in-other-item", "page-set-aside"],
  }),
  /** 重拍: a page of the tray takes the place of another, in the tray or in an item; the other is set aside as retaken. */
  "page.replace": write({
    roles: keepers,
    input: z.object({ pageId, replaces: pageId }),
    output: z.object({ pageId }),
    refusals: ["page-not-found", "page-filed", "year-closed", "page-not-in-tray", "page-set-aside", "join-unlike"],
  }),
  /** The way back of the acts above: pages stand where they stood, pages that came of it are gone. */
  "page.put-back": write({
    roles: keepers,
    input: z.object({
      places: z.array(pagePlace).max(pagesAtOnce),
      /** Items touched, as they were left: worked on since, they are not put back. */
      items: z.array(z.object({ id: itemId, revision: z.number().int() })).max(pagesAtOnce),
      /** Pages that came of the act, with the place they were given. */
      drop: z.array(pagePlace).max(2).default([]),
    }),
    output: z.object({ placedCount: z.number().int() }),
    refusals: ["page-not-found", "page-filed", "year-closed", "undo-stale"],
  }),
};
