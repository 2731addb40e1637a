import { Button } from "antd";
import type { ReactNode } from "react";
import type { LedgerState } from "#contract/ledger";
import { ledgerText } from "#text/ledger";

type Props = { readonly state: LedgerState; readonly isFiltered: boolean; readonly onWhole: () => void };

/** Over a sheet without rows: that the filter hides them, that nothing may be written yet, or how the first one is. */
export function SheetEmpty({ state, isFiltered, onWhole }: Props): ReactNode {
  if (isFiltered)
    return (
      <div className="sheet-empty">
        <p className="empty-title">{ledgerText.noRowsTitle}</p>
        <Button onClick={onWhole}>{ledgerText.clearFilter}</Button>
      </div>
    );
  return (
    <div className="sheet-empty">
      <p className="empty-title">{ledgerText.startTitle}</p>
      <p className="quiet">{state === "open" ? ledgerText.startNext : ledgerText.notOpen[state]}</p>
    </div>
  );
}
