// Which rows of which ledger prove a duty.
import type { Duty } from "#contract/duty";
import type { LedgerColumn } from "#contract/ledger-column";
import { isProxy } from "#contract/nearness";
import type { Ledger } from "#contract/ledger";
import type { ProofRule } from "#db/duty";

/** Code of a duty that is proved by what was filed, not by a ledger. */
export const archiveCode = "archive";

/** Whether rows may be counted by the values of a column: a list of choices, none that is about a person or stands in for a people. */
const maySelect = (column: LedgerColumn): boolean =>
  column.personal === "none" && (column.kind === "choice" || column.kind === "yesNo") && !isProxy(column);

/** Columns rows may be counted by: of a ledger with sensitive columns none, its kinds are counted guarded or not at all (personal-data P8). */
const selectable = ({ columns }: Pick<Ledger, "columns">): readonly LedgerColumn[] =>
  columns.some(({ personal }) => personal === "sensitive") ? [] : columns.filter(maySelect);

/** The column whose value is shown beside a row, or undefined. */
export const shownKind = (ledger: Pick<Ledger, "columns">): LedgerColumn | undefined =>
  selectable(ledger).find(({ part }) => part === "kind");

/** The column that decides, or undefined when the ledger has none that may. */
export const decidingColumn = (ledger: Ledger, { countsBy }: Pick<Duty, "countsBy">): LedgerColumn | undefined =>
  selectable(ledger).find(({ part, key }) => (countsBy === null ? part === "kind" : key === countsBy));

export function proofRuleOf(duty: Duty, ledger: Ledger): ProofRule {
  const key = duty.kindValue === "" ? null : decidingColumn(ledger, duty)?.key;
  return { dutyId: duty.id, ledgerId: ledger.id, key, value: duty.kindValue };
}
