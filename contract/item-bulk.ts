// 批量著录 — the same words for many items at once, each previewed by the window before; all of them or none.
import { z } from "zod";
import { itemFields, itemFilter, itemId } from "./item.ts";
import { keepers, read, write } from "./procedure.ts";

/** As many as one change may touch. */
export const mostAtOnce = 2000;

const change = z.object({ id: itemId, revision: z.number().int(), fields: itemFields.unwrap().partial() });

export const itemBulkProcedures = {
  /** Ids and revisions of what a filter shows, in the order of entry: what "all of these" means. */
  "item.marks": read({
    roles: keepers,
    input: z.object({ filter: itemFilter }),
    output: z.object({
      marks: z.array(z.object({ id: itemId, revision: z.number().int() })).readonly(),
      /** True when there are more than may be changed at once. */
      isCut: z.boolean(),
    }),
  }),
  /** One refusal keeps all of them as they were; it names the item it came from. */
  "item.describe-each": write({
    roles: keepers,
    input: z.object({ changes: z.array(change).min(1).max(mostAtOnce) }),
    output: z.object({ count: z.number().int() }),
    refusals: [
      "item-not-found",
      "item-filed",
      "year-closed",
      "item-changed-meanwhile",
      "fonds-not-found",
      "fonds-closed",
      "matter-not-found",
      "matter-closed",
      "schedule-row-not-found",
      "term-under-minimum",
    ],
  }),
};
