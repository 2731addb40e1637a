import { Button } from "antd";
import type { ReactNode } from "react";
import { itemText } from "#text/item";

type Props = {
  readonly count: number;
  readonly onChange: () => void;
  readonly onClear: () => void;
};

/** What is marked, and what can be done with it. */
export function MarkBar({ count, onChange, onClear }: Props): ReactNode {
  if (count === 0) return null;
  return (
    <div className="mark-bar" role="status">
      <span className="grow">{itemText.marked(count)}</span>
      <Button size="small" type="text" onClick={onClear}>
        {itemText.unmark}
      </Button>
      <Button size="small" onClick={onChange}>
        {itemText.bulk}
      </Button>
    </div>
  );
}
