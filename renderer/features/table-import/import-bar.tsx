// Over a table being read: what became of its rows, and what is done with it next.
import { Button, Checkbox } from "antd";
import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { tableImport } from "#text/table-import";

type Counts = Pick<
  Output<"import.dry-run">,
  "rowsRead" | "rowsUsable" | "skipped" | "rowsRefused" | "rowsRepeated" | "rowsKnown"
>;
type Props = {
  readonly read: Counts;
  readonly keepsRepeats: boolean;
  readonly onRepeats: (keeps: boolean) => void;
  /** What the table is read as. */
  readonly choice: ReactNode;
  readonly chooseOther: string;
  readonly onOther: () => void;
  /** The word of the act, with the number of rows it brings. */
  readonly commit: (fresh: number) => string;
  readonly isBusy: boolean;
  readonly onCommit: () => void;
};

export function ImportBar({ read, keepsRepeats, onRepeats, choice, chooseOther, onOther, ...act }: Props): ReactNode {
  const { skipped } = read;
  const fresh = read.rowsUsable - read.rowsKnown;
  return (
    <div className="table-import-bar">
      <span className="strong" role="status">
        {tableImport.counts(read.rowsUsable, read.rowsRead)}
      </span>
      <span className="quiet grow cut">
        {tableImport.skipped(skipped.blank, skipped.heading, skipped.subtotal, skipped.signature)}
        {read.rowsRefused > 0 && `　${tableImport.refusedRows(read.rowsRefused)}`}
        {read.rowsRepeated > 0 && `　${tableImport.repeated(read.rowsRepeated)}`}
        {read.rowsKnown > 0 && `　${tableImport.known(read.rowsKnown)}`}
      </span>
      <Checkbox checked={keepsRepeats} onChange={(event) => onRepeats(event.target.checked)}>
        {tableImport.repeats}
      </Checkbox>
      {choice}
      <Button onClick={onOther}>{chooseOther}</Button>
      <Button type="primary" disabled={fresh === 0} loading={act.isBusy} onClick={act.onCommit}>
        {act.commit(fresh)}
      </Button>
    </div>
  );
}
