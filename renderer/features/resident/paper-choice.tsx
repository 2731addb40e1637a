import { Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { ItemId, ItemRow } from "#contract/item";
import { ask } from "#bridge/call";
import { consentText } from "#text/resident";
import { Field } from "#ui/field";

const askAfter = 150;
const mostFound = 20;
const said = ({ archivalCode, access, neutralTitle, title }: ItemRow): string =>
  `${archivalCode} ${access === "restricted" ? neutralTitle : title}`.trim();

/** The signed paper, found by its title; a restricted one is shown by its neutral title. */
export function PaperChoice({ onItem }: { readonly onItem: (id: ItemId | null) => void }): ReactNode {
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<readonly ItemRow[]>([]);
  useEffect(() => {
    if (typed.trim() === "") return;
    let isWanted = true;
    const due = setTimeout(() => {
      ask("search.find", { words: typed.trim(), limit: mostFound }).then(
        ({ rows }) => isWanted && setFound(rows),
        () => isWanted && setFound([]),
      );
    }, askAfter);
    return () => {
      isWanted = false;
      clearTimeout(due);
    };
  }, [typed]);
  return (
    <Field label={consentText.paper} forId="consent-paper">
      <Select
        id="consent-paper"
        className="full"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear
        placeholder={consentText.paperHint}
        notFoundContent={null}
        options={found.map((row) => ({ value: row.id, label: said(row) }))}
        onChange={(id: ItemId | undefined) => onItem(id ?? null)}
      />
    </Field>
  );
}
