// 台账统计 — every ledger in a line; the chosen one by what its rows may be counted by.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ColumnKey } from "#contract/ledger-column";
import { type CountedBy, countedByLabel, type CountedLedger } from "#contract/ledger-statistics";
import type { FondsId } from "#contract/fonds";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { ledgerStatisticsText as words } from "#text/ledger-statistics";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { CountTable } from "./count-table.tsx";
import { GuardedTable } from "./guarded-table.tsx";

type Props = { readonly fondsId: FondsId; readonly year: number };

function Counts({
  ledger,
  by,
  year,
}: {
  readonly ledger: CountedLedger;
  readonly by: CountedBy;
  readonly year: number;
}): ReactNode {
  const { value } = useRead("ledger-statistics.count", { ledgerId: ledger.ledgerId, by, year });
  return value && <CountTable value={value} year={year} label={`${ledger.name} ${countedByLabel[by]}`} />;
}

type Format = "xlsx" | "csv";

async function save(
  { fondsId, year }: Props,
  format: Format,
  ledger: CountedLedger | undefined,
  by: string,
): Promise<void> {
  try {
    const suggestedName = words.file(year, ledger?.name ?? words.all, format);
    const { path } = await askShell("shell.choose-save", { title: words.export[format], suggestedName, form: format });
    if (path === null) return;
    const plain = ledger?.plain.find((each) => each === by);
    const of = !ledger
      ? ({ what: "overview" } as const)
      : plain
        ? ({ what: "count", ledgerId: ledger.ledgerId, by: plain } as const)
        : ({ what: "guarded", ledgerId: ledger.ledgerId, column: by as ColumnKey } as const);
    // The system's own dialog has asked before an existing file is replaced.
    await runTask(
      "ledger-statistics.export",
      { fondsId, year, format, to: path, mayReplace: true, of },
      { label: words.exportTask, said: ({ rowCount }) => words.exported(rowCount) },
    );
  } catch (thrown) {
    sayThrown(thrown);
  }
}

/** The same figures as a workbook or as CSV, beside the table they are of. */
const SaveButtons = ({ onSave }: { readonly onSave: (format: Format) => void }): ReactNode => (
  <>
    <Button onClick={() => onSave("xlsx")}>{words.export.xlsx}</Button>
    <Button onClick={() => onSave("csv")}>{words.export.csv}</Button>
  </>
);

export function LedgerTab(props: Props): ReactNode {
  const { fondsId, year } = props;
  const ledgerStatistics = useRead("ledger-statistics.overview", { fondsId, year }).value;
  const [chosen, setChosen] = useState("");
  const [wanted, setWanted] = useState("month");
  const ledger = ledgerStatistics?.find(({ ledgerId }) => ledgerId === chosen) ?? ledgerStatistics?.[0];
  if (ledgerStatistics?.length === 0) return <Empty title={words.emptyTitle} next={words.emptyNext} />;
  const guarded = ledger?.guarded.find(({ key }) => key === wanted);
  const by = guarded ? wanted : (ledger?.plain.find((each) => each === wanted) ?? "month");
  return (
    <div className="ledger-statistics">
      <section aria-label={words.tab}>
        <table>
          <thead>
            <tr>
              {[words.ledger, words.rows(year), words.rows(year - 1), words.late, words.lateShare].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ledgerStatistics?.map((line) => (
              <tr key={line.ledgerId} className={line === ledger ? "is-active" : ""}>
                <th scope="row">
                  <Button type="link" size="small" onClick={() => setChosen(line.ledgerId)}>
                    {line.name}
                  </Button>
                </th>
                <td className="figures">{line.count}</td>
                <td className="figures">{line.before}</td>
                <td className="figures">{line.lateCount}</td>
                <td className="figures">{words.share(line.lateCount, line.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="row">
          <SaveButtons onSave={(format) => void save(props, format, undefined, "")} />
        </div>
      </section>
      {ledger && (
        <section aria-label={ledger.name}>
          <h2>{ledger.name}</h2>
          <div className="row">
            <HeadChoice
              label={words.by}
              value={by}
              options={[
                ...ledger.plain.map((each) => ({ value: each as string, label: countedByLabel[each] })),
                ...ledger.guarded.map(({ key, heading }) => ({
                  value: key as string,
                  label: words.guardedBy(heading),
                })),
              ]}
              onChange={setWanted}
            />
            <SaveButtons onSave={(format) => void save(props, format, ledger, by)} />
          </div>
          {guarded ? (
            <GuardedTable ledgerId={ledger.ledgerId} column={guarded.key} year={year} label={guarded.heading} />
          ) : (
            <Counts ledger={ledger} by={by as CountedBy} year={year} />
          )}
        </section>
      )}
    </div>
  );
}
