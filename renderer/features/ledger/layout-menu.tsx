import { Button, Checkbox, Popover, Segmented } from "antd";
import type { ReactNode } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import { ledgerText } from "#text/ledger";
import type { KeptLayout } from "./sheet-layout.ts";

type Props = {
  readonly columns: readonly LedgerColumn[];
  readonly kept: KeptLayout;
  /** Columns up to the one under the hand. */
  readonly upToHere: number;
};

const most = 10;

/** 列的样子: frozen up to the hand, hidden, and how high rows are. */
export function LayoutMenu({ columns, kept: { layout, change }, upToHere }: Props): ReactNode {
  const content = (
    <div className="stack ledger-layout">
      <div className="row wrap">
        <Button size="small" disabled={upToHere > most} onClick={() => change({ frozen: upToHere })}>
          {ledgerText.freezeHere}
        </Button>
        <Button size="small" disabled={layout.frozen === 0} onClick={() => change({ frozen: 0 })}>
          {ledgerText.unfreeze}
        </Button>
      </div>
      <div className="row">
        <span className="quiet">{ledgerText.rowHeight}</span>
        <Segmented
          size="small"
          aria-label={ledgerText.rowHeight}
          value={layout.rowHeight}
          options={(["low", "middle", "high"] as const).map((value) => ({
            value,
            label: ledgerText.rowHeights[value],
          }))}
          onChange={(rowHeight) => change({ rowHeight })}
        />
      </div>
      <div className="ledger-layout-columns">
        {columns.map(({ key, heading }) => {
          const isShown = !layout.hidden.includes(key);
          return (
            <Checkbox
              key={key}
              checked={isShown}
              disabled={isShown && layout.hidden.length >= columns.length - 1}
              onChange={() =>
                change({ hidden: isShown ? [...layout.hidden, key] : layout.hidden.filter((each) => each !== key) })
              }
            >
              {heading}
            </Checkbox>
          );
        })}
      </div>
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button>{ledgerText.layout}</Button>
    </Popover>
  );
}
