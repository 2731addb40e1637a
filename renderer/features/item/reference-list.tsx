import { CloseOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import type { ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { itemCaseText } from "#text/item-case";

type Props = { readonly itemId: ItemId; readonly onOpen: (id: ItemId) => void };

/** 互见 of an item, whichever side they were entered from. */
export function ReferenceList({ itemId, onOpen }: Props): ReactNode {
  const { value = [] } = useRead("cross-reference.list", { of: { itemId } });
  const [write] = useWrite();
  if (value.length === 0) return null;
  return (
    <section aria-label={itemCaseText.references}>
      <h3>{itemCaseText.references}</h3>
      <ul className="small">
        {value.map((each) => {
          const other = each.itemId;
          const name = [each.volumeId && itemCaseText.volume, each.archivalCode || itemCaseText.notFiled, each.title]
            .filter(Boolean)
            .join(" ");
          return (
            <li key={each.id} className="row">
              {other ? (
                <button type="button" className="link grow" onClick={() => onOpen(other)}>
                  {name}
                </button>
              ) : (
                <span className="grow">{name}</span>
              )}
              <span className="quiet cut">{each.note}</span>
              <Tooltip title={itemCaseText.remove}>
                <Button
                  type="text"
                  size="small"
                  aria-label={itemCaseText.remove}
                  icon={<CloseOutlined />}
                  onClick={() =>
                    void write(
                      "cross-reference.remove",
                      { id: each.id },
                      { hasUndo: true, said: () => itemCaseText.removed },
                    )
                  }
                />
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
