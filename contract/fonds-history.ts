// 全宗沿革 — what became of a fonds: names, acts, forerunners and successors, and what it holds. Data for screen and print.
import { z } from "zod";
import { categoryCode, fonds, fondsId } from "./fonds.ts";
import { fondsActId, fondsActKind } from "./fonds-act.ts";
import { keepersAndInspector, read } from "./procedure.ts";

/** 名称 and 立档单位 over a span of days; `until` blank while borne, `since` blank where the beginning is unknown. */
export const fondsName = z
  .object({ since: z.string(), until: z.string(), name: z.string(), unit: z.string() })
  .readonly();
export type FondsName = z.infer<typeof fondsName>;

/** One line of the chronicle, a whole Chinese sentence with what it rests on. */
export const fondsHistoryRow = z
  .object({
    /** Effective day; blank where unknown. */
    on: z.string(),
    event: z.enum(["founded", ...fondsActKind.options]),
    sentence: z.string(),
    reason: z.string(),
    actId: fondsActId.nullable(),
    /** When it was entered here, another day than when it took effect. */
    enteredAt: z.string(),
  })
  .readonly();
export type FondsHistoryRow = z.infer<typeof fondsHistoryRow>;

/** What the fonds holds of one 门类. */
export const fondsHolding = z
  .object({
    category: categoryCode,
    categoryName: z.string(),
    filedCount: z.number().int(),
    draftCount: z.number().int(),
    pageSum: z.number().int(),
    volumeCount: z.number().int(),
    firstYear: z.number().int().nullable(),
    lastYear: z.number().int().nullable(),
  })
  .readonly();
export type FondsHolding = z.infer<typeof fondsHolding>;

/** Another fonds, as one that went before or came after. */
const relative = z.object({ fondsId, code: z.string(), name: z.string(), on: z.string() });

export const fondsHistory = z
  .object({
    fonds,
    names: z.array(fondsName).readonly(),
    predecessors: z.array(relative).readonly(),
    successors: z.array(relative).readonly(),
    rows: z.array(fondsHistoryRow).readonly(),
    holdings: z.array(fondsHolding).readonly(),
    /** The newest act of all, if it can still be taken back. */
    revocableActId: fondsActId.nullable(),
  })
  .readonly();
export type FondsHistory = z.infer<typeof fondsHistory>;

export const fondsHistoryProcedures = {
  "fonds.history": read({
    roles: keepersAndInspector,
    input: z.object({ fondsId }),
    output: fondsHistory,
    refusals: ["fonds-not-found"],
  }),
};
