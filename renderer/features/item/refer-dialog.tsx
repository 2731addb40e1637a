import { Input, Modal, Radio } from "antd";
import { type ReactNode, useState } from "react";
import type { Item, ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { itemCaseText } from "#text/item-case";
import { Field } from "#ui/field";

type Props = { readonly item: Item; readonly onClose: () => void };
type End = { readonly itemId: ItemId } | { readonly volumeId: VolumeId };
type Line = { readonly key: string; readonly end: End; readonly words: string };

/** 互见: the other item or volume is found by words; both sides show it afterwards. */
export function ReferDialog({ item, onClose }: Props): ReactNode {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string>();
  const [note, setNote] = useState("");
  const [write, isBusy] = useWrite();
  const items = useRead("item.list", words === "" ? null : { filter: { words }, limit: 20 });
  const volumes = useRead("volume.list", words === "" ? null : { fondsId: item.fondsId, limit: 1000 });
  const lines: Line[] = [
    ...(items.value?.rows ?? [])
      .filter((row) => row.id !== item.id)
      .map((row) => ({
        key: row.id,
        end: { itemId: row.id },
        words: [
          row.archivalCode || itemCaseText.notFiled,
          row.access === "restricted" ? row.neutralTitle : row.title,
        ].join(" "),
      })),
    ...(volumes.value?.rows ?? [])
      .filter((row) => row.title.includes(words) || row.archivalCode.includes(words))
      .map((row) => ({
        key: row.id,
        end: { volumeId: row.id },
        words: `${itemCaseText.volume} ${row.archivalCode || itemCaseText.notFiled} ${row.title}`,
      })),
  ];
  const end = lines.find((line) => line.key === chosen)?.end;
  const refer = async (): Promise<void> => {
    if (!end) return;
    const done = await write(
      "cross-reference.add",
      { of: { itemId: item.id }, to: end, note },
      { hasUndo: true, said: () => itemCaseText.referred },
    );
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={itemCaseText.referTitle}
      okText={itemCaseText.referVerb}
      cancelText={itemCaseText.cancel}
      okButtonProps={{ disabled: !end, loading: isBusy }}
      onOk={() => void refer()}
      onCancel={onClose}
    >
      <Input.Search
        autoFocus
        allowClear
        placeholder={itemCaseText.referWords}
        aria-label={itemCaseText.referWords}
        onSearch={(next) => setWords(next.trim())}
      />
      <div className="merge-rows">
        {words !== "" && items.value && lines.length === 0 && <p className="quiet">{itemCaseText.referNone}</p>}
        <Radio.Group
          className="volume-loose"
          value={chosen}
          onChange={(event) => setChosen(event.target.value as string)}
          options={lines.map((line) => ({ value: line.key, label: line.words }))}
        />
      </div>
      <Field label={itemCaseText.referNote} forId="refer-note">
        <Input id="refer-note" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </Modal>
  );
}
