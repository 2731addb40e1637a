// 台账统计 — rows counted for the yearly report. A count that would single somebody out is not given (personal-data P8).
import { z } from "zod";
import { fondsId } from "./fonds.ts";
import { columnKey } from "./ledger-column.ts";
import { ledgerId } from "./ledger.ts";
import { keepers, read, task, write } from "./procedure.ts";

/** A group of fewer persons, its complement, and what would reveal either, is not given. */
export const smallestGroup = 10;

const year = z.number().int().min(1950).max(2200);
const count = z.number().int().nullable();

/** A month, or the column of this part. */
export const countedBy = z.enum(["month", "kind", "grid", "target", "result"]);
export type CountedBy = z.infer<typeof countedBy>;
export const countedByLabel: Record<CountedBy, string> = {
  month: "月份",
  kind: "类别",
  grid: "网格",
  target: "对象",
  result: "结果",
};

/** One line: this year's count and last year's. */
export const countedCell = z
  .object({ value: z.string(), count: z.number().int(), before: z.number().int(), lateCount: z.number().int() })
  .readonly();
export type CountedCell = z.infer<typeof countedCell>;

/** One line of guarded counts, in persons; null is not given. */
export const guardedCell = z.object({ value: z.string(), count }).readonly();
export type GuardedCell = z.infer<typeof guardedCell>;

/** Counts as they were given at a moment: a later one that differs by fewer than ten persons is not. */
export const guardedCount = z
  .object({
    countedAt: z.string(),
    total: count,
    cells: z.array(guardedCell).readonly(),
    /** Rows have changed since, by fewer than ten persons somewhere: what was given before is given again. */
    isHeld: z.boolean(),
  })
  .readonly();
export type GuardedCount = z.infer<typeof guardedCount>;

/** What may be asked of a ledger. */
export const countedLedger = z
  .object({
    ledgerId,
    code: z.string(),
    name: z.string(),
    count: z.number().int(),
    before: z.number().int(),
    lateCount: z.number().int(),
    months: z.array(z.number().int()).length(12).readonly(),
    /** By what its rows may be counted. */
    plain: z.array(countedBy).readonly(),
    /** Columns that are counted in persons, guarded. */
    guarded: z.array(z.object({ key: columnKey, heading: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type CountedLedger = z.infer<typeof countedLedger>;

const unfit = ["ledger-not-found", "statistics-column-unfit"] as const;
const oneColumn = z.object({ ledgerId, column: columnKey, year });

export const ledgerStatisticsProcedures = {
  /** Every ledger of a 全宗 by month, with the year before. */
  "ledger-statistics.overview": read({
    roles: keepers,
    input: z.object({ fondsId, year }),
    output: z.array(countedLedger).readonly(),
  }),
  /** Rows of one ledger; refuses a column that is guarded. */
  "ledger-statistics.count": read({
    roles: keepers,
    input: z.object({ ledgerId, by: countedBy, year }),
    output: z.object({ cells: z.array(countedCell).readonly(), total: countedCell }),
    refusals: [...unfit, "statistics-guarded"],
  }),
  /** Persons by one guarded column of one year, never by two at once; what is given is kept, for the next time. */
  "ledger-statistics.count-guarded": write({
    roles: keepers,
    input: oneColumn,
    output: guardedCount,
    refusals: [...unfit],
  }),
  /** Values only, as they are shown: no formula, no pivot cache, no hidden sheet. Guarded counts as they were given last. */
  "ledger-statistics.export": task({
    roles: keepers,
    input: z.object({
      fondsId,
      year,
      format: z.enum(["xlsx", "csv"]),
      to: z.string().min(1).max(4000),
      mayReplace: z.boolean().default(false),
      of: z.discriminatedUnion("what", [
        z.object({ what: z.literal("overview") }),
        z.object({ what: z.literal("count"), ledgerId, by: countedBy }),
        z.object({ what: z.literal("guarded"), ledgerId, column: columnKey }),
      ]),
    }),
    output: z.object({ path: z.string(), rowCount: z.number().int() }),
    refusals: [
      ...unfit,
      "statistics-guarded",
      "statistics-not-counted",
      "conservation-broken",
      "target-exists",
      "target-not-writable",
      "disk-full",
    ],
  }),
};
