// 八防 — a round through the archive room.
import { z } from "zod";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay, wholeDayOrBlank } from "./whole-day.ts";

const id = z.string().min(1);
const line = z
  .object({
    guard: z.string().trim().min(1).max(40),
    isFine: z.boolean(),
    problem: z.string().trim().max(200).default(""),
    measure: z.string().trim().max(200).default(""),
    /** Blank while the problem stands. */
    solvedOn: wholeDayOrBlank.default(() => wholeDayOrBlank.parse("")),
  })
  .readonly();
const given = z.object({
  room: z.string().trim().min(1).max(40),
  checkedOn: wholeDay,
  checker: z.string().trim().min(1).max(40),
  remark: z.string().trim().max(500).default(""),
  lines: z.array(line).min(1).max(20).readonly(),
});

export const safetyCheck = given.extend({ id, enteredAt: z.string() }).readonly();
export type SafetyCheck = z.infer<typeof safetyCheck>;

export const safetyCheckProcedures = {
  "safety-check.list": read({
    roles: keepers,
    input: z.object({ from: wholeDay, to: wholeDay }),
    output: z.array(safetyCheck).readonly(),
  }),
  /** Writes a round down; with an id it corrects that one. A problem must be said in words. */
  "safety-check.keep": write({
    roles: keepers,
    input: given.extend({ id: id.optional() }),
    output: safetyCheck,
    refusals: ["date-in-future", "safety-problem-unsaid"],
  }),
  "safety-check.remove": write({
    roles: keepers,
    input: z.object({ id }),
    output: z.object({}),
    refusals: ["custody-record-missing"],
  }),
};
