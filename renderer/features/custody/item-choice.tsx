import { AutoComplete } from "antd";
import { type ReactNode, useState } from "react";
import type { ItemId } from "#contract/item";
import { findItems } from "#bridge/find-items";
import { useFound } from "#bridge/use-found";
import { custodyText } from "#text/custody";
import { Field } from "#ui/field";

export type ChosenItem = { readonly id: ItemId; readonly archivalCode: string; readonly title: string };
type Props = {
  readonly value: ChosenItem | undefined;
  /** The item of a line that exists is not exchanged. */
  readonly isFixed: boolean;
  readonly onItem: (item: ChosenItem | undefined) => void;
};
const findFiled = async (words: string): Promise<ChosenItem[]> =>
  (await findItems(words)).filter(({ state }) => state === "filed");

/** A filed item, found by 档号 or title; restricted ones are shown by their neutral title. */
export function ItemChoice({ value, isFixed, onItem }: Props): ReactNode {
  const [typed, setTyped] = useState("");
  const found = useFound(value ? "" : typed.trim(), findFiled, { restMs: 150 });
  if (isFixed && value) {
    return (
      <Field label={custodyText.damage.item}>
        <div className="archival-code">{value.archivalCode}</div>
        <div className="quiet small">{value.title}</div>
      </Field>
    );
  }
  return (
    <Field label={custodyText.damage.item} forId="damage-item" note={value?.title}>
      <AutoComplete
        id="damage-item"
        value={value?.archivalCode ?? typed}
        placeholder={custodyText.damage.itemHint}
        notFoundContent={typed.trim() === "" || value ? null : custodyText.damage.itemNone}
        options={found.map((item) => ({ value: item.id, label: `${item.archivalCode} ${item.title}` }))}
        onChange={(text: string) => {
          if (found.some((item) => item.id === text)) return;
          onItem(undefined);
          setTyped(text);
        }}
        onSelect={(id: string) => onItem(found.find((item) => item.id === id))}
      />
    </Field>
  );
}
