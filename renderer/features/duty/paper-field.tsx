import { AutoComplete } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { ItemId } from "#contract/item";
import { ask } from "#bridge/call";
import { dutyText } from "#text/duty";
import { Field } from "#ui/field";

export type Paper = { readonly id: ItemId; readonly name: string };
type Props = {
  readonly id: string;
  readonly value: Paper | undefined;
  readonly onPaper: (paper: Paper | undefined) => void;
};
const askAfter = 150;

/** A filed item, found by 档号 or title; a restricted one is shown by its neutral title. */
export function PaperField({ id, value, onPaper }: Props): ReactNode {
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<readonly Paper[]>([]);
  useEffect(() => {
    if (typed.trim() === "" || value) return setFound([]);
    let isWanted = true;
    const due = setTimeout(() => {
      ask("search.find", { words: typed.trim(), limit: 20 }).then(
        ({ rows }) =>
          isWanted &&
          setFound(
            rows.map((row) => ({
              id: row.id,
              name: `${row.archivalCode} ${row.access === "restricted" ? row.neutralTitle : row.title}`.trim(),
            })),
          ),
        () => isWanted && setFound([]),
      );
    }, askAfter);
    return () => {
      isWanted = false;
      clearTimeout(due);
    };
  }, [typed, value]);
  return (
    <Field label={dutyText.paper} forId={id}>
      <AutoComplete
        id={id}
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
