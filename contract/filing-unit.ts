// 整理单元 — the lowest class in which numbers run without gaps: 全宗 × 门类 × 年度 × 保管期限 × 机构(问题) (DA/T 22-2015, 5.2–5.4).
import { z } from "zod";
import { categoryCode, fondsId, matter } from "./fonds.ts";
import { itemId } from "./item.ts";
import { keepers, keepersAndInspector, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";

export const filingUnitId = z.string().min(1).brand<"FilingUnitId">();
export type FilingUnitId = z.infer<typeof filingUnitId>;

/** One filing unit with what it holds. */
export const filingUnit = z
  .object({
    id: filingUnitId,
    fondsId,
    category: categoryCode,
    year: z.number().int(),
    retention,
    matter: matter.nullable(),
    itemCount: z.number().int(),
    pageSum: z.number().int(),
    firstCode: z.string(),
    lastCode: z.string(),
  })
  .readonly();
export type FilingUnit = z.infer<typeof filingUnit>;

/** What stands in the way of filing one item. */
export const filingProblem = z
  .object({
    itemId,
    title: z.string(),
    code: z.enum([
      "title-missing",
      "creator-missing",
      "date-missing",
      "date-after-year",
      "retention-missing",
      "matter-missing",
      "pages-missing",
      "neutral-title-missing",
    ]),
    message: z.string(),
  })
  .readonly();
export type FilingProblem = z.infer<typeof filingProblem>;

/** One line of the preview: the number an item would get, or has already. */
export const plannedItem = z
  .object({
    itemId,
    title: z.string(),
    documentDate: z.string(),
    pageCount: z.number().int(),
    itemNumber: z.number().int(),
    archivalCode: z.string(),
    isNew: z.boolean(),
  })
  .readonly();
export const plannedUnit = z
  .object({ retention, matter: matter.nullable(), items: z.array(plannedItem).readonly() })
  .readonly();
export type PlannedUnit = z.infer<typeof plannedUnit>;

const scope = z.object({ fondsId, category: categoryCode.default("WS"), year: z.number().int() });

export const filingUnitProcedures = {
  /** Years that have drafts or filed items, with counts. */
  "filing.years": read({
    roles: keepers,
    input: z.object({ fondsId, category: categoryCode.default("WS") }),
    output: z
      .array(
        z.object({ year: z.number().int().nullable(), draftCount: z.number().int(), filedCount: z.number().int() }),
      )
      .readonly(),
  }),
  "filing.preview": read({
    roles: keepers,
    input: scope,
    output: z.object({
      units: z.array(plannedUnit).readonly(),
      problems: z.array(filingProblem).readonly(),
      newCount: z.number().int(),
      /** Names exactly this plan; a commit under another plan is refused. */
      planDigest: z.string(),
    }),
    refusals: ["fonds-not-found", "archival-code-template-invalid"],
  }),
  "filing.commit": write({
    roles: keepers,
    input: scope.extend({ planDigest: z.string() }),
    output: z.object({
      filedCount: z.number().int(),
      units: z.array(filingUnit).readonly(),
    }),
    refusals: ["fonds-not-found", "filing-preview-stale", "filing-not-ready", "archival-code-taken"],
  }),
  "filing.units": read({
    roles: keepersAndInspector,
    input: z.object({ fondsId: fondsId.optional(), year: z.number().int().optional() }),
    output: z.array(filingUnit).readonly(),
  }),
};
