// A row of a ledger that rests on consent is written only for persons whose consent stands (PIPL 13, 15, 29; personal-data P1).
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import type { ResidentId } from "#contract/resident";
import { standingConsent } from "#db/consent";
import type { ReadDb } from "#db/open";
import { idsOfPerson } from "#db/resident";
import type { Desk } from "#engine/desk";
import { refuseWithoutGuardian } from "./guardian-rule.ts";
import { needStanding, refuseRestricted } from "./read-resident.ts";

/** What of a row touches persons: the residents its cells name, whether a sensitive column holds a value, and whether somebody is typed where residents are picked. */
export type RowOfPersons = {
  readonly residentIds: readonly ResidentId[];
  readonly hasSensitive: boolean;
  readonly namesUnpicked: boolean;
};

/**
 * For each row that is written. A ledger of a statutory duty, or without personal data, asks for no consent; in every ledger a
 * resident named has to be there and not under 限制处理. Refuses resident-not-found, resident-restricted; consent-person-missing
 * (sensitive values, or a name that was typed, of nobody whose consent could be looked up), consent-missing, consent-sensitive-missing, guardian-missing.
 */
export function refuseWithoutConsent(
  db: ReadDb,
  desk: Pick<Desk, "archive">,
  { id, basis }: Pick<Ledger, "id" | "basis">,
  { residentIds, hasSensitive, namesUnpicked }: RowOfPersons,
): void {
  const records = residentIds.map((each) => needStanding(db, each));
  records.forEach(refuseRestricted);
  if (basis !== "consent") return;
  if (namesUnpicked || (hasSensitive && records.length === 0)) throw new Refusal("consent-person-missing");
  for (const record of records) {
    const ids = idsOfPerson(db, record.id);
    const ordinary = standingConsent(db, ids, id, "ordinary");
    if (!ordinary) throw new Refusal("consent-missing");
    refuseWithoutGuardian(db, desk.archive, record, { guardian: ordinary.guardian, day: ordinary.givenOn });
    if (!hasSensitive) continue;
    const sensitive = standingConsent(db, ids, id, "sensitive");
    if (!sensitive) throw new Refusal("consent-sensitive-missing");
    refuseWithoutGuardian(db, desk.archive, record, { guardian: sensitive.guardian, day: sensitive.givenOn });
  }
}
