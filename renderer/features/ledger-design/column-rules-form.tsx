import { Input, InputNumber, Select, Switch } from "antd";
import type { ReactNode } from "react";
import { type ColumnRules, type LedgerColumn, residentField, textFormat } from "#contract/ledger-column";
import { ledgerDesignText } from "#text/ledger-design";
import { Field } from "#ui/field";
import { FormulaField } from "./formula-field.tsx";

const words = ledgerDesignText.columns;

type Props = {
  readonly column: LedgerColumn;
  readonly columns: readonly LedgerColumn[];
  readonly onRules: (part: Partial<ColumnRules>) => void;
};
type NumberProps = {
  readonly name: "longest" | "least" | "most";
  readonly rules: ColumnRules;
  readonly onRules: Props["onRules"];
};

/** Kinds that take a default in every new row. */
const hasInitial = new Set(["text", "longText", "number", "money", "date", "choice", "tags", "yesNo", "grid"]);

function Limit({ name, rules, onRules }: NumberProps): ReactNode {
  return (
    <Field label={words[name]} forId={`column-${name}`}>
      <InputNumber
        id={`column-${name}`}
        value={rules[name]}
        {...(name === "longest" && { min: 1, max: 4000, precision: 0 })}
        onChange={(value) => onRules({ [name]: value })}
      />
    </Field>
  );
}

/** Where the value is carried over from when a resident is picked. */
function CarriedFields({ column, columns, onRules }: Props): ReactNode {
  const sources = columns.filter(({ kind, key }) => (kind === "person" || kind === "household") && key !== column.key);
  if (sources.length === 0) return null;
  const { fillsFrom, fillsWith } = column.rules;
  return (
    <>
      <Field label={words.fillsFrom}>
        <Select
          aria-label={words.fillsFrom}
          className="full"
          value={fillsFrom ?? ""}
          options={[
            { value: "", label: words.notFilled },
            ...sources.map(({ key, heading }) => ({ value: key as string, label: heading })),
          ]}
          onChange={(key) =>
            onRules(
              key === ""
                ? { fillsFrom: null, fillsWith: "" }
                : { fillsFrom: key as ColumnRules["fillsFrom"], fillsWith: fillsWith || "phone" },
            )
          }
        />
      </Field>
      {fillsFrom !== null && (
        <Field label={words.fillsWith}>
          <Select
            aria-label={words.fillsWith}
            className="full"
            value={fillsWith}
            options={residentField.options
              .filter((value) => value !== "")
              .map((value) => ({ value, label: words.carried[value] }))}
            onChange={(value) => onRules({ fillsWith: value })}
          />
        </Field>
      )}
    </>
  );
}

/** The rules that belong to the column's kind. */
export function ColumnRulesForm(props: Props): ReactNode {
  const { column, columns, onRules } = props;
  const { kind, rules } = column;
  return (
    <>
      {kind === "text" && (
        <Field label={words.format}>
          <Select
            aria-label={words.format}
            className="full"
            value={rules.format}
            options={textFormat.options.map((value) => ({ value, label: words.formats[value] }))}
            onChange={(format) => onRules({ format })}
          />
        </Field>
      )}
      {(kind === "text" || kind === "longText") && <Limit name="longest" rules={rules} onRules={onRules} />}
      {(kind === "number" || kind === "money") && (
        <>
          <Limit name="least" rules={rules} onRules={onRules} />
          <Limit name="most" rules={rules} onRules={onRules} />
        </>
      )}
      {(kind === "number" || kind === "formula") && (
        <Field label={words.decimals} forId="column-decimals">
          <InputNumber
            id="column-decimals"
            min={0}
            max={6}
            precision={0}
            value={rules.decimals}
            onChange={(decimals) => decimals !== null && onRules({ decimals })}
          />
        </Field>
      )}
      {kind === "date" && (
        <Field label={words.future} forId="column-future">
          <Switch id="column-future" checked={rules.mayBeFuture} onChange={(mayBeFuture) => onRules({ mayBeFuture })} />
        </Field>
      )}
      {(kind === "choice" || kind === "tags") && (
        <>
          <Field label={words.choices} forId="column-choices">
            <Input.TextArea
              id="column-choices"
              autoSize={{ minRows: 3, maxRows: 9 }}
              placeholder={words.choicesHint}
              value={rules.choices.join("\n")}
              onChange={(event) => onRules({ choices: event.target.value.split("\n") })}
              onBlur={() => onRules({ choices: rules.choices.map((each) => each.trim()).filter(Boolean) })}
            />
          </Field>
          <Field label={words.openChoice} forId="column-open">
            <Switch
              id="column-open"
              checked={rules.isOpenChoice}
              onChange={(isOpenChoice) => onRules({ isOpenChoice })}
            />
          </Field>
        </>
      )}
      {kind === "formula" && (
        <FormulaField
          key={column.key}
          formula={rules.formula}
          columns={columns.filter(({ key }) => key !== column.key)}
          onFormula={(formula) => onRules({ formula })}
        />
      )}
      {hasInitial.has(kind) && (
        <Field label={words.initial} forId="column-initial">
          <Input
            id="column-initial"
            maxLength={200}
            value={rules.initial}
            placeholder={kind === "date" ? words.initialHints.date : words.initialHints.other}
            onChange={(event) => onRules({ initial: event.target.value })}
          />
        </Field>
      )}
      {["text", "address", "grid"].includes(kind) && <CarriedFields {...props} />}
    </>
  );
}
