import { InputNumber } from "antd";
import { type ReactNode, useState } from "react";

type Props = {
  readonly label: string;
  /** The row as it is read now; null where none is recognised. */
  readonly row: number | null;
  readonly onRow: (row: number) => void;
};
const lastRow = 1_048_576;

/** The row of a heading; the table is read again when the number is finished, not at each digit. */
export function HeadRowInput({ label, row, onRow }: Props): ReactNode {
  const [typed, setTyped] = useState(row);
  const [known, setKnown] = useState(row);
  if (row !== known) {
    setKnown(row);
    setTyped(row);
  }
  const finish = (): void => {
    if (typed !== null && typed !== row) onRow(typed);
  };
  return (
    <InputNumber
      aria-label={label}
      min={0}
      max={lastRow}
      precision={0}
      value={typed}
      onChange={setTyped}
      onBlur={finish}
      onPressEnter={finish}
    />
  );
}
