import { AutoComplete } from "antd";
import { type ReactNode, useCallback, useState } from "react";
import { ask } from "#bridge/call";
import { useFound } from "#bridge/use-found";
import { Field } from "#ui/field";

type Props = {
  readonly id: "correspondent" | "handler";
  readonly label: string;
  readonly value: string;
  readonly note?: ReactNode;
  readonly onText: (text: string) => void;
};

/** A name written before completes from its characters or from two letters of pinyin. */
export function NameField({ id, label, value, note, onText }: Props): ReactNode {
  const [isHere, setHere] = useState(false);
  const beginning = value.trim();
  const find = useCallback(
    async (words: string) =>
      (await ask("register.suggest", { field: id, beginning: words.slice(0, 100) }))
        .filter((each) => each !== words)
        .slice(0, 8),
    [id],
  );
  const options = useFound(isHere ? beginning : "", find, { restMs: 80 });
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
