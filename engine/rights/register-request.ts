// 登记: a request gets the next number of its year and the day it has to be answered by.
import { archivalDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { ResidentId } from "#contract/resident";
import { rightsRequestId } from "#contract/rights-request";
import type { ReadDb, WriteDb } from "#db/open";
import { getResidentRecord } from "#db/resident";
import { addRequest, nextRequestNumber } from "#db/rights-request";
import { refuseFuture } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { daysLater } from "#engine/filing-year/whole-day";
import { makeRecordKey } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { rightsRulesOf } from "./keep-rules.ts";
import { readRequest } from "./read-request.ts";
import { sealRequest } from "#engine/vault/seal-request";

/** Refuses resident-not-found for a record that is not there. */
export function refuseUnknownResident(db: ReadDb, id: ResidentId | null): void {
  if (id !== null && !getResidentRecord(db, id)) throw new Refusal("resident-not-found");
}

/** Refuses date-in-future, resident-not-found, request-applicant-missing. */
export function registerRequest(
  db: WriteDb,
  input: Input<"rights-request.register">,
  { archive, clock, makeId }: Desk,
): Written<Output<"rights-request.register">> {
  const now = clock.now();
  const { kind, askedBy, residentId, receivedOn, ...words } = input;
  refuseFuture(receivedOn, now);
  refuseUnknownResident(db, residentId);
  if (askedBy !== "self" && (words.applicant === "" || words.relation === ""))
    throw new Refusal("request-applicant-missing");
  const id = rightsRequestId.parse(makeId());
  const year = Number(receivedOn.slice(0, 4));
  makeRecordKey(db, archive, id, "request");
  addRequest(db, {
    ...{ id, year, number: nextRequestNumber(db, year), kind, askedBy, residentId, receivedOn, state: "received" },
    enteredAt: now,
    dueOn: archivalDate.parse(daysLater(receivedOn, rightsRulesOf(db).replyDays)),
    sealed: sealRequest(db, archive, id, { words: { ...words, answer: "" }, confirmed: [] }),
  });
  const output = readRequest(db, archive, id);
  return { output, objectId: id, after: output, keepsUndo: true, nouns: ["rights-request"] };
}
