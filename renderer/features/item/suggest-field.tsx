import { AutoComplete } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { ask } from "#bridge/call";
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

const askAfter = 80;
const fewest = 1;

/** A text field that completes from what was entered before; arrows choose, Enter takes, typing goes on. */
export function SuggestField({ name, value, most, note, onText, onLeave }: Props): ReactNode {
  const [options, setOptions] = useState<readonly string[]>([]);
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    if (!isHere || value.trim().length < fewest) return setOptions([]);
    let isWanted = true;
    const due = setTimeout(() => {
      // Suggestions are a help; without them the field works as before.
      ask("item.suggest", { field: name, beginning: value.trim().slice(0, 100) }).then(
        (found) => isWanted && setOptions(found.filter((each) => each !== value.trim()).slice(0, 8)),
        () => isWanted && setOptions([]),
      );
    }, askAfter);
    return () => {
      isWanted = false;
      clearTimeout(due);
    };
  }, [name, value, isHere]);
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
