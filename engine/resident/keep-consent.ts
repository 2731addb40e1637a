// 同意: given for one ledger and one scope, withdrawn as easily, never overwritten (PIPL 14–16, 29, 31).
import { consentId, type Consent, type ConsentId } from "#contract/consent";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { ResidentId } from "#contract/resident";
import {
  addConsent,
  consentEnteredAt,
  getConsent,
  listConsents,
  removeConsent,
  setWithdrawal,
  standingConsent,
} from "#db/consent";
import { getLedger } from "#db/ledger";
import type { ReadDb, WriteDb } from "#db/open";
import { idsOfPerson, type ResidentRecord } from "#db/resident";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { readItem } from "#engine/item/read-item";
import type { Written } from "#engine/written";
import { refuseWithoutGuardian } from "./guardian-rule.ts";
import { needStanding, refuseRestricted } from "./read-resident.ts";

/** All consents of one person, those of joined records too. Refuses resident-not-found. */
export const consentsOf = (db: ReadDb, id: ResidentId): Consent[] =>
  listConsents(db, idsOfPerson(db, needStanding(db, id).id));

type Given = Pick<Input<"consent.give">, "givenOn" | "guardian" | "paperItemId">;

/** Refuses consent-day-impossible (after today), item-not-found, guardian-missing. */
export function refuseBadConsent(db: ReadDb, desk: Desk, record: ResidentRecord, given: Given): void {
  refuseFutureDay(desk, given.givenOn);
  if (given.paperItemId !== null) readItem(db, given.paperItemId);
  refuseWithoutGuardian(db, desk.archive, record, { guardian: given.guardian, day: given.givenOn });
}

/** Refuses consent-day-impossible: a day that has not come. */
export function refuseFutureDay({ clock }: Desk, day: string): void {
  const now = new Date(clock.now());
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  if (day > today.join("-")) throw new Refusal("consent-day-impossible");
}

/** Refuses what refuseBadConsent refuses, resident-not-found, resident-restricted, ledger-not-found, consent-not-asked, consent-given-already. */
export function giveConsent(db: WriteDb, input: Input<"consent.give">, desk: Desk): Written<Consent> {
  const record = needStanding(db, input.residentId);
  refuseRestricted(record);
  const ledger = getLedger(db, input.ledgerId);
  if (!ledger) throw new Refusal("ledger-not-found");
  // A statutory duty is told, not asked for: a consent that may not be refused is none (PIPL 13, 16).
  if (ledger.basis !== "consent") throw new Refusal("consent-not-asked", { ledger: ledger.name });
  refuseBadConsent(db, desk, record, input);
  const { ledgerId, scope, givenOn, guardian, paperItemId } = input;
  if (standingConsent(db, idsOfPerson(db, record.id), ledgerId, scope)) throw new Refusal("consent-given-already");
  const id = consentId.parse(desk.makeId());
  addConsent(db, {
    ...{ id, residentId: record.id, ledgerId, scope, givenOn, guardian, paperItemId },
    enteredAt: desk.clock.now(),
  });
  return {
    output: needConsent(db, id),
    objectId: record.id,
    after: { ledgerId, scope, givenOn },
    undo: { name: "consent.take-back", input: { id, act: "give" } },
    nouns: ["consent"],
  };
}

/** A person may withdraw whatever else is restricted. Refuses consent-not-found, consent-withdrawn, consent-day-impossible. */
export function withdrawConsent(db: WriteDb, input: Input<"consent.withdraw">, desk: Desk): Written<Consent> {
  const before = needConsent(db, input.id);
  if (before.withdrawnOn !== "") throw new Refusal("consent-withdrawn");
  if (input.withdrawnOn < before.givenOn) throw new Refusal("consent-day-impossible");
  refuseFutureDay(desk, input.withdrawnOn);
  setWithdrawal(db, input.id, input.withdrawnOn, desk.clock.now());
  const { ledgerId, scope } = before;
  return {
    output: needConsent(db, input.id),
    objectId: before.residentId,
    before: { ledgerId, scope },
    after: { ledgerId, scope, withdrawnOn: input.withdrawnOn },
    undo: { name: "consent.take-back", input: { id: input.id, act: "withdraw" } },
    nouns: ["consent"],
  };
}

/**
 * Refuses consent-not-found: also an act that is not the last one, one of an earlier day (a withdrawal that was recorded stays recorded,
 * only a slip of the hand is taken back), and the consent to a statement of 民族, which has its own withdrawal.
 */
export function takeConsentBack(
  db: WriteDb,
  { id, act }: Input<"consent.take-back">,
  { clock }: Desk,
): Written<Record<string, never>> {
  const before = needConsent(db, id);
  const enteredAt = consentEnteredAt(db, id)?.[act] ?? "";
  if (enteredAt === "" || localDay(enteredAt) !== localDay(clock.now())) throw new Refusal("consent-not-found");
  if (before.scope === "ethnicity" || (before.withdrawnOn !== "") !== (act === "withdraw"))
    throw new Refusal("consent-not-found");
  if (act === "give") removeConsent(db, id);
  else setWithdrawal(db, id, "", "");
  const { ledgerId, scope } = before;
  return { output: {}, objectId: before.residentId, before: { ledgerId, scope, act }, nouns: ["consent"] };
}

function needConsent(db: ReadDb, id: ConsentId): Consent {
  const consent = getConsent(db, id);
  if (!consent) throw new Refusal("consent-not-found");
  return consent;
}
