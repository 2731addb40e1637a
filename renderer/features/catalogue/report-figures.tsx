import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId } from "#contract/fonds";
import type { YearlyReport } from "#contract/yearly-report";
import { useWrite } from "#bridge/use-write";
import { yearlyReportText as text } from "#text/yearly-report";

type Props = { readonly report: YearlyReport; readonly fondsId: FondsId; readonly year: number };

/** 手填数 of one year beside what was counted: a counted cell is shown and cannot be changed. */
export function ReportFigures({ report, fondsId, year }: Props): ReactNode {
  const { columns, lines } = report.table;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [write, isBusy] = useWrite();
  const figuresOf = (): Record<string, string> =>
    Object.fromEntries(
      report.cells.flatMap(({ line, values }) =>
        values
          .filter(({ isTyped }) => isTyped)
          .map(({ column, value }) => [`${line}/${column}`, typed[`${line}/${column}`] ?? value]),
      ),
    );
  const keep = async (): Promise<void> => {
    const input = { fondsId, year, figures: figuresOf() };
    if (await write("yearly-report.type", input, { said: () => text.typed, hasUndo: true })) setTyped({});
  };
  return (
    <section className="stack" aria-label={text.figures}>
      <p className="quiet small">{text.figuresNote}</p>
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
            {columns.map(({ key, heading }) => (
              <th key={key} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.key}>
              <td className="figures">{at + 1}</td>
              <th scope="row">{line.label}</th>
              <td>{line.unit}</td>
              {(report.cells[at]?.values ?? []).map(({ column, value, isTyped }, place) => {
                const key = `${line.key}/${column}`;
                if (!isTyped)
                  return (
                    <td key={key} className="quiet figures">
                      {value}
                    </td>
                  );
                return (
                  <td key={key}>
                    <Input
                      size="small"
                      maxLength={40}
                      aria-label={text.cell(line.label, columns[place]?.heading ?? "")}
                      value={typed[key] ?? value}
                      onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row report-keep">
        <Button type="primary" loading={isBusy} disabled={Object.keys(typed).length === 0} onClick={() => void keep()}>
          {text.keep}
        </Button>
      </div>
    </section>
  );
}
