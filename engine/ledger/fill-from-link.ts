// What the record of a picked resident or household fills into a row: entered once, not typed again (personal-data P4).
import type { LedgerColumn, ResidentField } from "#contract/ledger-column";
import { Refusal } from "#contract/refusal";
import { householdId, residentId, type Household, type ResidentId } from "#contract/resident";
import { getHousehold } from "#db/household";
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

export type FilledField = Exclude<ResidentField, "">;

const fieldOfHousehold = (household: Household | null, field: FilledField): string => {
  const known: Partial<Record<FilledField, string>> = {
    address: household?.address ?? "",
    grid: household?.grid ?? "",
    householdNumber: household?.number ?? "",
  };
  return known[field] ?? "";
};

function fieldOfResident(db: ReadDb, archive: OpenArchive, id: ResidentId, field: FilledField, today: string): string {
  const record = needStanding(db, id);
  const { phone, sex, bornOn, household } = shownResident(db, record);
  switch (field) {
    case "phone":
      return phone;
    case "sex":
      return sex;
    case "age":
      return yearsBetween(bornOn, today);
    case "idNumber":
      return openSecrets(db, archive, record).idNumber ?? "";
    case "address":
    case "grid":
    case "householdNumber":
      return fieldOfHousehold(household, field);
  }
}

/**
 * One field of what a cell names, as it is typed into another cell; "" of what is not known. An ID number comes out of its seal here
 * and goes into that of the row: the window never has it. Refuses resident-not-found, household-not-found.
 */
export function fieldOfLink(
  db: ReadDb,
  archive: OpenArchive,
  source: Pick<LedgerColumn, "kind">,
  id: string,
  field: FilledField,
  today: string,
): string {
  if (source.kind === "person") return fieldOfResident(db, archive, residentId.parse(id), field, today);
  const household = getHousehold(db, householdId.parse(id));
  if (!household) throw new Refusal("household-not-found");
  return fieldOfHousehold(household, field);
}
