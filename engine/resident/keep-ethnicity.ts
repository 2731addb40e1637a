// 民族: stated by the person herself with a consent of its own, opened only beside her one record, withdrawn without a reason
// (personal-data P3). No way back stands in the list: its input would hold the value.
import { z } from "zod";
import { consentId } from "#contract/consent";
import type { Input } from "#contract/contract";
import type { EthnicityStatement } from "#contract/ethnicity";
import { Refusal } from "#contract/refusal";
import { addConsent, setWithdrawal, standingConsent } from "#db/consent";
import { getStatement, putStatement, removeStatements } from "#db/ethnicity-statement";
import type { ReadDb, WriteDb } from "#db/open";
import { idsOfPerson } from "#db/resident";
import type { Desk } from "#engine/desk";
import { openRecord, recordKeyOf, sealRecord } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { refuseBadConsent, refuseFutureDay } from "./keep-consent.ts";
import { needStanding, refuseRestricted } from "./read-resident.ts";

const use = "ethnicity statement";

/** The statement of one person, or null. Refuses resident-not-found. */
export function readEthnicity(
  db: ReadDb,
  { residentId }: Input<"ethnicity.read">,
  { archive }: Desk,
): EthnicityStatement | null {
  const ids = idsOfPerson(db, needStanding(db, residentId).id);
  const statement = getStatement(db, ids);
  if (!statement) return null;
  const opened = openRecord(recordKeyOf(db, archive, statement.residentId), use, statement.sealed);
  return {
    ethnicity: z.string().parse(opened),
    statedOn: statement.statedOn,
    consentGivenOn: standingConsent(db, ids, null, "ethnicity")?.givenOn ?? "",
  };
}

/** Keeps a statement and its consent, in place of earlier ones. Refuses resident-not-found, resident-restricted, and what refuseBadConsent refuses. */
export function stateEthnicity(
  db: WriteDb,
  input: Input<"ethnicity.state">,
  desk: Desk,
): Written<Record<string, never>> {
  const record = needStanding(db, input.residentId);
  refuseRestricted(record);
  refuseBadConsent(db, desk, record, input.consent);
  refuseFutureDay(desk, input.statedOn);
  const enteredAt = desk.clock.now();
  takeStatementAway(db, record.id, input.consent.givenOn, enteredAt);
  const { id: residentId } = record;
  const sealed = sealRecord(recordKeyOf(db, desk.archive, residentId), use, input.ethnicity);
  putStatement(db, { residentId, sealed, statedOn: input.statedOn, enteredAt });
  addConsent(db, {
    ...{ ...input.consent, id: consentId.parse(desk.makeId()), residentId, ledgerId: null },
    ...{ scope: "ethnicity", enteredAt },
  });
  return { output: {}, objectId: residentId, keepsUndo: true, nouns: ["ethnicity", "consent"], droppedFiles: [] };
}

/** Refuses resident-not-found, ethnicity-not-stated, consent-day-impossible. */
export function withdrawEthnicity(
  db: WriteDb,
  { residentId, withdrawnOn }: Input<"ethnicity.withdraw">,
  desk: Desk,
): Written<Record<string, never>> {
  const { id } = needStanding(db, residentId);
  const ids = idsOfPerson(db, id);
  if (!getStatement(db, ids)) throw new Refusal("ethnicity-not-stated");
  const consent = standingConsent(db, ids, null, "ethnicity");
  if (consent && withdrawnOn < consent.givenOn) throw new Refusal("consent-day-impossible");
  refuseFutureDay(desk, withdrawnOn);
  takeStatementAway(db, id, withdrawnOn, desk.clock.now());
  // The page that held it is gone from the log too.
  return { output: {}, objectId: id, keepsUndo: true, nouns: ["ethnicity", "consent"], droppedFiles: [] };
}

/** What was stated goes, and every consent to it is marked as withdrawn. */
function takeStatementAway(db: WriteDb, id: Parameters<typeof idsOfPerson>[1], day: string, enteredAt: string): void {
  const ids = idsOfPerson(db, id);
  removeStatements(db, ids);
  for (let consent = standingConsent(db, ids, null, "ethnicity"); consent;) {
    setWithdrawal(db, consent.id, day, enteredAt);
    consent = standingConsent(db, ids, null, "ethnicity");
  }
}
