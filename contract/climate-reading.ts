// 温湿度 — readings of the archive room (条例 Art. 22; limits 待核对).
import { z } from "zod";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay } from "./whole-day.ts";

const id = z.string().min(1);
const given = z.object({
  room: z.string().trim().min(1).max(40),
  readOn: wholeDay,
  /** HH:MM. */
  readTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** °C. */
  temperature: z.number().min(-50).max(80),
  /** % relative humidity. */
  humidity: z.number().min(0).max(100),
  recorder: z.string().trim().min(1).max(40),
  /** What was done when it was out of range. */
  measure: z.string().trim().max(200).default(""),
  remark: z.string().trim().max(200).default(""),
});

export const climateReading = given.extend({ id, isOut: z.boolean(), enteredAt: z.string() }).readonly();
export type ClimateReading = z.infer<typeof climateReading>;

export const climateReadingProcedures = {
  "climate-reading.list": read({
    roles: keepers,
    input: z.object({ from: wholeDay, to: wholeDay, room: z.string().optional() }),
    output: z.array(climateReading).readonly(),
  }),
  /** Writes a reading down; with an id it corrects that one. isOut is judged by the limits in force. */
  "climate-reading.keep": write({
    roles: keepers,
    input: given.extend({ id: id.optional() }),
    output: climateReading,
    refusals: ["date-in-future", "climate-reading-exists"],
  }),
  "climate-reading.remove": write({
    roles: keepers,
    input: z.object({ id }),
    output: z.object({}),
    refusals: ["custody-record-missing"],
  }),
};
