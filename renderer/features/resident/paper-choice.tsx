import { Select } from "antd";
import { type ReactNode, useState } from "react";
import type { ItemId } from "#contract/item";
import { findItems, sayFoundItem } from "#bridge/find-items";
import { useFound } from "#bridge/use-found";
import { consentText } from "#text/resident";
import { Field } from "#ui/field";

/** The signed paper, found by its title; a restricted one is shown by its neutral title. */
export function PaperChoice({ onItem }: { readonly onItem: (id: ItemId | null) => void }): ReactNode {
  const [typed, setTyped] = useState("");
  const found = useFound(typed.trim(), findItems, { restMs: 150, keepsLast: true });
  return (
    <Field label={consentText.paper} forId="consent-paper">
      <Select
        id="consent-paper"
        className="full"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear
        placeholder={consentText.paperHint}
        notFoundContent={null}
        options={found.map((row) => ({ value: row.id, label: sayFoundItem(row) }))}
        onChange={(id: ItemId | undefined) => onItem(id ?? null)}
      />
    </Field>
  );
}
