import { AutoComplete } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { ask } from "#bridge/call";
import { Field } from "#ui/field";

type Props = {
  readonly id: "correspondent" | "handler";
  readonly label: string;
  readonly value: string;
  readonly note?: ReactNode;
  readonly onText: (text: string) => void;
};

const askAfter = 80;

/** A name written before completes from its characters or from two letters of pinyin. */
export function NameField({ id, label, value, note, onText }: Props): ReactNode {
  const [options, setOptions] = useState<readonly string[]>([]);
  const [isHere, setHere] = useState(false);
  const beginning = value.trim();
  useEffect(() => {
    if (!isHere || beginning === "") return setOptions([]);
    let isWanted = true;
    const due = setTimeout(() => {
      ask("register.suggest", { field: id, beginning: beginning.slice(0, 100) }).then(
        (found) => isWanted && setOptions(found.filter((each) => each !== beginning).slice(0, 8)),
        () => isWanted && setOptions([]),
      );
    }, askAfter);
    return () => {
      isWanted = false;
      clearTimeout(due);
    };
  }, [id, beginning, isHere]);
  return (
    <Field label={label} forId={id} note={note} tone="look">
      <AutoComplete
        id={id}
        data-field={id}
        className="full"
        value={value}
        maxLength={200}
        defaultActiveFirstOption={options.length > 0 && /^[a-z]+$/.test(beginning)}
        options={options.map((each) => ({ value: each }))}
        onChange={(text: string) => onText(text ?? "")}
        onFocus={() => setHere(true)}
        onBlur={() => setHere(false)}
      />
    </Field>
  );
}
