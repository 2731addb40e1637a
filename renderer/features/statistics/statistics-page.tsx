// 统计 — what the archive holds: sums first, then the same by class, year, term, matter and carrier.
import { Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { carrierLabel } from "#contract/place-of-item";
import { retentionLabel } from "#contract/retention";
import type { HoldingsCount } from "#contract/statistics";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { bridgeText } from "#text/bridge";
import { sayCount } from "#text/format";
import { statisticsText } from "#text/statistics";
import { BarTable, type BarRow } from "#ui/bar-table";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { ledgerStatisticsText } from "#text/ledger-statistics";
import { LedgerTab } from "./ledger-tab.tsx";
import { Sums } from "./sums.tsx";

const { head } = statisticsText;
const thisYear = new Date().getFullYear();
const columns = [head.name, head.filed, head.drafts, head.pages, head.digitised];

function rowOf(key: string, name: string, count: HoldingsCount): BarRow {
  return {
    key,
    name,
    whole: count.filed + count.drafts,
    part: count.filed,
    cells: [
      sayCount(count.filed),
      sayCount(count.drafts),
      sayCount(count.pages),
      statisticsText.share(count.digitised, count.filed),
    ],
  };
}

export function StatisticsPage(): ReactNode {
  const { fonds, all } = useFondsScope();
  const [what, setWhat] = useState<"holdings" | "ledgers">("holdings");
  const [ledgerYear, setLedgerYear] = useState(thisYear);
  const [isAllFonds, setAllFonds] = useState(true);
  const [category, setCategory] = useState("");
  const [year, setYear] = useState(0);
  const categories = useRead("category.list", {}).value ?? [];
  const matters = useRead("matter.list", {}).value ?? [];
  const scope = {
    ...(!isAllFonds && fonds && { fondsId: fonds.id }),
    ...(category !== "" && { category }),
    ...(year !== 0 && { year }),
  };
  const { value, problem, lookAgain } = useRead("statistics.holdings", scope);
  const unscoped = useRead("statistics.holdings", {}).value;
  const nameOf = (code: string): string => categories.find((each) => each.code === code)?.name ?? code;
  const matterName = (id: string | null): string =>
    matters.find((each) => each.id === id)?.name ?? statisticsText.unsettled;
  const isEmpty = value && value.all.filed + value.all.drafts + value.all.excluded === 0;
  const choice = (
    <Segmented
      aria-label={ledgerStatisticsText.choice}
      value={what}
      options={[
        { value: "holdings", label: ledgerStatisticsText.holdings },
        { value: "ledgers", label: ledgerStatisticsText.tab },
      ]}
      onChange={setWhat}
    />
  );
  if (what === "ledgers" && fonds)
    return (
      <Page
        title={statisticsText.title}
        className="fixed"
        beside={
          <>
            {choice}
            <HeadChoice
              label={ledgerStatisticsText.year}
              value={ledgerYear}
              options={Array.from({ length: 8 }, (_, at) => ({ value: thisYear - at, label: `${thisYear - at}` }))}
              onChange={setLedgerYear}
            />
          </>
        }
      >
        <LedgerTab fondsId={fonds.id} year={ledgerYear} />
      </Page>
    );
  return (
    <Page
      title={statisticsText.title}
      beside={
        <>
          {choice}
          {all.length > 1 && (
            <HeadChoice
              label={statisticsText.fonds}
              value={isAllFonds ? "" : (fonds?.id ?? "")}
              options={[
                { value: "", label: statisticsText.any },
                ...all.map((each) => ({ value: each.id as string, label: each.name })),
              ]}
              onChange={(id) => setAllFonds(id === "")}
            />
          )}
          <HeadChoice
            label={statisticsText.category}
            value={category}
            options={[
              { value: "", label: statisticsText.any },
              ...(unscoped?.byCategory ?? []).map(({ key }) => ({ value: key, label: `${nameOf(key)} ${key}` })),
            ]}
            onChange={setCategory}
          />
          <HeadChoice
            label={statisticsText.year}
            value={year}
            options={[
              { value: 0, label: statisticsText.any },
              ...(unscoped?.byYear ?? []).flatMap(({ key }) => (key === null ? [] : [{ value: key, label: `${key}` }])),
            ]}
            onChange={setYear}
          />
        </>
      }
      shortcuts={statisticsText.shortcuts}
      className="fixed"
    >
      {problem && <Problem {...problem} again={{ words: bridgeText.again, run: lookAgain }} />}
      {isEmpty ? (
        <Empty title={statisticsText.emptyTitle} next={statisticsText.emptyNext} />
      ) : (
        value && (
          <div className="statistics">
            <Sums value={value} />
            <div className="statistics-tables">
              <BarTable
                title={statisticsText.byCategory}
                head={columns}
                rows={value.byCategory.map(({ key, count }) => rowOf(key, `${nameOf(key)} ${key}`, count))}
              />
              <BarTable
                title={statisticsText.byYear}
                head={columns}
                rows={value.byYear.map(({ key, count }) =>
                  rowOf(`${key}`, key === null ? statisticsText.unsettled : `${key}`, count),
                )}
              />
              <BarTable
                title={statisticsText.byRetention}
                head={columns}
                rows={value.byRetention.map(({ key, count }) =>
                  rowOf(`${key}`, key === null ? statisticsText.unsettled : retentionLabel(key), count),
                )}
              />
              <BarTable
                title={statisticsText.byMatter}
                head={columns}
                rows={value.byMatter.map(({ key, count }) => rowOf(`${key}`, matterName(key), count))}
              />
              <BarTable
                title={statisticsText.byCarrier}
                head={columns}
                rows={value.byCarrier.map(({ key, count }) => rowOf(key, carrierLabel[key], count))}
              />
            </div>
            <p className="quiet small">{statisticsText.note}</p>
          </div>
        )
      )}
    </Page>
  );
}
