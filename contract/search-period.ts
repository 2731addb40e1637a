// 检索 of ledger periods: name, period and how many rows. Never a word of a row, never a person (personal-data P5).
import { z } from "zod";
import { fondsId } from "./fonds.ts";
import { ledgerId, ledgerPeriod } from "./ledger.ts";
import { keepers, read } from "./procedure.ts";

/** One period of a ledger that was found. */
export const periodHit = z
  .object({
    fondsId,
    ledgerId,
    ledgerName: z.string(),
    period: ledgerPeriod,
    rowCount: z.number().int(),
    lateCount: z.number().int(),
    /** How often it was frozen; 档号 of the last one once it is filed. */
    freezeCount: z.number().int(),
    archivalCode: z.string(),
  })
  .readonly();
export type PeriodHit = z.infer<typeof periodHit>;

export const searchPeriodProcedures = {
  /** 「走访 11月」, 「走访慰问 2026年第4季度」: periods that hold rows, newest first, at most 50; words that name no ledger find none. */
  "search.find-periods": read({
    roles: keepers,
    input: z.object({ words: z.string().max(200) }),
    output: z.array(periodHit).readonly(),
  }),
};
