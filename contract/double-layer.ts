// 双层 PDF 和 OFD (DA/T 77-2019; PDF/A-2b; GB/T 33190-2016): page images with their recognised text lying unseen over them.
import { z } from "zod";
import { itemId } from "./item.ts";
import { keepers, read, task } from "./procedure.ts";

export const doubleLayerFormat = z.enum(["pdf", "ofd"]);
export type DoubleLayerFormat = z.infer<typeof doubleLayerFormat>;

/** each: a file an item, named by its 档号 (DA/T 31-2017); one: all of them in one file, with bookmarks. */
export const doubleLayerArrangement = z.enum(["each", "one"]);
export type DoubleLayerArrangement = z.infer<typeof doubleLayerArrangement>;

/** Items in one run. */
export const mostDoubleLayerItems = 5000;

/** What became of one item; a restricted one is named by its 档号 and neutral title alone (P6). */
export const doubleLayerOutcome = z
  .object({
    itemId,
    /** 档号, or 未归档 and a number. */
    label: z.string(),
    title: z.string(),
    outcome: z.enum(["written", "left-out", "failed"]),
    /** "ok" or the refusal. */
    code: z.string(),
    message: z.string(),
    /** Files in which its pages lie. */
    paths: z.array(z.string()).readonly(),
    pageCount: z.number().int(),
    /** Of them without text: not yet read, or 未能识别. */
    unreadPageCount: z.number().int(),
  })
  .readonly();
export type DoubleLayerOutcome = z.infer<typeof doubleLayerOutcome>;

const items = z.array(itemId).min(1).max(mostDoubleLayerItems);

export const doubleLayerProcedures = {
  /** What would leave, what stays and why. */
  "double-layer.plan": read({
    roles: keepers,
    input: z.object({ itemIds: items }),
    output: z.object({
      /** Items that leave, with their pages; of those, pages without text. */
      itemCount: z.number().int(),
      pageCount: z.number().int(),
      unreadPageCount: z.number().int(),
      bytes: z.number().int(),
      /** Items that stay: restricted, with pages that look personal and were not judged yet, without any page. */
      restrictedCount: z.number().int(),
      unjudgedCount: z.number().int(),
      pagelessCount: z.number().int(),
      /** Digital files of the items that leave: they are no pages and stay. */
      digitalFileCount: z.number().int(),
    }),
  }),
  /**
   * Writes PDF/A-2b or OFD files into a folder, reads each again (page count, text and picture of every page) and only
   * then gives it its name. A restricted item leaves in no form (P6, P12). One item failing stops no other; what all
   * share (a full disk, a lost folder) ends the run, and files finished before stay.
   */
  "double-layer.write": task({
    roles: keepers,
    input: z.object({
      itemIds: items,
      format: doubleLayerFormat,
      arrangement: doubleLayerArrangement.default("each"),
      /** An existing folder. */
      into: z.string().min(1),
      /** Name of the one file without its ending; blank = the first 档号 and how many. */
      name: z.string().trim().max(80).default(""),
    }),
    output: z.object({
      outcomes: z.array(doubleLayerOutcome).readonly(),
      fileCount: z.number().int(),
      writtenCount: z.number().int(),
      pageCount: z.number().int(),
      unreadPageCount: z.number().int(),
      leftOutCount: z.number().int(),
      failedCount: z.number().int(),
    }),
    refusals: [
      "double-layer-empty",
      "double-layer-restricted",
      "double-layer-unjudged",
      "item-without-pages",
      "item-changed-meanwhile",
      "page-not-found",
      "digital-file-damaged",
      "image-damaged",
      "image-too-large",
      "helper-limit",
      "double-layer-unlike",
      "target-exists",
      "target-not-writable",
      "target-lost",
      "target-file-limit",
      "disk-full",
      "task-cancelled",
    ],
  }),
};
