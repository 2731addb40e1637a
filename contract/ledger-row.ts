// 台账行 — one happening, person or thing in a ledger. Every value is text in one canonical shape, so that no digit is ever lost.
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { columnKey } from "./ledger-column.ts";
import { ledgerId } from "./ledger.ts";

export const ledgerRowId = z.string().min(1).max(64).brand<"LedgerRowId">();
export type LedgerRowId = z.infer<typeof ledgerRowId>;

/**
 * A value by the kind of its column; "" is empty. number and money: decimal digits with a point ("1234.50"); date: YYYY, YYYY-MM
 * or YYYY-MM-DD; yesNo: "是" or "否"; tags: joined by "、"; person, household, item: the words shown, with the id in `links`.
 */
export const cellValue = z.string().max(4000);
export const rowCells = z.record(columnKey, cellValue).readonly();
export type RowCells = z.infer<typeof rowCells>;

/** Residents, households and items that cells name, by column key. */
export const rowLinks = z.record(columnKey, z.string().max(64)).readonly();
export type RowLinks = z.infer<typeof rowLinks>;

export const ledgerRow = z
  .object({
    id: ledgerRowId,
    /** Ever rising; the order rows were entered in. */
    seq: z.number().int(),
    ledgerId,
    /** 发生日期; blank while nobody has said it. */
    occurredOn: archivalDate,
    /** 填写时间: when it was first written down. */
    enteredAt: z.iso.datetime(),
    /** 补录: written down later than the ledger allows. */
    isLate: z.boolean(),
    /** Without the values of sensitive columns. */
    cells: rowCells,
    links: rowLinks,
    /** Sensitive columns that hold a value: shown as ●●●●. */
    masked: z.array(columnKey).readonly(),
    attachmentCount: z.number().int(),
    revision: z.number().int(),
    isRemoved: z.boolean(),
    /** 限制处理 (P9): shown, not changed, not put out. */
    isRestricted: z.boolean(),
  })
  .readonly();
export type LedgerRow = z.infer<typeof ledgerRow>;
