// 保管期限表 — rows left, one row with its source and its judgements right; a version bar over both.
import { Button, Segmented } from "antd";
import { type KeyboardEvent, type ReactNode, useCallback, useState } from "react";
import {
  type ScheduleRow,
  type ScheduleRowFields,
  scheduleRowFields,
  type ScheduleVersionId,
} from "#contract/schedule";
import { ask } from "#bridge/call";
import { desk, rememberDesk } from "#bridge/desk";
import { session } from "#bridge/session";
import { useRead } from "#bridge/use-read";
import { useRows } from "#bridge/use-rows";
import { bridgeText } from "#text/bridge";
import { scheduleText } from "#text/schedule";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";
import { AskDialog } from "./ask-dialog.tsx";
import { type Choice, FilterBar } from "./filter-bar.tsx";
import { RowDetail } from "./row-detail.tsx";
import { RowForm } from "./row-form.tsx";
import { ScheduleRowLine } from "./schedule-row-line.tsx";
import { type JudgingRole, useReview } from "./use-review.ts";
import { VersionBar } from "./version-bar.tsx";

const blank: ScheduleRowFields = {
  category: "WS",
  matterCode: "",
  subcategory: "",
  content: "",
  retention: "D10",
  isMinimum: false,
  startRule: "following-year-start",
  usage: "rule",
  source: "",
  sourceRow: "",
  note: "",
};
const fieldsOf = (row: ScheduleRow): ScheduleRowFields => scheduleRowFields.parse(row);

