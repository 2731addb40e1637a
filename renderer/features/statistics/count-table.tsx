import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { ledgerStatisticsText as words } from "#text/ledger-statistics";
import { ColumnChart } from "#ui/column-chart";

type Props = { readonly value: Output<"ledger-statistics.count">; readonly year: number; readonly label: string };

/** A chart with its table beside it: the same figures, and what was written down late. */
export function CountTable({ value: { cells, total }, year, label }: Props): ReactNode {
  const rows = [...cells, { ...total, value: words.total }];
  return (
    <>
      <ColumnChart
        label={`${label} ${words.chart}`}
        notGiven={words.notGiven}
        columns={cells.map(({ value, count, before }) => ({ name: words.month(value), count, before }))}
      />
      <p className="quiet small">{words.legend(year)}</p>
      <table aria-label={label}>
        <thead>
          <tr>
            {[words.value, words.rows(year), words.rows(year - 1), words.late, words.lateShare].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, count, before, lateCount }) => (
            <tr key={value}>
              <th scope="row">{words.month(value)}</th>
              <td className="figures">{count}</td>
              <td className="figures">{before}</td>
              <td className="figures">{lateCount}</td>
              <td className="figures">{words.share(lateCount, count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
