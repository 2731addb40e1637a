import { type ReactNode, useState } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { useRead } from "#bridge/use-read";
import { ledgerDesignText } from "#text/ledger-design";
import { ColumnForm } from "./column-form.tsx";
import { ColumnList } from "./column-list.tsx";
import { newColumn } from "./column-order.ts";
import { HeadPreview } from "./head-preview.tsx";

type Props = {
  readonly ledger: Ledger;
  readonly columns: readonly LedgerColumn[];
  readonly onColumns: (columns: LedgerColumn[]) => void;
};

/** The columns of a ledger: the head of the grid above, their list left, one of them right. */
export function ColumnsTab({ ledger, columns, onColumns }: Props): ReactNode {
  const [chosen, setActive] = useState(0);
  const removed = useRead("ledger.removed-columns", { id: ledger.id }).value ?? [];
  const active = Math.min(chosen, columns.length - 1);
  const column = columns[active];
  return (
    <div
      className="design-columns-tab"
      onKeyDown={(event) => {
        if (!event.altKey || event.key.toLowerCase() !== "n") return;
        event.preventDefault();
        onColumns([...columns, newColumn(ledgerDesignText.columns.newHeading(columns.length + 1))]);
        setActive(columns.length);
      }}
    >
      <HeadPreview columns={columns} active={active} onActive={setActive} />
      <div className="design-columns-room">
        <ColumnList
          columns={columns}
          removed={removed}
          active={active}
          onActive={setActive}
          onColumns={(next) => onColumns([...next])}
        />
        {column && (
          <ColumnForm
            key={column.key}
            column={column}
            columns={columns}
            isKept={ledger.columns.some(({ key }) => key === column.key)}
            onColumn={(next) => onColumns(columns.map((each) => (each.key === next.key ? next : each)))}
          />
        )}
      </div>
    </div>
  );
}
