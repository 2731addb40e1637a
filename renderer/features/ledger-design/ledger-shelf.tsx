import type { ReactNode } from "react";
import { type Ledger, type LedgerId, ledgerStateLabel } from "#contract/ledger";
import { ledgerDesignText } from "#text/ledger-design";

type Props = {
  readonly ledgers: readonly Ledger[];
  readonly chosen: LedgerId | undefined;
  readonly onChoose: (id: LedgerId) => void;
};

/** The office's ledgers in its own order, each with how it stands. */
export function LedgerShelf({ ledgers, chosen, onChoose }: Props): ReactNode {
  return (
    <ul className="design-shelf" aria-label={ledgerDesignText.list}>
      {ledgers.map((ledger) => (
        <li key={ledger.id}>
          <button
            type="button"
            aria-current={ledger.id === chosen ? "true" : undefined}
            onClick={() => onChoose(ledger.id)}
          >
            <span>{ledger.name}</span>
            <span className="small quiet">
              {ledgerStateLabel[ledger.state]} · {ledgerDesignText.columnCount(ledger.columns.length)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
