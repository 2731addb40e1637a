// 分类方案 — how a fonds is classed: the order of its levels and the 门类 it uses, in versions (DA/T 22-2015, 5.2). One fonds
// keeps one stable scheme; a change begins with a year that has nothing filed yet, and years before keep theirs.
import { z } from "zod";
import { categoryCode, fondsId } from "./fonds.ts";
import { everybody, keepers, read, write } from "./procedure.ts";

export const schemeId = z.string().min(1).brand<"SchemeId">();
export type SchemeId = z.infer<typeof schemeId>;

/** 年度–保管期限–机构(问题), 年度–机构(问题)–保管期限, or in two levels 年度–保管期限 (DA/T 22-2015, 5.2). */
export const levelOrder = z.enum(["year-retention-matter", "year-matter-retention", "year-retention"]);
export type LevelOrder = z.infer<typeof levelOrder>;
export const levelOrderLabel: Record<LevelOrder, string> = {
  "year-retention-matter": "年度—保管期限—机构（问题）",
  "year-matter-retention": "年度—机构（问题）—保管期限",
  "year-retention": "年度—保管期限",
};

/** One version of a fonds' scheme. */
export const scheme = z
  .object({
    id: schemeId,
    fondsId,
    number: z.number().int(),
    name: z.string().trim().min(1).max(60),
    /** First 归属年度 filed under it; 0 from the beginning. */
    fromYear: z.number().int(),
    levelOrder,
    /** 门类 used, in the order of their places. */
    categories: z.array(categoryCode).readonly(),
    /** Where it comes from: a document of the street or the archive, or shipped and 待核对. */
    source: z.string().trim().max(200),
    note: z.string().trim().max(500),
    madeAt: z.iso.datetime(),
  })
  .readonly();
export type Scheme = z.infer<typeof scheme>;

export const schemeProcedures = {
  /** Versions, the newest of each fonds first. */
  "scheme.list": read({
    roles: everybody,
    input: z.object({ fondsId: fondsId.optional() }),
    output: z.array(scheme).readonly(),
  }),
  /**
   * Sets the scheme from a year on: the newest version is changed in place while it begins with that year, else a new one
   * is made. 门类 may be added at any time.
   */
  "scheme.revise": write({
    roles: keepers,
    input: scheme
      .unwrap()
      .omit({ id: true, number: true, madeAt: true })
      .extend({ fromYear: z.literal(0).or(z.number().int().min(1900).max(2200)) }),
    output: scheme,
    refusals: ["fonds-not-found", "fonds-closed", "scheme-year-filed", "scheme-year-passed", "category-in-use"],
  }),
  /** Takes the newest version back while nothing is filed under it. */
  "scheme.withdraw": write({
    roles: keepers,
    input: z.object({ id: schemeId }),
    output: scheme,
    refusals: ["scheme-not-found", "scheme-year-filed", "scheme-not-last"],
  }),
};
