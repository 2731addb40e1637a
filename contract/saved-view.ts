// 常用筛选 — a filter of the item list under a name. Classes and states only: words that were searched are not kept (P5).
import { z } from "zod";
import { itemFilter } from "./item.ts";
import { keepers, read, write } from "./procedure.ts";

export const savedViewId = z.string().min(1).brand<"SavedViewId">();
export type SavedViewId = z.infer<typeof savedViewId>;

const viewFilter = itemFilter.unwrap().omit({ words: true }).strict().readonly();
export const itemOrder = z.enum(["entered", "code", "date", "title"]);

export const savedView = z
  .object({ id: savedViewId, name: z.string().trim().min(1).max(40), filter: viewFilter, order: itemOrder })
  .readonly();
export type SavedView = z.infer<typeof savedView>;

export const savedViewProcedures = {
  "saved-view.list": read({ roles: keepers, input: z.object({}), output: z.array(savedView).readonly() }),
  /** Keeps a view; under a name that is there already it takes its place. */
  "saved-view.keep": write({
    roles: keepers,
    input: savedView.unwrap().omit({ id: true }),
    output: savedView,
    refusals: ["field-refused"],
  }),
  "saved-view.drop": write({
    roles: keepers,
    input: z.object({ id: savedViewId }),
    output: z.object({}),
    refusals: ["saved-view-not-found"],
  }),
};
