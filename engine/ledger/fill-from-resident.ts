// What a picked resident's record fills into a row: entered once, not typed again (personal-data P4).
import type { ResidentField } from "#contract/ledger-column";
import type { ResidentId } from "#contract/resident";
import type { ReadDb } from "#db/open";
import { shownResident } from "#db/resident";
import { needStanding } from "#engine/resident/read-resident";
import { openSecrets } from "#engine/resident/resident-secrets";
import type { OpenArchive } from "#engine/vault/open-archive";

/** Whole years from a day to another; "" when the first is not known to the day. */
function yearsBetween(bornOn: string, today: string): string {
  if (bornOn.length < 10 || bornOn > today) return "";
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return String(today.slice(5) < bornOn.slice(5) ? years - 1 : years);
}

/**
 * One field of a resident as it is typed into a cell; "" of what is not known. The ID number comes out of its seal here and goes
 * into that of the row: the window never has it. Refuses resident-not-found.
 */
export function fieldOfResident(
  db: ReadDb,
  archive: OpenArchive,
  id: ResidentId,
  field: Exclude<ResidentField, "">,
  today: string,
): string {
  const record = needStanding(db, id);
  const { phone, sex, bornOn, household } = shownResident(db, record);
  switch (field) {
    case "phone":
      return phone;
    case "sex":
      return sex;
    case "age":
      return yearsBetween(bornOn, today);
    case "address":
      return household?.address ?? "";
    case "grid":
      return household?.grid ?? "";
    case "householdNumber":
      return household?.number ?? "";
    case "idNumber":
      return openSecrets(db, archive, record).idNumber ?? "";
  }
}
