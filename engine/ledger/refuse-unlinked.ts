// What a row links has to be there, and whoever it names has to have consented where the ledger rests on consent (personal-data P1).
import type { ColumnKind } from "#contract/ledger-column";
import { householdId, residentId } from "#contract/resident";
import type { Ledger } from "#contract/ledger";
import { itemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { getHousehold } from "#db/household";
import { getItemRow } from "#db/item";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { refuseWithoutConsent } from "#engine/resident/refuse-without-consent";
import type { RowState } from "./row-state.ts";

const linksOf = ({ columns }: Pick<Ledger, "columns">, { links }: RowState, kind: ColumnKind): string[] =>
  columns.filter((column) => column.kind === kind).flatMap(({ key }) => links[key] ?? []);

/** Whether somebody is typed where residents are picked, or there is something of a person and nobody picked. */
function namesUnpicked({ columns }: Pick<Ledger, "columns">, { cells, links }: RowState): boolean {
  const persons = columns.filter(({ kind }) => kind === "person");
  if (persons.length === 0) return false;
  const isTyped = persons.some(({ key }) => (cells[key] ?? "") !== "" && links[key] === undefined);
  const isOfSomebody = columns.some(({ key, personal }) => personal === "personal" && (cells[key] ?? "") !== "");
  return isTyped || (isOfSomebody && persons.every(({ key }) => links[key] === undefined));
}

/**
 * For a row as it is to be; one that is taken out is not asked. Refuses household-not-found, item-not-found, resident-not-found,
 * resident-restricted, and without consent consent-person-missing, consent-missing, consent-sensitive-missing, guardian-missing.
 */
export function refuseUnlinked(
  db: ReadDb,
  desk: Pick<Desk, "archive">,
  ledger: Pick<Ledger, "id" | "basis" | "columns">,
  after: RowState,
): void {
  if (!after.stands) return;
  // Most rows of most ledgers: nobody and nothing is named by a link, and nobody is asked for a consent.
  if (ledger.basis !== "consent" && Object.keys(after.links).length === 0) return;
  for (const id of linksOf(ledger, after, "household"))
    if (!getHousehold(db, householdId.parse(id))) throw new Refusal("household-not-found");
  for (const id of linksOf(ledger, after, "item"))
    if (!getItemRow(db, itemId.parse(id))) throw new Refusal("item-not-found");
  refuseWithoutConsent(db, desk, ledger, {
    residentIds: linksOf(ledger, after, "person").map((id) => residentId.parse(id)),
    hasSensitive: Object.keys(after.secrets).length > 0,
    namesUnpicked: namesUnpicked(ledger, after),
  });
}
