import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import { ledgerText } from "#text/ledger";
import { isSensitive, mask, shownValue } from "./cell-words.ts";
import type { CellConflict } from "./use-cell-writes.ts";

type Props = { readonly conflict: CellConflict; readonly onSettle: (isMine: boolean) => void };

/** Two windows wrote one cell: both values, and the clerk's choice. Theirs has the focus; nothing is written by closing. */
export function ConflictDialog({ conflict: { row, column, entry }, onSettle }: Props): ReactNode {
  const mine = isSensitive(column) && entry.text !== "" ? mask : entry.text;
  return (
    <Modal
      open
      title={ledgerText.conflictTitle}
      onCancel={() => onSettle(false)}
      footer={
        <>
          <Button onClick={() => onSettle(true)}>{ledgerText.useMine}</Button>
          <Button type="primary" autoFocus onClick={() => onSettle(false)}>
            {ledgerText.keepTheirs}
          </Button>
        </>
      }
    >
      <p>{ledgerText.conflictLine(column.heading)}</p>
      <dl className="facts">
        <dt>{ledgerText.theirs}</dt>
        <dd>{shownValue(row, column) || ledgerText.blank}</dd>
        <dt>{ledgerText.mine}</dt>
        <dd>{mine || ledgerText.blank}</dd>
      </dl>
    </Modal>
  );
}
