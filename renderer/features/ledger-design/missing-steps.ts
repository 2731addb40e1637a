// What has to be done before a ledger may be opened, in the order of doing it; the engine refuses for the same (personal-data P1).
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { ledgerDesignText } from "#text/ledger-design";

export type MissingStep = { readonly tab: keyof typeof ledgerDesignText.tabs; readonly words: string };

/** Steps that are still to be done for a ledger as it is saved. */
export function missingSteps(ledger: Ledger, unassessed: readonly ColumnKey[]): MissingStep[] {
  const { steps } = ledgerDesignText;
  const missing: MissingStep[] = [];
  const isPersonal = ledger.columns.some(({ personal }) => personal !== "none");
  if (ledger.purpose === "" || (ledger.basis !== "none" && ledger.basisWords === ""))
    missing.push({ tab: "basis", words: steps.purpose });
  if (ledger.basis === "none" && isPersonal) missing.push({ tab: "basis", words: steps.personal });
  const headings = ledger.columns.filter(({ key }) => unassessed.includes(key)).map(({ heading }) => heading);
  if (headings.length > 0) missing.push({ tab: "assessment", words: steps.assess(headings.join("、")) });
  return missing;
}
