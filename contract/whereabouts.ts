// 何处 — where one item lies and what it was called before: 盒, 柜-层-位, 原档号.
import { z } from "zod";
import { itemId } from "./item.ts";
import { keepers, read } from "./procedure.ts";

export const whereabouts = z
  .object({
    /** 盒号 in its class; null while it lies in no box. */
    boxNumber: z.number().int().nullable(),
    /** 「第 3 柜第 2 层第 5 位 盒 5」, or the box alone while it stands nowhere. */
    shelf: z.string(),
    /** 原档号, oldest first, each with the reason it was given up. */
    formerCodes: z
      .array(z.object({ archivalCode: z.string(), until: z.string(), reason: z.string() }).readonly())
      .readonly(),
  })
  .readonly();
export type Whereabouts = z.infer<typeof whereabouts>;

export const whereaboutsProcedures = {
  "item.whereabouts": read({
    roles: keepers,
    input: z.object({ id: itemId }),
    output: whereabouts,
    refusals: ["item-not-found"],
  }),
};