export function SchedulePage(): ReactNode {
  const { splitters, textScale } = desk.use();
  const roles = session.use()?.person.roles ?? [];
  const hasBothRoles = roles.includes("clerk") && roles.includes("supervisor");
  const versions = useRead("schedule.versions", {});
  const [chosen, setChosen] = useState<ScheduleVersionId>();
  const [choice, setChoice] = useState<Choice>({});
  const [active, setActive] = useState(-1);
  const [working, setWorking] = useState<"correct" | "drop" | "add">();
  const [as, setAs] = useState<JudgingRole>(roles.includes("clerk") ? "clerk" : "supervisor");
  const review = useReview(as);
  const rowHeight = Math.round(usePixels("--row", textScale) * 1.55);

  const all = versions.value ?? [];
  const current = all.find(({ id }) => id === chosen) ?? all.find(({ state }) => state === "draft") ?? all.at(-1);
  const key = JSON.stringify({ versionId: current?.id, ...choice });
  const fetchBlock = useCallback(
    (offset: number, limit: number) => {
      const { versionId, ...filter } = JSON.parse(key) as Choice & { versionId?: ScheduleVersionId };
      return versionId
        ? ask("schedule.rows", { versionId, ...filter, offset, limit })
        : Promise.resolve({ rows: [], total: 0 });
    },
    [key],
  );
  const rows = useRows<ScheduleRow>("schedule.rows", key, fetchBlock);
  const row = active >= 0 ? rows.rowAt(active) : undefined;
  const isDraft = current?.state === "draft";

  const choose = (id: ScheduleVersionId): void => {
    setChosen(id);
    setActive(-1);
    setWorking(undefined);
  };
  const confirm = (): void => {
    if (row && row.status !== "dropped" && current?.state !== "superseded") void review.confirm(row);
  };
  const end = (isDone: boolean): void => {
    if (isDone) setWorking(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "F2" && row && isDraft) setWorking("correct");
    else if (event.altKey && event.key.toLowerCase() === "n" && isDraft) setWorking("add");
    else return;
    event.preventDefault();
  };
  const onListKey = (event: KeyboardEvent): void => {
    if (event.key === " ") confirm();
    else if (event.key === "Delete" && row && isDraft && row.status !== "dropped") setWorking("drop");
    else return;
    event.preventDefault();
  };
  if (!current) {
    return (
      <Page title={scheduleText.title}>
        {versions.problem ? <Problem {...versions.problem} /> : <p className="quiet">{scheduleText.loading}</p>}
      </Page>
    );
  }
  const list =
    rows.total === 0 ? (
      <Empty
        title={scheduleText.emptyTitle}
        next={scheduleText.emptyNext}
        action={<Button onClick={() => setChoice({})}>{scheduleText.clear}</Button>}
      />
    ) : (
      <VirtualList
        label={scheduleText.list}
        count={rows.total ?? 0}
        rowHeight={rowHeight}
        activeIndex={active}
        onActive={(index) => {
          setActive(index);
          setWorking(undefined);
        }}
        onOpen={() => row && isDraft && setWorking("correct")}
        onShow={rows.show}
        onKey={onListKey}
        renderRow={(index) => <ScheduleRowLine row={rows.rowAt(index)} />}
      />
    );
  const right =
    working === "add" ? (
      <RowForm
        key="add"
        title={scheduleText.addTitle}
        first={{ ...blank, category: choice.category ?? "WS" }}
        asksReason={false}
        isBusy={review.isBusy}
        onSave={(fields) => void review.add(current, fields).then(end)}
        onKeep={() => setWorking(undefined)}
      />
    ) : row && working === "correct" ? (
      <RowForm
        key={row.id}
        title={`${scheduleText.correct}${scheduleText.number(row.position)}`}
        first={fieldsOf(row)}
        asksReason
        isBusy={review.isBusy}
        onSave={(fields, reason) => void review.correct(row, fields, reason).then(end)}
        onKeep={() => setWorking(undefined)}
      />
    ) : row ? (
      <RowDetail
        row={row}
        version={current}
        isBusy={review.isBusy}
        onConfirm={confirm}
        onCorrect={() => setWorking("correct")}
        onDrop={() => setWorking("drop")}
        onRemove={() => void review.remove(row)}
      />
    ) : (
      <Empty
        title={scheduleText.pickTitle}
        next={current.state === "starter" ? scheduleText.starterLine : scheduleText.pickNext}
      />
    );
  return (
    <Page
      title={scheduleText.title}
      className="fixed schedule"
      beside={<FilterBar choice={choice} total={rows.total} onChoice={(next) => (setChoice(next), setActive(-1))} />}
      primary={
        <div className="row">
          {hasBothRoles && (
            <>
              <span className="quiet">{scheduleText.as}</span>
              <Segmented
                aria-label={scheduleText.as}
                value={as}
                options={(["clerk", "supervisor"] as const).map((value) => ({
                  value,
                  label: scheduleText.roles[value],
                }))}
                onChange={setAs}
              />
            </>
          )}
          <Button disabled={!isDraft} onClick={() => setWorking("add")}>
            {scheduleText.add}
          </Button>
        </div>
      }
      shortcuts={scheduleText.shortcuts}
    >
      <div className="schedule-room" onKeyDown={onKeyDown}>
        <VersionBar versions={all} current={current} onChoose={choose} />
        {rows.problem && <Problem {...rows.problem} again={{ words: bridgeText.again, run: rows.lookAgain }} />}
        <div className="schedule-panes">
          <Split
            panes={[
              { key: "schedule-list", least: 320, content: <div className="item-left">{list}</div> },
              {
                key: "schedule-row",
                least: 340,
                first: 420,
                share: 0.36,
                content: <div className="schedule-right">{right}</div>,
              },
            ]}
            widths={splitters}
            onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
          />
        </div>
        {row && working === "drop" && (
          <AskDialog
            title={scheduleText.dropTitle(row.position)}
            line={scheduleText.dropLine}
            label={scheduleText.reason}
            hint={scheduleText.reasonHint}
            first=""
            verb={scheduleText.drop}
            cancel={scheduleText.keep}
            fits={(typed) => typed !== ""}
            isBusy={review.isBusy}
            onVerb={(reason) => void review.drop(row, reason).then(end)}
            onCancel={() => setWorking(undefined)}
          />
        )}
      </div>
    </Page>
  );
}
