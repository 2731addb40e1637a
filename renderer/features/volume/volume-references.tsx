import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { volumeText } from "#text/volume";

type Props = { readonly volumeId: VolumeId; readonly onItem: (id: ItemId) => void };

/** 互见 of a volume with the 档号 of today; entered at an item's own page, seen from here too. */
export function VolumeReferences({ volumeId, onItem }: Props): ReactNode {
  const { value = [] } = useRead("cross-reference.list", { of: { volumeId } });
  const [write] = useWrite();
  if (value.length === 0) return null;
  return (
    <section className="volume-findings" aria-label={volumeText.references}>
      <h3>{volumeText.references}</h3>
      <ul className="small">
        {value.map(({ id, itemId, archivalCode, title, note }) => {
          const name = [archivalCode || volumeText.notFiled, title].join(" ");
          return (
            <li key={id}>
              {itemId ? (
                <button type="button" className="link grow" onClick={() => onItem(itemId)}>
                  {name}
                </button>
              ) : (
                <span className="grow">{name}</span>
              )}
              <span className="quiet cut">{note}</span>
              <Button
                type="text"
                size="small"
                aria-label={volumeText.removeReference}
                icon={<CloseOutlined />}
                onClick={() =>
                  void write(
                    "cross-reference.remove",
                    { id },
                    { hasUndo: true, said: () => volumeText.removedReference },
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
