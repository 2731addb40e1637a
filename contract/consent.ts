// 同意 — of one person, for one ledger, ordinary and sensitive apart, withdrawn as easily as given (PIPL 14–16, 29, 31; personal-data P1).
import { z } from "zod";
import { itemId } from "./item.ts";
import { ledgerId } from "./ledger.ts";
import { keepers, read, write } from "./procedure.ts";
import { residentId } from "./resident.ts";
import { wholeDay } from "./whole-day.ts";

export const consentId = z.string().min(1).max(64).brand<"ConsentId">();
export type ConsentId = z.infer<typeof consentId>;

/** 一般个人信息, 敏感个人信息 (单独同意), 民族 (for its statement alone). */
export const consentScope = z.enum(["ordinary", "sensitive", "ethnicity"]);
export type ConsentScope = z.infer<typeof consentScope>;
export const consentScopeLabel: Record<ConsentScope, string> = {
  ordinary: "一般个人信息",
  sensitive: "敏感个人信息（单独同意）",
  ethnicity: "民族（单独同意）",
};

/** When it was given, by whom for a child under fourteen (name and relation), and the signed paper. */
export const consentGiven = z.object({
  givenOn: wholeDay,
  guardian: z.string().trim().max(80).default(""),
  paperItemId: itemId.nullable().default(null),
});

export const consent = z
  .object({
    id: consentId,
    residentId,
    /** Null for the statement of 民族. */
    ledgerId: ledgerId.nullable(),
    ledgerName: z.string(),
    scope: consentScope,
    givenOn: z.string(),
    enteredAt: z.iso.datetime(),
    guardian: z.string(),
    paperItemId: itemId.nullable(),
    /** Blank while it stands. */
    withdrawnOn: z.string(),
  })
  .readonly();
export type Consent = z.infer<typeof consent>;

export const consentProcedures = {
  /** All consents of one person, newest first, withdrawn ones too; of joined records as well. */
  "consent.list": read({
    roles: keepers,
    input: z.object({ residentId }),
    output: z.array(consent).readonly(),
    refusals: ["resident-not-found"],
  }),
  "consent.give": write({
    roles: keepers,
    input: consentGiven.extend({ residentId, ledgerId, scope: consentScope.exclude(["ethnicity"]) }),
    output: consent,
    refusals: [
      "resident-not-found",
      "resident-restricted",
      "ledger-not-found",
      "consent-not-asked",
      "consent-day-impossible",
      "consent-given-already",
      "guardian-missing",
      "item-not-found",
    ],
  }),
  /** What was done before stays lawful; from that day no new row may be written on it (PIPL 15). */
  "consent.withdraw": write({
    roles: keepers,
    input: z.object({ id: consentId, withdrawnOn: wholeDay }),
    output: consent,
    refusals: ["consent-not-found", "consent-withdrawn", "consent-day-impossible"],
  }),
  /** The way back of an entry made by mistake, on the day it was made: a consent that was given, or its withdrawal. */
  "consent.take-back": write({
    roles: keepers,
    input: z.object({ id: consentId, act: z.enum(["give", "withdraw"]) }),
    output: z.object({}),
    refusals: ["consent-not-found"],
  }),
};
