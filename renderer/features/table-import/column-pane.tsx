import { InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { documentRetentions, retentionLabel, type Retention } from "#contract/retention";
import { tableFieldLabel, type TableField } from "#contract/table-import";
import { tableImport } from "#text/table-import";
import { HeadRowInput } from "./head-row-input.tsx";
import { SheetColumns } from "./sheet-columns.tsx";
import type { DryRun, ImportOrder } from "./use-dry-run.ts";

type Props = {
  readonly order: ImportOrder;
  readonly read: DryRun;
  readonly onChange: (some: Partial<ImportOrder>) => void;
  readonly onYear: (year: number | null) => void;
  readonly onHeadRow: (sheet: string, row: number) => void;
};

const fields = Object.entries(tableFieldLabel).map(([value, label]) => ({ value: value as TableField, label }));
const open = "open";
const terms = [
  { value: open, label: tableImport.leaveOpen },
  ...documentRetentions.map((value) => ({ value: value as string, label: retentionLabel(value) })),
];

/** What each column is read as, and the clerk's word where the table needs it. */
export function ColumnPane({ order, read, onChange, onYear, onHeadRow }: Props): ReactNode {
  const mapping = order.mapping ?? [];
  const choose = (sheet: string, index: number, field: TableField): void => {
    const others = mapping.filter((each) => each.sheet !== sheet || each.index !== index);
    onChange({ mapping: [...others, { sheet, index, field }] });
  };
  const answered = Object.entries(order.terms ?? {});
  const asked = [
    ...answered.map(([text]) => ({ text, count: 0 })),
    ...read.termsAsked.filter(({ text }) => !answered.some(([known]) => known === text)),
  ];
  const answer = (text: string, value: string): void => {
    const rest = Object.fromEntries(answered.filter(([known]) => known !== text));
    onChange({ terms: value === open ? rest : { ...rest, [text]: value as Retention } });
  };
  return (
    <section className="import-columns" aria-label={tableImport.columns}>
      {asked.length > 0 && (
        <div className="import-terms">
          <h2>{tableImport.terms}</h2>
          <p className="quiet small">{tableImport.termsLine}</p>
          {asked.map(({ text, count }) => (
            <label key={text} className="import-line">
              <span className="cut">
                {count > 0
                  ? tableImport.termCount(text || tableImport.blankTerm, count)
                  : text || tableImport.blankTerm}
              </span>
              <Select
                aria-label={text || tableImport.blankTerm}
                value={order.terms?.[text] ?? open}
                options={terms}
                onChange={(value) => answer(text, value)}
              />
            </label>
          ))}
        </div>
      )}
      {read.sheets.map(({ name, headRow, year, columns }) => (
        <SheetColumns
          key={name}
          title={tableImport.columns}
          {...{ name, headRow }}
          note={year === null ? "" : `　${tableImport.headYear(year)}`}
          columns={columns.map((column) => ({ ...column, value: column.field }))}
          options={fields}
          onColumn={(index, field) => choose(name, index, field)}
          onHeadRow={(row) => onHeadRow(name, row)}
        />
      ))}
      {read.findings
        .filter(({ code }) => code === "sheet-not-imported")
        .map(({ sheet }) => (
          <label key={sheet} className="import-line">
            <span className="cut" title={tableImport.headRowHint}>
              {tableImport.unreadSheet(sheet)}
            </span>
            <HeadRowInput
              label={`${tableImport.headRow} ${sheet}`.trim()}
              row={null}
              onRow={(row) => onHeadRow(sheet, row)}
            />
          </label>
        ))}
      <label className="import-line">
        <span className="cut" title={tableImport.yearHint}>
          {tableImport.year}
        </span>
        <InputNumber aria-label={tableImport.year} min={1900} max={2200} value={order.year ?? null} onChange={onYear} />
      </label>
    </section>
  );
}
