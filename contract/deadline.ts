// 归档时间 — by when each 门类 of a year is filed; a day may be postponed with a reason, and the history stays.
import { z } from "zod";
import { categoryCode, fondsId } from "./fonds.ts";
import { keepers, keepersAndInspector, read, write } from "./procedure.ts";

/** next-year: a day of the following year; at-once 随时: when the event ends; per-project: when the project ends. */
export const deadlineRule = z.enum(["next-year", "at-once", "per-project"]);
export type DeadlineRule = z.infer<typeof deadlineRule>;

export const deadlinePostponement = z
  .object({
    id: z.string(),
    dueOn: z.iso.date(),
    reason: z.string(),
    decidedAt: z.iso.datetime(),
    decidedBy: z.string(),
    isWithdrawn: z.boolean(),
  })
  .readonly();
export type DeadlinePostponement = z.infer<typeof deadlinePostponement>;

/** The calendar of one 门类 in one year. */
export const deadline = z
  .object({
    category: categoryCode,
    categoryName: z.string(),
    /** null: no rule is known for this class. */
    rule: deadlineRule.nullable(),
    /** The day that holds now, postponed or not; null where the rule names none. */
    dueOn: z.iso.date().nullable(),
    /** What the rule says, with its 待核对. */
    basis: z.string(),
    /** Newest first. */
    postponements: z.array(deadlinePostponement).readonly(),
  })
  .readonly();
export type Deadline = z.infer<typeof deadline>;

const scope = z.object({ fondsId, category: categoryCode, year: z.number().int().min(1900).max(2200) });

export const deadlineProcedures = {
  "deadline.list": read({
    roles: keepersAndInspector,
    input: scope.omit({ category: true }),
    output: z.array(deadline).readonly(),
    refusals: ["fonds-not-found"],
  }),
  "deadline.postpone": write({
    roles: keepers,
    input: scope.extend({ dueOn: z.iso.date(), reason: z.string().trim().max(300) }),
    output: deadline,
    refusals: ["fonds-not-found", "reason-missing", "deadline-not-later", "year-closed"],
  }),
  /** Takes a postponement back; it stays in the history, marked. */
  "deadline.withdraw": write({
    roles: keepers,
    input: scope.extend({ id: z.string() }),
    output: deadline,
    refusals: ["fonds-not-found", "deadline-not-found", "year-closed"],
  }),
};
