// 检索 — items by words; a restricted item is found by 档号 or title only (personal-data P5, P6).
import { z } from "zod";
import { itemRow } from "./item.ts";
import { keepers, read } from "./procedure.ts";

export const searchProcedures = {
  "search.find": read({
    roles: keepers,
    input: z.object({
      words: z.string().max(200),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(itemRow).readonly(),
      /** Counted up to 1,000; hasMore says that there are more. */
      total: z.number().int(),
      hasMore: z.boolean(),
      restrictedCount: z.number().int(),
    }),
  }),
};
