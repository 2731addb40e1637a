import { Button, Input, Tabs } from "antd";
import { CloseOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import type { Ledger } from "#contract/ledger";
import { useRead } from "#bridge/use-read";
import { sayMinute } from "#text/format";
import { ledgerText } from "#text/ledger";
import { Field } from "#ui/field";
import { FormField } from "./form-field.tsx";
import { FrozenNote } from "./frozen-note.tsx";
import { RowHistory } from "./row-history.tsx";
import { RowPapers } from "./row-papers.tsx";
import { newRow, typedCells, typedOfRow } from "./typed-cells.ts";
import type { CellEntry } from "./use-cell-writes.ts";
import type { OwnChanges } from "./use-own-changes.ts";

/** Stays the same from row to row. */
export type RowFormTab = "fields" | "papers" | "history";

type Props = {
  readonly ledger: Ledger;
  /** Undefined for the row that is not there yet. */
  readonly row: LedgerRow | undefined;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onWrite: (row: LedgerRow | undefined, column: LedgerColumn, entry: CellEntry) => void;
  readonly onLook: (row: LedgerRow, column: LedgerColumn) => void;
  readonly onRestored: (row: LedgerRow, changeId: string) => void;
  readonly changes: OwnChanges;
  readonly tab: RowFormTab;
  readonly onTab: (tab: RowFormTab) => void;
  readonly onClose: () => void;
};

/** All of one row beside the sheet: its fields, its three dates apart, what proves it, and everything that was done to it. */
export function RowForm(props: Props): ReactNode {
  const { ledger, row, reason, changes, tab, onReason, onWrite, onLook, onRestored, onTab, onClose } = props;
  typedCells.use();
  const papers = useRead("ledger.attachments", row && row.attachmentCount > 0 ? { rowId: row.id } : null).value ?? [];
  const scans = papers.flatMap(({ capturedAt }) => capturedAt ?? []).sort();
  // The first and the last of them.
  const scanned = new Set([scans.at(0), scans.at(-1)].flatMap((at) => (at === undefined ? [] : sayMinute(at))));
  const typed = typedOfRow(ledger.id, row?.seq ?? newRow);
  const isOpen = ledger.state === "open" && !row?.isRemoved && !row?.isRestricted;
  const dates = row && (
    <dl className="facts">
      <dt>{ledgerText.seqWord}</dt>
      <dd>{row.seq}</dd>
      <dt>{ledgerText.occurredOn}</dt>
      <dd>{row.occurredOn || ledgerText.unknownDate}</dd>
      <dt>{ledgerText.enteredAt}</dt>
      <dd>
        {sayMinute(row.enteredAt)} {row.isLate && <span className="mark mark-look">{ledgerText.lateWord}</span>}
      </dd>
      <dt>{ledgerText.scannedAt}</dt>
      <dd>{scanned.size === 0 ? ledgerText.notScanned : [...scanned].join(" — ")}</dd>
      <FrozenNote row={row} />
    </dl>
  );
  const fields = (
    <div className="row-form-fields">
      {dates}
      {row?.isRestricted && <p className="tone-look">{ledgerText.rowRestricted}</p>}
      {row?.isRemoved && <p className="tone-look">{ledgerText.rowRemoved}</p>}
      {ledger.columns.map((column) => (
        <FormField
          key={column.key}
          row={row}
          column={column}
          typed={typed.get(column.key)}
          isOpen={isOpen}
          onWrite={(text, link) => onWrite(row, column, { text, link, revision: row?.revision ?? 0 })}
          onLook={() => row && onLook(row, column)}
        />
      ))}
      {isOpen && (
        <Field label={ledgerText.reason} forId="row-reason" note={ledgerText.changeReasonNote}>
          <Input id="row-reason" maxLength={200} value={reason} onChange={(event) => onReason(event.target.value)} />
        </Field>
      )}
    </div>
  );
  return (
    <aside className="row-form" aria-label={ledgerText.form}>
      <Tabs
        size="small"
        activeKey={row ? tab : "fields"}
        onChange={(key) => onTab(key as RowFormTab)}
        tabBarExtraContent={
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={ledgerText.close} onClick={onClose} />
        }
        items={[
          { key: "fields", label: row ? ledgerText.fields : ledgerText.newRow, children: fields },
          ...(row
            ? [
                {
                  key: "papers",
                  label: ledgerText.attachmentTab(row.attachmentCount),
                  children: <RowPapers row={row} isOpen={isOpen} changes={changes} />,
                },
                {
                  key: "history",
                  label: ledgerText.history,
                  children: <RowHistory row={row} isOpen={ledger.state === "open"} onRestored={onRestored} />,
                },
              ]
            : []),
        ]}
      />
    </aside>
  );
}
