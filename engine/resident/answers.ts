// 居民, 户, 同意, 民族, 查看: the answers of this room.
import { listReveals } from "#db/reveal";
import type { Reads, Writes } from "#engine/handler";
import { joinResidents, separateResidents } from "./join-residents.ts";
import { consentsOf, giveConsent, takeConsentBack, withdrawConsent } from "./keep-consent.ts";
import { readEthnicity, stateEthnicity, withdrawEthnicity } from "./keep-ethnicity.ts";
import { describeHousehold, enterHousehold, takeHouseholdBack } from "./keep-household.ts";
import { describeResident, enterResident, putResidentBack, takeResidentBack } from "./keep-resident.ts";
import { findSamePerson, lookUpHouseholds, lookUpResidents } from "./lookup-resident.ts";
import { readResident } from "./read-resident.ts";
import { revealOfResident } from "./reveal-value.ts";

export const residentReads = {
  "resident.lookup": lookUpResidents,
  "resident.read": (db, { id }) => readResident(db, id),
  "resident.same-person": findSamePerson,
  "household.lookup": lookUpHouseholds,
  "consent.list": (db, { residentId }) => consentsOf(db, residentId),
  "ethnicity.read": readEthnicity,
  "reveal.list": (db, { offset, limit }) => listReveals(db, offset, limit),
} satisfies Partial<Reads>;

export const residentWrites = {
  "resident.add": enterResident,
  "resident.take-back": takeResidentBack,
  "resident.describe": describeResident,
  "resident.put-back": putResidentBack,
  "resident.join": joinResidents,
  "resident.separate": separateResidents,
  "resident.reveal": revealOfResident,
  "household.add": enterHousehold,
  "household.take-back": takeHouseholdBack,
  "household.describe": describeHousehold,
  "consent.give": giveConsent,
  "consent.withdraw": withdrawConsent,
  "consent.take-back": takeConsentBack,
  "ethnicity.state": stateEthnicity,
  "ethnicity.withdraw": withdrawEthnicity,
} satisfies Partial<Writes>;

/** Calls that may lead back (engine/undo). */
export const residentWaysBack = {
  "resident.take-back": takeResidentBack,
  "resident.put-back": putResidentBack,
  "resident.separate": separateResidents,
  "household.take-back": takeHouseholdBack,
  "household.describe": describeHousehold,
  "consent.take-back": takeConsentBack,
};
