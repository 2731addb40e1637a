import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { tableImport } from "#text/table-import";
import { Empty } from "#ui/empty";
import { HeadRowInput } from "./head-row-input.tsx";

type Props = {
  readonly isBusy: boolean;
  readonly onRow: (row: number) => void;
  readonly onClose: () => void;
};

/** A table whose heading no words tell: the clerk says where it stands, and then which column is what. */
export function HeadlessTable({ isBusy, onRow, onClose }: Props): ReactNode {
  const [row, setRow] = useState(1);
  return (
    <Empty
      title={tableImport.headlessTitle}
      next={tableImport.headlessNext}
      action={
        <div className="row">
          <label className="row">
            {tableImport.headRow}
            <HeadRowInput label={tableImport.headRow} row={row} onRow={setRow} />
          </label>
          <Button type="primary" loading={isBusy} onClick={() => onRow(row)}>
            {tableImport.headRead}
          </Button>
          <Button onClick={onClose}>{tableImport.headOther}</Button>
        </div>
      }
    />
  );
}
