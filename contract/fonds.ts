// 全宗 · 门类 · 机构(问题) — what a 档号 is made of (DA/T 13-2022; DA/T 22-2015, 5.2 and 5.4).
import { z } from "zod";
import { archivalDate, unknownDate } from "./archival-date.ts";
import { everybody, keepers, read, write } from "./procedure.ts";
import { wholeDayOrBlank } from "./whole-day.ts";

export const fondsId = z.string().min(1).brand<"FondsId">();
export type FondsId = z.infer<typeof fondsId>;
export const matterId = z.string().min(1).brand<"MatterId">();
export type MatterId = z.infer<typeof matterId>;

/** 全宗号: letters and digits; may be blank until the archive assigns it (DA/T 22-2015, 5.4). */
export const fondsCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9]{0,10}$/);

/** 档号规则 — which standard's separators a 档号 follows; the archive that takes the transfer decides (待核对). */
export const archivalCodeStandard = z.enum(["DA/T 22-2015", "DA/T 13-2022"]);
export type ArchivalCodeStandard = z.infer<typeof archivalCodeStandard>;

/**
 * 党组织与居委会: one fonds together, or one each; blank where nobody was asked. 责任者 of an item says who made it either
 * way.
 */
export const fondsComposition = z.enum(["", "shared", "party", "committee"]);
export type FondsComposition = z.infer<typeof fondsComposition>;

/** 全宗 with its 立档单位. */
export const fonds = z
  .object({
    id: fondsId,
    code: fondsCode,
    name: z.string().trim().min(1).max(80),
    unit: z.string().trim().max(80),
    codeStandard: archivalCodeStandard,
    /** The day its 立档单位 was set up; blank while unknown. */
    openedOn: archivalDate.default(unknownDate),
    /** The day an act closed it; it takes nothing new from then on. Set by acts only. */
    closedOn: wholeDayOrBlank.default(unknownDate),
    composition: fondsComposition.default(""),
  })
  .readonly();
export type Fonds = z.infer<typeof fonds>;

/** 档案门类代码: WS 文书 (DA/T 13-2022). */
export const categoryCode = z.string().regex(/^[A-Z]{2}$/);
/** One 门类 as the scheme has it; `unit` is what it numbers: 件, 卷 or 组. */
export const category = z
  .object({
    code: categoryCode,
    name: z.string(),
    unit: z.enum(["item", "volume", "group"]),
    position: z.number().int(),
    isUsed: z.boolean(),
    /** 档号 template of this class; blank follows the standard chosen for the fonds. */
    codeTemplate: z.string(),
  })
  .readonly();
export type Category = z.infer<typeof category>;

/** 机构(问题) 类目 of one 全宗; the code is three letters or digits (DA/T 22-2015, 5.4). */
export const matter = z
  .object({
    id: matterId,
    fondsId,
    category: categoryCode.default("WS"),
    code: z
      .string()
      .trim()
      .regex(/^[A-Z0-9]{2,6}$/),
    name: z.string().trim().min(1).max(40),
    /** 党务: seen only with its own right. */
    isParty: z.boolean().default(false),
    /** The day from which it takes no new items; blank while it does. */
    closedOn: z.string().default(""),
  })
  .readonly();
export type Matter = z.infer<typeof matter>;

export const fondsProcedures = {
  "fonds.list": read({ roles: everybody, input: z.object({}), output: z.array(fonds).readonly() }),
  /** Founds a fonds with a scheme of its own; a Party organisation's own one gets its classes too. */
  "fonds.found": write({
    roles: keepers,
    input: fonds.unwrap().omit({ id: true, closedOn: true }),
    output: fonds,
    refusals: ["fonds-code-taken", "fonds-date-impossible"],
  }),
  /** Corrects what is written of a fonds; a new name from a day on is an act (fonds.rename). */
  "fonds.revise": write({
    roles: keepers,
    input: fonds.unwrap(),
    output: fonds,
    refusals: ["fonds-not-found", "fonds-code-taken", "fonds-has-filed-items", "fonds-date-impossible"],
  }),
  "category.list": read({ roles: everybody, input: z.object({}), output: z.array(category).readonly() }),
  /** Sets the 档号 template of a 门类; blank follows the standard of the fonds. */
  "category.revise": write({
    roles: keepers,
    input: z.object({ code: categoryCode, codeTemplate: z.string().trim().max(200) }),
    output: category,
    refusals: ["category-not-found", "archival-code-template-invalid", "category-year-open"],
  }),
  "matter.list": read({ roles: everybody, input: z.object({}), output: z.array(matter).readonly() }),
  "matter.add": write({
    roles: keepers,
    input: matter.unwrap().omit({ id: true, closedOn: true }),
    output: matter,
    refusals: ["fonds-not-found", "fonds-closed", "matter-code-taken"],
  }),
  /** Words of a class; its code stays once a 档号 bears it. */
  "matter.revise": write({
    roles: keepers,
    input: matter.unwrap().pick({ id: true, code: true, name: true, isParty: true }),
    output: matter,
    refusals: ["matter-not-found", "matter-code-taken", "matter-has-filed-items"],
  }),
  /** From that day on the class takes no new items; blank opens it again. */
  "matter.close": write({
    roles: keepers,
    input: z.object({ id: matterId, closedOn: wholeDayOrBlank }),
    output: matter,
    refusals: ["matter-not-found", "matter-has-drafts", "fonds-closed"],
  }),
  /** Only a class in which nothing was ever put. */
  "matter.remove": write({
    roles: keepers,
    input: z.object({ id: matterId }),
    output: matter,
    refusals: ["matter-not-found", "matter-not-empty"],
  }),
};
