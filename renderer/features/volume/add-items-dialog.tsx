import { Checkbox, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { ItemId } from "#contract/item";
import type { Volume } from "#contract/volume";
import { useRead } from "#bridge/use-read";
import { volumeText } from "#text/volume";

type Props = { readonly volume: Volume; readonly onAdd: (ids: ItemId[]) => void; readonly onCancel: () => void };

/** Drafts of the same 门类 that lie in no volume yet, to be put behind what the volume holds. */
export function AddItemsDialog({ volume, onAdd, onCancel }: Props): ReactNode {
  const { fondsId, category } = volume;
  const list = useRead("item.list", {
    filter: { fondsId, category, state: "draft" },
    order: "date",
    limit: 1000,
  });
  const [chosen, setChosen] = useState<readonly ItemId[]>([]);
  const loose = (list.value?.rows ?? []).filter((row) => row.volumeId === null);
  return (
    <Modal
      open
      title={volumeText.addTitle}
      width="min(760px, 92vw)"
      okText={volumeText.addVerb(chosen.length)}
      cancelText={volumeText.cancel}
      okButtonProps={{ disabled: chosen.length === 0 }}
      // In the order of the list, whatever the order of the clicks.
      onOk={() => onAdd(loose.map((row) => row.id).filter((id) => chosen.includes(id)))}
      onCancel={onCancel}
    >
      {list.value && loose.length === 0 ? (
        <p className="quiet">{volumeText.addNone}</p>
      ) : (
        <Checkbox.Group
          className="volume-loose"
          value={[...chosen]}
          onChange={(ids) => setChosen(ids)}
          options={loose.map((row) => ({
            value: row.id,
            label: [
              row.documentDate,
              row.access === "restricted" ? row.neutralTitle : row.title || volumeText.untitled,
              row.documentNumber,
            ]
              .filter(Boolean)
              .join(" · "),
          }))}
        />
      )}
    </Modal>
  );
}
