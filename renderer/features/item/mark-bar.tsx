import { Button, Dropdown } from "antd";
import type { ItemId } from "#contract/item";
import { type Holding, holding, holdingLabel } from "#contract/place-of-item";
import { wishExport } from "#bridge/double-layer";
import { useWrite } from "#bridge/use-write";
import type { ReactNode } from "react";
import { doubleLayerText } from "#text/double-layer";
import { itemText } from "#text/item";

type Props = {
  readonly ids: ReadonlySet<ItemId>;
  readonly onChange: () => void;
  readonly onClear: () => void;
};

/** What is marked, and what can be done with it. */
export function MarkBar({ ids, onChange, onClear }: Props): ReactNode {
  const [write, isBusy] = useWrite();
  if (ids.size === 0) return null;
  const hold = async (state: Holding): Promise<void> => {
    const done = await write(
      "item.hold",
      { changes: [...ids].map((id) => ({ id, holding: state })) },
      { hasUndo: true, said: ({ changedCount }) => itemText.held(changedCount, holdingLabel[state]) },
    );
    if (done) onClear();
  };
  return (
    <div className="mark-bar" role="status">
      <span className="mark-count">{itemText.marked(ids.size)}</span>
      <Button size="small" type="text" onClick={onClear}>
        {itemText.unmark}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: holding.options.map((state) => ({
            key: state,
            label: holdingLabel[state],
            onClick: () => void hold(state),
          })),
        }}
      >
        <Button size="small" type="text" loading={isBusy}>
          {itemText.hold}
        </Button>
      </Dropdown>
      <Button size="small" type="text" onClick={() => wishExport([...ids])}>
        {doubleLayerText.mark}
      </Button>
      <Button size="small" onClick={onChange}>
        {itemText.bulk}
      </Button>
    </div>
  );
}
