import { type ReactNode, useEffect, useState } from "react";
import type { ColumnKey } from "#contract/ledger-column";
import type { GuardedCount } from "#contract/ledger-statistics";
import type { LedgerId } from "#contract/ledger";
import { write } from "#bridge/use-write";
import { sayWhen } from "#text/format";
import { ledgerStatisticsText as words } from "#text/ledger-statistics";
import { ColumnChart } from "#ui/column-chart";

type Props = {
  readonly ledgerId: LedgerId;
  readonly column: ColumnKey;
  readonly year: number;
  readonly label: string;
};

/** Persons by one guarded column; what is not given says so, and leads nowhere. */
export function GuardedTable({ ledgerId, column, year, label }: Props): ReactNode {
  const [count, setCount] = useState<GuardedCount>();
  useEffect(() => {
    let isWanted = true;
    setCount(undefined);
    void write("ledger-statistics.count-guarded", { ledgerId, column, year }).then(
      (given) => isWanted && setCount(given),
    );
    return () => void (isWanted = false);
  }, [ledgerId, column, year]);
  if (!count) return null;
  const rows = [...count.cells, { value: words.total, count: count.total }];
  return (
    <>
      {count.cells.some((cell) => cell.count !== null) && (
        <ColumnChart
          label={`${label} ${words.chart}`}
          notGiven={words.notGiven}
          columns={count.cells.map(({ value, count: persons }) => ({ name: value, count: persons, before: null }))}
        />
      )}
      <p className="quiet small">{words.guardedNote}</p>
      <p className="quiet small">
        {words.countedAt(sayWhen(count.countedAt))}
        {count.isHeld && `　${words.held}`}
      </p>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.persons}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, count: persons }) => (
            <tr key={value}>
              <th scope="row">{value}</th>
              <td className="figures">{persons ?? words.notGiven}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
