// 检索 — items by words; a restricted item is found by 档号 or title only (personal-data P5, P6).
import { z } from "zod";
import { itemRow } from "./item.ts";
import { keepers, read } from "./procedure.ts";

export const searchProcedures = {
  /** Items by words; words that name a place (3-2-5, 柜3层2) where boxes stand find what lies in these. */
  "search.find": read({
    roles: keepers,
    input: z.object({
      words: z.string().max(200),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      /** Each with where it stands: 「第 3 柜第 2 层第 5 位 盒 5」, blank when it lies in no box. */
      rows: z.array(itemRow.unwrap().extend({ shelf: z.string() }).readonly()).readonly(),
      /** Counted up to 1,000; hasMore says that there are more. */
      total: z.number().int(),
      hasMore: z.boolean(),
      restrictedCount: z.number().int(),
    }),
  }),
};
