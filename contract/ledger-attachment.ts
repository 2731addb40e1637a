// 台账附件 — pages and whole items that prove a row, seen from both sides (personal-data P4–P6).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { itemId } from "./item.ts";
import { ledgerRow, ledgerRowId } from "./ledger-row.ts";
import { ledgerId, ledgerPeriod } from "./ledger.ts";
import { keepers, read, write } from "./procedure.ts";
import { pageId } from "./scan.ts";

/** Papers one row may have. */
export const mostAttachments = 500;

/** What proves a row: a page of the tray or of an item, or an item as a whole (its photos, a volume's item). */
export const ledgerAttachment = z
  .object({
    kind: z.enum(["page", "item"]),
    /** The page; null for an item. */
    pageId: pageId.nullable(),
    /** The item, or the one its page has come to lie in; null while the page lies in the tray. */
    itemId: itemId.nullable(),
    /** Title of the item, its neutral title when it is restricted (P6); in the tray the name of the file. */
    title: z.string(),
    archivalCode: z.string(),
    /** Place of the page in its item from 1; 0 in the tray and for an item. */
    pageNumber: z.number().int(),
    pageCount: z.number().int(),
    /** Shown small: app://page/<id>/thumbnail. Null where there is no image, and for restricted items. */
    thumbnail: z.object({ pageId, version: z.number().int() }).readonly().nullable(),
    /** 扫描时间: when the page, of an item its first one, was captured; null without an image. */
    capturedAt: z.iso.datetime().nullable(),
    /** 文件日期 of the item; blank in the tray. */
    documentDate: archivalDate,
    attachedAt: z.iso.datetime(),
    isRestricted: z.boolean(),
  })
  .readonly();
export type LedgerAttachment = z.infer<typeof ledgerAttachment>;

/** 待附的页: a page that waits in the tray, as it is offered to a row. */
export const trayPaper = z
  .object({
    pageId,
    sourceName: z.string(),
    /** Its place in the file it came in, from 1. */
    sourcePage: z.number().int(),
    /** Shown small; null for a page noticed as personal (P6). */
    thumbnail: z.object({ pageId, version: z.number().int() }).readonly().nullable(),
    capturedAt: z.iso.datetime(),
    isPersonal: z.boolean(),
    /** Whether it lies on this row already. */
    isAttached: z.boolean(),
  })
  .readonly();
export type TrayPaper = z.infer<typeof trayPaper>;

/** A row that an item proves: where it stands and nothing of what it says. `period` is null while its date is not known. */
export const attachedRow = z
  .object({
    ledgerId,
    ledgerName: z.string(),
    period: ledgerPeriod.nullable(),
    rowId: ledgerRowId,
    /** 行号: its number in the ledger (seq). */
    rowNumber: z.number().int(),
    attachedAt: z.iso.datetime(),
  })
  .readonly();
export type AttachedRow = z.infer<typeof attachedRow>;

const papers = z
  .object({
    rowId: ledgerRowId,
    pageIds: z.array(pageId).max(mostAttachments).default([]),
    itemIds: z.array(itemId).max(mostAttachments).default([]),
  })
  .refine(({ pageIds, itemIds }) => pageIds.length + itemIds.length > 0, "no paper");
const written = z.object({ row: ledgerRow });
const rowRefusals = ["ledger-row-not-found", "ledger-not-open", "ledger-row-removed", "ledger-row-restricted"] as const;

export const ledgerAttachmentProcedures = {
  /** What proves one row, in the order it was attached; what this person may not see (党务) is left out. */
  "ledger.attachments": read({
    roles: keepers,
    input: z.object({ rowId: ledgerRowId }),
    output: z.array(ledgerAttachment).readonly(),
    refusals: ["ledger-row-not-found"],
  }),
  /** 待整理 beside a row: what was scanned last stands first. Nothing is said of other rows a page lies on (P4). */
  "ledger.tray": read({
    roles: keepers,
    input: z.object({
      rowId: ledgerRowId,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ pages: z.array(trayPaper).readonly(), total: z.number().int() }),
    refusals: ["ledger-row-not-found"],
  }),
  /** Attaches papers to a row, all of them or none; one that is attached already stays as it is. */
  "ledger.attach": write({
    roles: keepers,
    input: papers,
    output: written,
    refusals: [...rowRefusals, "page-not-found", "item-not-found", "attachment-limit"],
  }),
  /** Takes papers off a row; they stay where they lie. */
  "ledger.detach": write({
    roles: keepers,
    input: papers,
    output: written,
    refusals: [...rowRefusals, "attachment-not-found"],
  }),
  /**
   * The rows one item, or a page of it, proves: ledger, period and number, never a word of a row. An item that is restricted or has
   * pages noticed as personal tells how many and no more: it speaks of a person, and her rows are not gathered (P4, P5). So does one
   * whose rows, in several ledgers, name one person, address or household.
   */
  "ledger.rows-of-item": read({
    roles: keepers,
    input: z.object({ itemId }),
    output: z.object({
      rowCount: z.number().int(),
      isCountOnly: z.boolean(),
      rows: z.array(attachedRow).readonly(),
    }),
    refusals: ["item-not-found"],
  }),
};
