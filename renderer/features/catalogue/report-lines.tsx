import { Button, Input, Select } from "antd";
import type { ReactNode } from "react";
import type { Category } from "#contract/fonds";
import { type Retention, retentionLabel } from "#contract/retention";
import { type ReportLine, reportMeasure, type ReportTable } from "#contract/yearly-report";
import { yearlyReportText as text } from "#text/yearly-report";

type Props = {
  readonly table: ReportTable;
  readonly categories: readonly Category[];
  readonly onTable: (table: ReportTable) => void;
};
const terms: readonly Retention[] = ["Y", "D30", "D10"];
/** A key nothing in the list has yet. */
export const freshKey = (some: readonly { readonly key: string }[]): string => {
  let number = some.length + 1;
  while (some.some(({ key }) => key === `own-${number}`)) number += 1;
  return `own-${number}`;
};

/** 指标: one line each, what it is called and what it counts. */
export function ReportLines({ table, categories, onTable }: Props): ReactNode {
  const { lines } = table;
  const put = (next: readonly ReportLine[]): void => onTable({ ...table, lines: next });
  const change = (at: number, more: Partial<ReportLine>): void =>
    put(lines.map((line, index) => (index === at ? { ...line, ...more } : line)));
  const lift = (at: number): void => {
    const moved = lines[at];
    if (moved && at > 0) put(lines.toSpliced(at, 1).toSpliced(at - 1, 0, moved));
  };
  const add = (): void =>
    put([
      ...lines,
      { key: freshKey(lines), label: text.newLine, unit: "", measure: "typed", category: null, retention: null },
    ]);
  return (
    <section className="stack" aria-label={text.lines}>
      <table className="plain report-table">
        <thead>
          <tr>
            <th scope="col">{text.serial}</th>
            <th scope="col" className="report-name">
              {text.label}
            </th>
            <th scope="col" className="report-unit">
              {text.unit}
            </th>
            {[text.measure, text.category, text.retention, ""].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const isCounted = line.measure !== "typed";
            const named = (words: string): string => text.cell(line.label, words);
            return (
              <tr key={line.key}>
                <td className="figures">{at + 1}</td>
                <td>
                  <Input
                    size="small"
                    maxLength={80}
                    aria-label={named(text.label)}
                    value={line.label}
                    status={line.label.trim() === "" ? "error" : ""}
                    onChange={(event) => change(at, { label: event.target.value })}
                  />
                </td>
                <td>
                  <Input
                    size="small"
                    maxLength={12}
                    aria-label={named(text.unit)}
                    value={line.unit}
                    onChange={(event) => change(at, { unit: event.target.value })}
                  />
                </td>
                <td>
                  <Select
                    size="small"
                    className="full"
                    aria-label={named(text.measure)}
                    value={line.measure}
                    options={reportMeasure.options.map((value) => ({ value, label: text.measures[value] }))}
                    onChange={(measure) => change(at, { measure })}
                  />
                </td>
                <td>
                  <Select<string>
                    size="small"
                    className="full"
                    disabled={!isCounted}
                    aria-label={named(text.category)}
                    value={line.category ?? ""}
                    options={[
                      { value: "", label: text.all },
                      ...categories.map(({ code, name }) => ({ value: code, label: name })),
                    ]}
                    onChange={(code) => change(at, { category: code || null })}
                  />
                </td>
                <td>
                  <Select<Retention | "">
                    size="small"
                    className="full"
                    disabled={!isCounted}
                    aria-label={named(text.retention)}
                    value={line.retention ?? ""}
                    options={[
                      { value: "", label: text.all },
                      ...terms.map((value) => ({ value, label: retentionLabel(value) })),
                    ]}
                    onChange={(term) => change(at, { retention: term || null })}
                  />
                </td>
                <td>
                  <div className="row">
                    <Button size="small" disabled={at === 0} aria-label={named(text.up)} onClick={() => lift(at)}>
                      {text.up}
                    </Button>
                    <Button
                      size="small"
                      disabled={lines.length === 1}
                      aria-label={named(text.remove)}
                      onClick={() => put(lines.toSpliced(at, 1))}
                    >
                      {text.remove}
                    </Button>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="row">
        <Button disabled={lines.length >= 120} onClick={add}>
          {text.addLine}
        </Button>
      </div>
    </section>
  );
}
