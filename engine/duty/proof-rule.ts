// Which rows of which ledger prove a duty.
import type { Duty } from "#contract/duty";
import type { LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { ProofRule } from "#db/duty";

/** Code of a duty that is proved by what was filed, not by a ledger. */
export const archiveCode = "archive";

/** Whether rows may be counted by the values of a column: a list of choices, and none that is about a person. */
export const maySelect = ({ kind, personal }: LedgerColumn): boolean =>
  personal === "none" && (kind === "choice" || kind === "yesNo");

/** The column that decides, or undefined when the ledger has none that may. */
export const decidingColumn = ({ columns }: Ledger, { countsBy }: Pick<Duty, "countsBy">): LedgerColumn | undefined =>
  columns.find((column) => (countsBy === null ? column.part === "kind" : column.key === countsBy) && maySelect(column));

export function proofRuleOf(duty: Duty, ledger: Ledger): ProofRule {
  const key = duty.kindValue === "" ? null : decidingColumn(ledger, duty)?.key;
  return { dutyId: duty.id, ledgerId: ledger.id, key, value: duty.kindValue };
}
