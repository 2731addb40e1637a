import { Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import { ledgerDesignText } from "#text/ledger-design";
import { Field } from "#ui/field";
import { toKeys, toWords } from "./formula-words.ts";

const words = ledgerDesignText.columns;

type Props = {
  readonly formula: string;
  readonly columns: readonly LedgerColumn[];
  readonly onFormula: (formula: string) => void;
};

/** A formula with the headings of columns in 「」; the engine keeps their keys, so that renaming a column breaks nothing. */
export function FormulaField({ formula, columns, onFormula }: Props): ReactNode {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? toWords(formula, columns);
  const take = (next: string): void => {
    setTyped(next);
    onFormula(toKeys(next, columns));
  };
  return (
    <Field label={words.formula} forId="column-formula" note={words.formulaHint}>
      <div className="stack">
        <Input.TextArea
          id="column-formula"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={shown}
          onChange={(event) => take(event.target.value)}
          onBlur={() => setTyped(undefined)}
        />
        <Select
          size="small"
          aria-label={words.insert}
          placeholder={words.insert}
          value={null}
          popupMatchSelectWidth={false}
          options={columns
            .filter(({ personal }) => personal !== "sensitive")
            .map(({ key, heading }) => ({ value: key as string, label: heading }))}
          onChange={(key: string | null) => {
            const column = columns.find((each) => each.key === key);
            if (column) take(`${shown}「${column.heading}」`);
          }}
        />
      </div>
    </Field>
  );
}
