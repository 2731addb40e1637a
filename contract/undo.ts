// 撤销 — a command knows its way back: another call of the phone book (house, example 8).
import { z } from "zod";
import { keepers, read, write } from "./procedure.ts";

export const undoProcedures = {
  "undo.next": read({
    roles: keepers,
    input: z.object({}),
    output: z.object({ sequence: z.number().int(), action: z.string() }).nullable(),
  }),
  "undo.apply": write({
    roles: keepers,
    input: z.object({ sequence: z.number().int() }),
    output: z.object({ action: z.string() }),
    refusals: ["undo-nothing", "undo-stale", "party-right-missing"],
  }),
};
