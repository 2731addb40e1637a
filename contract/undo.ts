// 撤销 — a command knows its way back: another call of the phone book (house, example 8).
import { z } from "zod";
import { keepers, read, task } from "./procedure.ts";

export const undoProcedures = {
  "undo.next": read({
    roles: keepers,
    input: z.object({}),
    output: z.object({ sequence: z.number().int(), action: z.string() }).nullable(),
  }),
  /** A short step, but for acts on many rows and formulas of long ledgers: those are reckoned in turns with progress told. */
  "undo.apply": task({
    roles: keepers,
    input: z.object({ sequence: z.number().int() }),
    output: z.object({ action: z.string() }),
    refusals: ["undo-nothing", "undo-stale", "party-right-missing", "task-cancelled"],
  }),
};
