import { Input, InputNumber, Segmented, Select, Switch } from "antd";
import type { ReactNode } from "react";
import {
  columnKind,
  columnPart,
  type ColumnRules,
  type LedgerColumn,
  personalLevel,
  personalLevelLabel,
} from "#contract/ledger-column";
import { isAtLeast, leastNearness } from "#contract/nearness";
import { ledgerDesignText } from "#text/ledger-design";
import { Field } from "#ui/field";
import { changeColumn } from "./column-order.ts";
import { ColumnRulesForm } from "./column-rules-form.tsx";

const words = ledgerDesignText.columns;

type Props = {
  readonly column: LedgerColumn;
  readonly columns: readonly LedgerColumn[];
  /** Whether the ledger has the column already, as it was saved. */
  readonly isKept: boolean;
  readonly onColumn: (column: LedgerColumn) => void;
};

/** What one column is: name, kind, nearness to a person, purpose, rules. */
export function ColumnForm({ column, columns, isKept, onColumn }: Props): ReactNode {
  const change = (part: Partial<LedgerColumn>): void => onColumn(changeColumn(column, part, isKept));
  const changeRules = (part: Partial<ColumnRules>): void => change({ rules: { ...column.rules, ...part } });
  const least = leastNearness(column.heading, column.kind);
  const note = column.personal === "sensitive" ? words.sensitiveNote : least === "none" ? undefined : words.atLeast;
  return (
    <div className="design-form stack">
      <Field label={words.heading} forId="column-heading">
        <Input
          id="column-heading"
          maxLength={40}
          value={column.heading}
          onChange={(event) => change({ heading: event.target.value })}
        />
      </Field>
      <Field label={words.kind}>
        <Select
          aria-label={words.kind}
          className="full"
          showSearch={{ optionFilterProp: "label" }}
          value={column.kind}
          options={columnKind.options.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => change({ kind })}
        />
      </Field>
      <Field label={words.personal} note={note}>
        <Segmented
          aria-label={words.personal}
          value={column.personal}
          options={personalLevel.options.map((value) => ({
            value,
            label: personalLevelLabel[value],
            disabled: !isAtLeast(value, least),
          }))}
          onChange={(personal) => change({ personal })}
        />
      </Field>
      {column.kind !== "formula" && column.kind !== "attachment" && (
        <Field label={words.required} forId="column-required">
          <Switch id="column-required" checked={column.isRequired} onChange={(isRequired) => change({ isRequired })} />
        </Field>
      )}
      <Field label={words.part}>
        <Select
          aria-label={words.part}
          className="full"
          value={column.part}
          options={columnPart.options.map((value) => ({ value, label: words.parts[value] }))}
          onChange={(part) => change({ part })}
        />
      </Field>
      <ColumnRulesForm column={column} columns={columns} onRules={changeRules} />
      <Field label={words.hint} forId="column-hint">
        <Input
          id="column-hint"
          maxLength={200}
          value={column.rules.hint}
          onChange={(event) => changeRules({ hint: event.target.value })}
        />
      </Field>
      <Field label={words.width} forId="column-width">
        <InputNumber
          id="column-width"
          min={40}
          max={800}
          value={column.rules.width}
          onChange={(width) => width !== null && changeRules({ width })}
        />
      </Field>
    </div>
  );
}
