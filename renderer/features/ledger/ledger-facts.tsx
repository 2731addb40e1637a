import type { ReactNode } from "react";
import { type Ledger, ledgerBasisLabel } from "#contract/ledger";
import { retentionLabel } from "#contract/retention";
import { ledgerText } from "#text/ledger";

/** What the ledger is kept for, on what basis and for how long: always in sight above its rows (personal-data P1). */
export function LedgerFacts({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const { purpose, basis, basisWords, retention } = ledger;
  const label = ledgerBasisLabel[basis];
  // Some words begin with what the basis is called.
  const basisSaid = basisWords.startsWith(label) ? basisWords : [label, basisWords].filter(Boolean).join("：");
  return (
    <dl className="ledger-facts">
      <div className="cut" title={purpose}>
        <dt>{ledgerText.purpose}</dt>
        <dd>{purpose || ledgerText.blank}</dd>
      </div>
      <div className="cut" title={basisSaid}>
        <dt>{ledgerText.basis}</dt>
        <dd>{basisSaid}</dd>
      </div>
      <div>
        <dt>{ledgerText.retention}</dt>
        <dd>{retention === null ? ledgerText.retentionOpen : retentionLabel(retention)}</dd>
      </div>
    </dl>
  );
}
