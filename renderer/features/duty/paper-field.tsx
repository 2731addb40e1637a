import { AutoComplete } from "antd";
import { type ReactNode, useState } from "react";
import type { ItemId } from "#contract/item";
import { findItems, sayFoundItem } from "#bridge/find-items";
import { useFound } from "#bridge/use-found";
import { dutyText } from "#text/duty";
import { Field } from "#ui/field";

export type Paper = { readonly id: ItemId; readonly name: string };
type Props = {
  readonly id: string;
  readonly value: Paper | undefined;
  readonly onPaper: (paper: Paper | undefined) => void;
};
const findPapers = async (words: string): Promise<Paper[]> =>
  (await findItems(words)).map((item) => ({ id: item.id, name: sayFoundItem(item) }));

/** A filed item, found by 档号 or title; a restricted one is shown by its neutral title. */
export function PaperField({ id, value, onPaper }: Props): ReactNode {
  const [typed, setTyped] = useState("");
  const found = useFound(value ? "" : typed.trim(), findPapers, { restMs: 150 });
  return (
    <Field label={dutyText.paper} forId={id}>
      <AutoComplete
        id={id}
        className="full"
        value={value?.name ?? typed}
        placeholder={dutyText.paperHint}
        options={found.map(({ id: itemId, name }) => ({ value: itemId, label: name }))}
        onChange={(text: string) => {
          if (found.some((each) => each.id === text)) return;
          onPaper(undefined);
          setTyped(text);
        }}
        onSelect={(itemId: string) => onPaper(found.find((each) => each.id === itemId))}
      />
    </Field>
  );
}
