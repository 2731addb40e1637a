import type { ReactNode } from "react";
import { sayPeriod } from "#contract/ledger-period";
import type { ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { itemCaseText } from "#text/item-case";

const mostShown = 20;

/** The rows of ledgers this item is the paper of: ledger, period and number; of an item about a person how many (personal-data P4). */
export function ProvenRows({ itemId }: { readonly itemId: ItemId }): ReactNode {
  const { value } = useRead("ledger.rows-of-item", { itemId });
  if (!value || value.rowCount === 0) return null;
  const shown = value.rows.slice(0, mostShown);
  return (
    <section aria-label={itemCaseText.provenRows}>
      <h3>{itemCaseText.provenRows}</h3>
      <ul className="small">
        {shown.map(({ rowId, ledgerName, period, rowNumber }) => (
          <li key={rowId}>{itemCaseText.provenRow(ledgerName, period === null ? "" : sayPeriod(period), rowNumber)}</li>
        ))}
      </ul>
      {shown.length < value.rowCount && (
        <p className="small quiet">{itemCaseText.provenCount(value.rowCount, value.isCountOnly)}</p>
      )}
    </section>
  );
}
