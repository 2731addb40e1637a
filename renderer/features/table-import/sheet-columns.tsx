// The columns of one sheet: where its heading stands, and what each column is read as.
import { Select } from "antd";
import type { ReactNode } from "react";
import { tableImport } from "#text/table-import";
import { HeadRowInput } from "./head-row-input.tsx";

type Column<V extends string> = {
  readonly index: number;
  readonly letter: string;
  readonly heading: string;
  readonly value: V;
  readonly isRefused: boolean;
  readonly isRemembered: boolean;
};
type Props<V extends string> = {
  readonly title: string;
  readonly name: string;
  /** Said behind the sheet's name. */
  readonly note?: string;
  readonly headRow: number;
  readonly columns: readonly Column<V>[];
  readonly options: { value: V; label: string }[];
  readonly onColumn: (index: number, value: V) => void;
  readonly onHeadRow: (row: number) => void;
};

export function SheetColumns<V extends string>(props: Props<V>): ReactNode {
  const { title, name, note = "", headRow, columns, options, onColumn, onHeadRow } = props;
  return (
    <div>
      <h2>{title}</h2>
      <p className="quiet small">
        {tableImport.sheet(name)}
        {note}
      </p>
      <label className="import-line">
        <span className="cut" title={tableImport.headRowHint}>
          {tableImport.headRow}
        </span>
        <HeadRowInput label={`${tableImport.headRow} ${name}`.trim()} row={headRow} onRow={onHeadRow} />
      </label>
      {columns.map(({ index, letter, heading, value, isRefused, isRemembered }) => (
        <label key={index} className="import-line">
          <span className="import-heading">
            <span className="cut" title={heading}>
              <span className="quiet">{letter}</span> {heading}
            </span>
            {isRemembered && <span className="quiet small">{tableImport.remembered}</span>}
          </span>
          {isRefused ? (
            <span className="mark mark-destroy">{tableImport.refused}</span>
          ) : (
            <Select<V>
              aria-label={`${letter} ${heading}`}
              value={value}
              options={options}
              popupMatchSelectWidth={false}
              onChange={(chosen) => onColumn(index, chosen)}
            />
          )}
        </label>
      ))}
    </div>
  );
}
