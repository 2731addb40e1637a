// How somebody likes one grid: widths, hidden and frozen columns. Never a filter by a value (personal-data P5).
import { z } from "zod";
import { columnKey } from "./ledger-column.ts";
import { ledgerId } from "./ledger.ts";
import { keepers, read, write } from "./procedure.ts";

export const ledgerLayout = z
  .object({
    /** Pixels at 100 %. */
    widths: z.record(columnKey, z.number().int().min(40).max(800)).readonly().default({}),
    hidden: z.array(columnKey).max(60).readonly().default([]),
    /** Columns from the left that stay in place. */
    frozen: z.number().int().min(0).max(10).default(1),
    rowHeight: z.enum(["low", "middle", "high"]).default("middle"),
  })
  .readonly();
export type LedgerLayout = z.infer<typeof ledgerLayout>;

export const ledgerLayoutProcedures = {
  /** The layout of whoever asks. */
  "ledger.read-layout": read({
    roles: keepers,
    input: z.object({ ledgerId }),
    output: ledgerLayout,
    refusals: ["ledger-not-found"],
  }),
  "ledger.keep-layout": write({
    roles: keepers,
    input: z.object({ ledgerId, layout: ledgerLayout }),
    output: ledgerLayout,
    refusals: ["ledger-not-found"],
  }),
};
