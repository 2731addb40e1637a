// 扫描件 and 页 — a received file and the pages it brought. Bytes never travel: a page image is app://page/<pageId>/image or /thumbnail.
import { z } from "zod";
import { typedSecurityMark } from "./access.ts";
import { digitalFileId } from "./digital-file.ts";
import { keepers, read, task, write } from "./procedure.ts";

export const scanId = z.string().min(1).brand<"ScanId">();
export type ScanId = z.infer<typeof scanId>;
export const pageId = z.string().min(1).brand<"PageId">();
export type PageId = z.infer<typeof pageId>;

/** Why a page stands neither in the tray nor in an item; it can be brought back. */
export const setAside = z.enum(["", "blank", "separator", "joined", "retaken", "removed"]);
export type SetAside = z.infer<typeof setAside>;

/** 页 — one page image; sizes in pixels, resolution in dots per inch when the file states it (DA/T 31-2017). */
export const page = z
  .object({
    id: pageId,
    scanId,
    sourceName: z.string(),
    sourcePage: z.number().int(),
    /** Number of the version that is shown; its picture is app://page/<pageId>/image?version=<number>. */
    version: z.number().int(),
    width: z.number().int(),
    height: z.number().int(),
    dpi: z.number().int().nullable(),
    colourMode: z.enum(["bitonal", "grey", "colour"]),
    mediaType: z.string(),
    enteredAt: z.iso.datetime(),
    remark: z.string(),
  })
  .readonly();
export type Page = z.infer<typeof page>;

/** What became of one file of a batch: the rest goes on (house 3.5). */
export const scanOutcome = z
  .object({
    path: z.string(),
    outcome: z.enum(["accept", "warn", "reject"]),
    code: z.string(),
    message: z.string(),
    scanId: scanId.nullable(),
    pageIds: z.array(pageId).readonly(),
    /** Given instead of pages when the file is kept as it is. */
    digitalFileId: digitalFileId.nullable(),
  })
  .readonly();
export type ScanOutcome = z.infer<typeof scanOutcome>;

export const scanProcedures = {
  /** Takes files or folders in: pages as pages, born-digital files as they are; a folder is walked, links are not followed. */
  "scan.accept": task({
    roles: keepers,
    input: z.object({ paths: z.array(z.string().min(1)).min(1).max(20_000), securityMark: typedSecurityMark }),
    output: z.object({
      outcomes: z.array(scanOutcome).readonly(),
      acceptedCount: z.number().int(),
      rejectedCount: z.number().int(),
      pageCount: z.number().int(),
      digitalFileCount: z.number().int(),
    }),
    refusals: ["disk-full"],
  }),
  /** 待整理: pages that belong to no item yet, in capture order. */
  "scan.tray": read({
    roles: keepers,
    input: z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ pages: z.array(page).readonly(), total: z.number().int() }),
  }),
  /** Puts pages of the tray away for good, keys and files with them; pages of an item are refused. */
  "scan.discard": write({
    roles: keepers,
    input: z.object({ pageIds: z.array(pageId).min(1).max(5000) }),
    output: z.object({ discardedCount: z.number().int() }),
    refusals: ["page-not-found", "page-in-use", "page-attached"],
  }),
};
