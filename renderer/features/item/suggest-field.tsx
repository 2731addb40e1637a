import { AutoComplete } from "antd";
import { type ReactNode, useCallback, useState } from "react";
import { ask } from "#bridge/call";
import { useFound } from "#bridge/use-found";
import { itemText } from "#text/item";
import { Field } from "#ui/field";

type Props = {
  readonly name: "creator" | "documentNumber";
  readonly value: string;
  readonly most: number;
  readonly note?: ReactNode;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
};

/** A text field that completes from what was entered before; arrows choose, Enter takes, typing goes on. */
export function SuggestField({ name, value, most, note, onText, onLeave }: Props): ReactNode {
  const [isHere, setHere] = useState(false);
  // Suggestions are a help; without them the field works as before.
  const find = useCallback(
    async (words: string) =>
      (await ask("item.suggest", { field: name, beginning: words.slice(0, 100) }))
        .filter((each) => each !== words)
        .slice(0, 8),
    [name],
  );
  const options = useFound(isHere ? value.trim() : "", find, { restMs: 80 });
  return (
    <Field label={itemText.fields[name]} forId={name} note={note} tone="look">
      <AutoComplete
        id={name}
        data-field={name}
        className="full"
        value={value}
        maxLength={most}
        defaultActiveFirstOption={false}
        options={options.map((each) => ({ value: each }))}
        onChange={(text: string) => onText(text ?? "")}
        onFocus={() => setHere(true)}
        onBlur={() => {
          setHere(false);
          onLeave();
        }}
      />
    </Field>
  );
}
