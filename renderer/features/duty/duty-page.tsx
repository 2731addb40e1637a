// 履职日历 — what is due in each period of a year, what proves it, and the shares the year is held against.
import { Button, Tabs } from "antd";
import { type ReactNode, useState } from "react";
import type { ArchivalDate } from "#contract/archival-date";
import type { Duty } from "#contract/duty";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { dutyText } from "#text/duty";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { DutyDialog } from "./duty-dialog.tsx";
import { OffList } from "./off-list.tsx";
import { TargetPanel } from "./target-panel.tsx";
import { TurnDetail } from "./turn-detail.tsx";
import { YearGrid, type Chosen } from "./year-grid.tsx";

const thisYear = new Date().getFullYear();

export function DutyPage({ place, go }: PageProps): ReactNode {
  const { fonds } = useFondsScope();
  const [year, setYear] = useState(place.year ?? thisYear);
  const [chosen, setChosen] = useState<Chosen>();
  const [tab, setTab] = useState("detail");
  const [dialog, setDialog] = useState<{ readonly duty: Duty | undefined }>();
  const [write, isBusy] = useWrite();
  const { value, problem, lookAgain } = useRead("duty.calendar", fonds ? { fondsId: fonds.id, year } : null);
  const line = value?.lines.find(({ duty }) => duty.id === chosen?.dutyId);
  const turn = line?.turns.find(({ period }) => period === chosen?.period);
  const take = (): void => {
    if (!fonds) return;
    void write(
      "duty.take",
      { fondsId: fonds.id, beginsOn: `${year}-01-01` as ArchivalDate },
      { said: ({ taken }) => dutyText.taken(taken), hasUndo: true },
    );
  };
  const takeButton = (
    <Button type="primary" disabled={isBusy} onClick={take}>
      {dutyText.take}
    </Button>
  );
  return (
    <Page
      title={dutyText.title}
      className="fixed"
      shortcuts={dutyText.shortcuts}
      beside={
        <>
          <HeadChoice
            label={dutyText.year}
            value={year}
            options={Array.from({ length: 6 }, (_, at) => ({ value: thisYear - at, label: `${thisYear - at}` }))}
            onChange={setYear}
          />
          {value && value.offered > 0 && value.lines.length > 0 && <Button onClick={take}>{dutyText.take}</Button>}
        </>
      }
      primary={<Button onClick={() => setDialog({ duty: undefined })}>{dutyText.add}</Button>}
    >
      {problem && <Problem {...problem} again={{ words: bridgeText.again, run: lookAgain }} />}
      <div className="duty">
        <div className="duty-left">
          {value?.lines.length === 0 ? (
            <Empty
              title={dutyText.emptyTitle}
              next={dutyText.emptyNext}
              action={value.offered > 0 ? takeButton : undefined}
            />
          ) : (
            value && (
              <YearGrid
                lines={value.lines}
                chosen={chosen}
                onChoose={(next) => {
                  setChosen(next);
                  setTab("detail");
                }}
              />
            )
          )}
        </div>
        <aside className="duty-right" aria-label={dutyText.tabs.detail}>
          <Tabs
            activeKey={tab}
            onChange={setTab}
            items={Object.entries(dutyText.tabs).map(([key, label]) => ({ key, label }))}
          />
          {tab === "targets" && fonds && <TargetPanel fondsId={fonds.id} year={year} />}
          {tab === "off" && fonds && <OffList fondsId={fonds.id} />}
          {tab === "detail" &&
            (line && turn ? (
              <TurnDetail line={line} turn={turn} go={go} onRevise={() => setDialog({ duty: line.duty })} />
            ) : (
              <p className="quiet">{dutyText.choose}</p>
            ))}
        </aside>
      </div>
      {dialog && fonds && (
        <DutyDialog fondsId={fonds.id} year={year} duty={dialog.duty} onClose={() => setDialog(undefined)} />
      )}
    </Page>
  );
}
