// 保管状态 — where items are now: 在室, 街道代管, 已移交, 借出. It says where a paper is and changes nothing of what it is.
import { z } from "zod";
import { itemId } from "./item.ts";
import { holding } from "./place-of-item.ts";
import { keepers, write } from "./procedure.ts";

export const holdingProcedures = {
  /** Sets the state of many items at once, each to its own. */
  "item.hold": write({
    roles: keepers,
    input: z.object({
      changes: z
        .array(z.object({ id: itemId, holding }))
        .min(1)
        .max(5000),
    }),
    output: z.object({ changedCount: z.number().int() }),
    refusals: ["item-not-found", "item-not-filed"],
  }),
};
