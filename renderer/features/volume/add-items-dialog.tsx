import { Checkbox, Modal, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import type { ItemId, ItemRow } from "#contract/item";
import type { Volume } from "#contract/volume";
import { useRead } from "#bridge/use-read";
import { volumeText } from "#text/volume";

type Props = {
  readonly volume: Volume;
  readonly onAdd: (rows: readonly ItemRow[]) => void;
  readonly onCancel: () => void;
};
type From = keyof typeof volumeText.addFrom;

const froms = (["own", "other"] as const).map((value: From) => ({ value, label: volumeText.addFrom[value] }));
const shownTitle = (row: ItemRow): string =>
  (row.access === "restricted" ? row.neutralTitle : row.title) || volumeText.untitled;

/** Drafts that lie in no volume yet, to be put behind what the volume holds; those of another 门类 change to its own. */
export function AddItemsDialog({ volume, onAdd, onCancel }: Props): ReactNode {
  const { fondsId, category } = volume;
  const [from, setFrom] = useState<From>("own");
  const [chosen, setChosen] = useState<readonly ItemId[]>([]);
  const isOwn = from === "own";
  const filter = { fondsId, state: "draft" as const, ...(isOwn && { category }) };
  const list = useRead("item.list", { filter, order: "date", limit: 1000 });
  const loose = (list.value?.rows ?? []).filter(
    (row) => row.volumeId === null && (row.category === category) === isOwn,
  );
  return (
    <Modal
      open
      title={volumeText.addTitle}
      width="min(760px, 92vw)"
      okText={volumeText.addVerb(chosen.length)}
      cancelText={volumeText.cancel}
      okButtonProps={{ disabled: chosen.length === 0 }}
      // In the order of the list, whatever the order of the clicks.
      onOk={() => onAdd(loose.filter((row) => chosen.includes(row.id)))}
      onCancel={onCancel}
    >
      <Segmented
        options={froms}
        value={from}
        onChange={(next) => {
          setFrom(next);
          setChosen([]);
        }}
      />
      {!isOwn && <p className="quiet">{volumeText.addOther}</p>}
      {list.value && loose.length === 0 ? (
        <p className="quiet volume-none">{volumeText.addNone}</p>
      ) : (
        <Checkbox.Group
          className="volume-loose"
          value={[...chosen]}
          onChange={(ids) => setChosen(ids)}
          options={loose.map((row) => ({
            value: row.id,
            label: [row.documentDate, shownTitle(row), row.documentNumber].filter(Boolean).join(" · "),
          }))}
        />
      )}
    </Modal>
  );
}
