// 清点 — what should be on the shelf, against what is.
import { z } from "zod";
import { categoryCode, fondsId } from "./fonds.ts";
import { itemId } from "./item.ts";
import { boxId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay } from "./whole-day.ts";

const id = z.string().min(1);
const result = z.enum(["", "found", "missing", "misplaced"]);

export const stockTake = z
  .object({
    id,
    kind: z.enum(["full", "random"]),
    scope: z.string(),
    startedOn: z.string(),
    takenBy: z.string(),
    state: z.enum(["open", "frozen"]),
    frozenAt: z.string().nullable(),
    note: z.string(),
    lineCount: z.number().int(),
    foundCount: z.number().int(),
    missingCount: z.number().int(),
    misplacedCount: z.number().int(),
    openCount: z.number().int(),
  })
  .readonly();
export type StockTake = z.infer<typeof stockTake>;

/** One thing to find. Titles of restricted items are the neutral ones (P6). */
export const stockTakeLine = z
  .object({
    itemId,
    position: z.number().int(),
    archivalCode: z.string(),
    title: z.string(),
    expectedPlace: z.string(),
    result,
    foundPlace: z.string(),
  })
  .readonly();
export type StockTakeLine = z.infer<typeof stockTakeLine>;

export const stockTakeProcedures = {
  "stock-take.list": read({ roles: keepers, input: z.object({}), output: z.array(stockTake).readonly() }),
  "stock-take.lines": read({
    roles: keepers,
    input: z.object({ id }),
    output: z.object({ stockTake, lines: z.array(stockTakeLine).readonly() }),
    refusals: ["custody-record-missing"],
  }),
  /** Makes the list to find: filed things of paper that should be in the room, in the order of the shelves. */
  "stock-take.begin": write({
    roles: keepers,
    input: z.object({
      fondsId,
      category: categoryCode.optional(),
      year: z.number().int().optional(),
      boxIds: z.array(boxId).max(2000).optional(),
      /** A random sample of so many; all when left out. */
      sample: z.number().int().min(1).max(10_000).optional(),
      startedOn: wholeDay,
      takenBy: z.string().trim().min(1).max(40),
    }),
    output: stockTake,
    refusals: ["fonds-not-found", "date-in-future", "stock-take-empty"],
  }),
  "stock-take.tick": write({
    roles: keepers,
    input: z.object({
      id,
      ticks: z
        .array(z.object({ itemId, result, foundPlace: z.string().trim().max(100).default("") }))
        .min(1)
        .max(10_000),
    }),
    output: stockTake,
    refusals: ["custody-record-missing", "stock-take-frozen", "item-not-found"],
  }),
  /** Closes the list for good; every line must have been looked for. */
  "stock-take.freeze": write({
    roles: keepers,
    input: z.object({ id, note: z.string().trim().max(1000).default("") }),
    output: stockTake,
    refusals: ["custody-record-missing", "stock-take-frozen", "stock-take-unfinished"],
  }),
  "stock-take.drop": write({
    roles: keepers,
    input: z.object({ id }),
    output: z.object({}),
    refusals: ["custody-record-missing", "stock-take-frozen"],
  }),
};
