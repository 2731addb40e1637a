// 安全事件登记 — personal data lost, leaked or damaged: what, measures, who was told and when (PIPL 57; personal-data P16).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay, wholeDayOrBlank } from "./whole-day.ts";

const id = z.string().min(1).max(64);

export const incidentKind = z.enum(["loss", "leak", "damage", "other"]);
export type IncidentKind = z.infer<typeof incidentKind>;
export const incidentKindLabel: Record<IncidentKind, string> = {
  loss: "丢失",
  leak: "泄露",
  damage: "毁损、篡改",
  other: "其他",
};

/** Who was told, on which day, in which way. */
export const incidentNotice = z
  .object({ whom: z.string().trim().min(1).max(80), on: wholeDay, how: z.string().trim().max(80) })
  .readonly();

/** What is written down of an incident; no value of a person belongs here. */
export const incidentFacts = z
  .object({
    /** Kinds of data concerned: 姓名、电话、户口簿复印件. */
    data: z.string().trim().min(1).max(300),
    /** How many persons, as far as known: 「约 30 人」. */
    people: z.string().trim().max(60).default(""),
    course: z.string().trim().min(1).max(1000),
    harm: z.string().trim().max(500).default(""),
    measures: z.string().trim().max(1000).default(""),
    told: z.array(incidentNotice).max(20).default([]).readonly(),
    /** Why the persons were not told, where measures kept harm away (PIPL 57). */
    untold: z.string().trim().max(300).default(""),
  })
  .readonly();
export type IncidentFacts = z.infer<typeof incidentFacts>;

const given = z.object({
  kind: incidentKind,
  /** Blank while nobody knows. */
  happenedOn: wholeDayOrBlank,
  foundOn: wholeDay,
  facts: incidentFacts,
});

export const incident = given
  .extend({
    id,
    year: z.number().int(),
    number: z.number().int(),
    happenedOn: archivalDate,
    foundOn: archivalDate,
    enteredAt: z.string(),
    state: z.enum(["open", "closed"]),
    revision: z.number().int(),
  })
  .readonly();
export type Incident = z.infer<typeof incident>;

export const incidentProcedures = {
  /** Incidents found in a year, by number. */
  "incident.list": read({
    roles: keepers,
    input: z.object({ year: z.number().int() }),
    output: z.array(incident).readonly(),
  }),
  /** Writes an incident down under the next number of the year it was found in. */
  "incident.register": write({
    roles: keepers,
    input: given,
    output: incident,
    refusals: ["date-in-future", "incident-days-wrong", "field-refused"],
  }),
  "incident.revise": write({
    roles: keepers,
    input: given.extend({ id, revision: z.number().int() }),
    output: incident,
    refusals: [
      "incident-not-found",
      "incident-changed",
      "incident-closed",
      "date-in-future",
      "incident-days-wrong",
      "incident-year-fixed",
      "field-refused",
    ],
  }),
  /** Closes it: refused while measures are missing, or nobody was told and nothing says why. */
  "incident.close": write({
    roles: keepers,
    input: z.object({ id, revision: z.number().int() }),
    output: incident,
    refusals: ["incident-not-found", "incident-changed", "incident-closed", "incident-unfinished"],
  }),
};
