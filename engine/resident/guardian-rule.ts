// A child under fourteen does not consent by herself: a parent or guardian does (PIPL 31; personal-data P1).
import { Refusal } from "#contract/refusal";
import type { ReadDb } from "#db/open";
import type { ResidentRecord } from "#db/resident";
import type { OpenArchive } from "#engine/vault/open-archive";
import { bornOnOf, openSecrets } from "./resident-secrets.ts";

/** Years from which a person consents by herself. */
const ageOfConsent = 14;

/** Whether somebody born then may be under fourteen on a day. A date known in part counts at its latest; an unknown one does not. */
export function isUnderFourteen(bornOn: string, day: string): boolean {
  if (bornOn === "") return false;
  const latest = `${bornOn}-12-31`.slice(0, bornOn.length === 4 ? 10 : 7);
  const born = bornOn.length === 7 ? `${bornOn}-31` : bornOn.length === 4 ? latest : bornOn;
  return `${String(Number(born.slice(0, 4)) + ageOfConsent)}${born.slice(4)}` > day;
}

/** Refuses guardian-missing. A birth date nobody wrote down is taken out of the ID number. */
export function refuseWithoutGuardian(
  db: ReadDb,
  archive: OpenArchive,
  record: ResidentRecord,
  { guardian, day }: { readonly guardian: string; readonly day: string },
): void {
  const bornOn = record.bornOn || bornOnOf(openSecrets(db, archive, record).idNumber ?? "");
  if (guardian === "" && isUnderFourteen(bornOn, day)) throw new Refusal("guardian-missing");
}
