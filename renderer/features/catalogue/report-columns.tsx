import { Button, Input, Select } from "antd";
import type { ReactNode } from "react";
import { type ReportColumn, reportSpan, type ReportTable } from "#contract/yearly-report";
import { yearlyReportText as text } from "#text/yearly-report";
import { freshKey } from "./report-lines.tsx";

type Props = { readonly table: ReportTable; readonly onTable: (table: ReportTable) => void };

/** 栏目: what each column is headed, and over which years it counts. */
export function ReportColumns({ table, onTable }: Props): ReactNode {
  const { columns } = table;
  const put = (next: readonly ReportColumn[]): void => onTable({ ...table, columns: next });
  const change = (at: number, more: Partial<ReportColumn>): void =>
    put(columns.map((column, index) => (index === at ? { ...column, ...more } : column)));
  return (
    <section className="stack" aria-label={text.columns}>
      {columns.map((column, at) => (
        <div key={column.key} className="row">
          <Input
            size="small"
            maxLength={20}
            aria-label={text.cell(column.heading, text.heading)}
            value={column.heading}
            status={column.heading.trim() === "" ? "error" : ""}
            onChange={(event) => change(at, { heading: event.target.value })}
          />
          <Select
            size="small"
            className="full"
            aria-label={text.cell(column.heading, text.span)}
            value={column.span}
            options={reportSpan.options.map((value) => ({ value, label: text.spans[value] }))}
            onChange={(span) => change(at, { span })}
          />
          <Button
            size="small"
            disabled={columns.length === 1}
            aria-label={text.cell(column.heading, text.remove)}
            onClick={() => put(columns.toSpliced(at, 1))}
          >
            {text.remove}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button
          disabled={columns.length >= 5}
          onClick={() => put([...columns, { key: freshKey(columns), heading: text.newColumn, span: "typed" }])}
        >
          {text.addColumn}
        </Button>
      </div>
    </section>
  );
}
