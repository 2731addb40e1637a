// 统计 — what the archive holds, by class (community order 11: a statistics system; product K01). Counted from 件数账, so it
// costs the same for a thousand and for a million items. Nothing here is about a person.
import { z } from "zod";
import { categoryCode, fondsId, matterId } from "./fonds.ts";
import { carrier } from "./place-of-item.ts";
import { keepersAndInspector, read } from "./procedure.ts";
import { retention } from "./retention.ts";

/** What is counted of each group: 件, 页, images, digitised items (at least one image), items in a box. */
export const holdingsCount = z
  .object({
    filed: z.number().int(),
    drafts: z.number().int(),
    excluded: z.number().int(),
    pages: z.number().int(),
    images: z.number().int(),
    digitised: z.number().int(),
    boxed: z.number().int(),
  })
  .readonly();
export type HoldingsCount = z.infer<typeof holdingsCount>;

const grouped = <K extends z.ZodType>(key: K) => z.array(z.object({ key, count: holdingsCount }).readonly()).readonly();

export const statisticsProcedures = {
  "statistics.holdings": read({
    roles: keepersAndInspector,
    input: z.object({
      fondsId: fondsId.optional(),
      category: categoryCode.optional(),
      year: z.number().int().optional(),
    }),
    output: z.object({
      /** Pages, images, digitised and boxed are those of filed items. */
      all: holdingsCount,
      byCategory: grouped(categoryCode),
      /** Newest first; null is not yet settled. */
      byYear: grouped(z.number().int().nullable()),
      /** 永久 first; null is not yet settled. */
      byRetention: grouped(retention.nullable()),
      byMatter: grouped(matterId.nullable()),
      byCarrier: grouped(carrier),
      volumes: z.number().int(),
      groups: z.number().int(),
      boxes: z.number().int(),
    }),
  }),
};
