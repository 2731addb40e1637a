// The rows of one ledger in the order asked for: sorted, filtered, found, looked up. Never by what names a person (P3–P5).
import { z } from "zod";
import { columnKey, type LedgerColumn } from "./ledger-column.ts";
import { ledgerRow } from "./ledger-row.ts";
import { ledgerId, ledgerPeriod } from "./ledger.ts";
import { isProxy } from "./nearness.ts";
import { keepers, read } from "./procedure.ts";

const words = z.string().max(200);

/**
 * One condition on a column. `between` takes amounts for numbers and money, and for dates YYYY, YYYY-MM or YYYY-MM-DD, both ends
 * included; "" leaves an end open. `contains` takes no notice of width, case and blanks.
 */
export const cellFilter = z.discriminatedUnion("how", [
  z.object({ how: z.literal("is"), column: columnKey, value: words }),
  z.object({ how: z.literal("one-of"), column: columnKey, values: z.array(words).min(1).max(200).readonly() }),
  z.object({ how: z.literal("contains"), column: columnKey, words: words.min(1) }),
  z.object({ how: z.literal("between"), column: columnKey, from: words.default(""), to: words.default("") }),
  z.object({ how: z.literal("empty"), column: columnKey }),
  z.object({ how: z.literal("filled"), column: columnKey }),
]);
export type CellFilter = z.infer<typeof cellFilter>;

/** Which rows are meant; all conditions hold at once, null leaves one out. */
export const rowFilter = z
  .object({
    cells: z.array(cellFilter).max(20).readonly().default([]),
    /** Rows whose 发生日期 lies in it as far as it is known. */
    period: ledgerPeriod.nullable().default(null),
    /** 补录. */
    isLate: z.boolean().nullable().default(null),
    hasAttachment: z.boolean().nullable().default(null),
    /** The removed rows instead of those that stand. */
    isRemoved: z.boolean().default(false),
  })
  .readonly();
export type RowFilter = z.infer<typeof rowFilter>;

/** Sorted by the first, and where it is equal by the next; rows without a value come last. Without any: as they were entered. */
export const rowSort = z
  .array(z.object({ column: columnKey, isDescending: z.boolean().default(false) }).readonly())
  .max(3)
  .readonly();
export type RowSort = z.infer<typeof rowSort>;

/** Digits that name a person or her account are no order either: an order tells the first digits (personal-data P3). */
const namesByDigits = new Set(["phone", "idNumber", "account"]);
const isOfPerson = new Set(["person", "household", "address"]);
const hasNoOrder = new Set(["attachment", "longText"]);

type Asked = Pick<LedgerColumn, "heading" | "kind" | "personal" | "rules">;

/** Whether rows may be put in the order of this column: of personal columns only by name, and of none that stands in for a people. */
export function maySort(column: Asked): boolean {
  const { kind, personal, rules } = column;
  if (isProxy(column)) return false;
  if (personal === "sensitive" || hasNoOrder.has(kind) || namesByDigits.has(rules.format)) return false;
  return personal === "none"
    ? kind !== "household" && kind !== "address"
    : kind === "person" || (kind === "text" && rules.format === "plain");
}

/** Whether rows may be filtered, and words found, by this column: never by what names a person or stands in for a people. */
export function mayFilter(column: Asked): boolean {
  const { kind, personal, rules } = column;
  if (isProxy(column)) return false;
  return personal === "none" && kind !== "attachment" && !isOfPerson.has(kind) && !namesByDigits.has(rules.format);
}

const which = { ledgerId, filter: rowFilter.prefault({}), sort: rowSort.default([]) };

export const ledgerOrderProcedures = {
  /** The numbers (seq) of the rows in order: all of them at once, so that the grid knows its length. */
  "ledger.order": read({
    roles: keepers,
    input: z.object(which),
    output: z.object({ seqs: z.array(z.number().int()).readonly() }),
    refusals: ["ledger-not-found", "filter-refused"],
  }),
  /** Rows of one ledger by number, in the order asked; one that is gone is missing. */
  "ledger.rows": read({
    roles: keepers,
    input: z.object({ ledgerId, seqs: z.array(z.number().int()).max(500) }),
    output: z.array(ledgerRow).readonly(),
    refusals: ["ledger-not-found"],
  }),
  /**
   * 查找: the next cell that holds these words, in the shown order after (or before) the cell `from`, round the end; only in columns
   * that may be filtered. `place` is its place in the order, `total` the number of rows that have the words.
   */
  "ledger.find": read({
    roles: keepers,
    input: z.object({
      ...which,
      words: z.string().trim().min(1).max(100),
      from: z.object({ seq: z.number().int(), column: columnKey.nullable() }).nullable().default(null),
      isBackward: z.boolean().default(false),
    }),
    output: z.object({
      hit: z.object({ seq: z.number().int(), column: columnKey, place: z.number().int() }).nullable(),
      total: z.number().int(),
    }),
    refusals: ["ledger-not-found", "filter-refused"],
  }),
  /**
   * 查人: rows of one ledger that name a person by name, its pinyin (syllables or initials), or a whole ID, phone or account number;
   * at most twenty, newest first. What was typed is kept nowhere (personal-data P5).
   */
  "ledger.lookup": read({
    roles: keepers,
    input: z.object({ ledgerId, words: z.string().trim().min(2).max(40) }),
    output: z.object({ rows: z.array(ledgerRow).max(20).readonly(), isCut: z.boolean() }),
    refusals: ["ledger-not-found"],
  }),
};
