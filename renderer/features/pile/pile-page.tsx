// 分件: a pile as rows of thumbnails, one row an item to be; boundaries are moved by hand, then all of it is made at once.
import { Button } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { PileScope, SeparationMethod } from "#contract/pile";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { usePageMarks } from "#bridge/use-page-marks";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { markText, pileText } from "#text/pile";
import { scanText } from "#text/scan";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { PageViewer } from "#ui/page-viewer";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { PileChoices } from "./pile-choices.tsx";
import { fieldsOf, joinBefore, moveBoundary, type Plan, rowsOf, splitAt, toggleAside } from "./plan.ts";
import { type RunActs, RunRow } from "./run-row.tsx";
import { usePlan } from "./use-plan.ts";

/** What will be made of a plan. */
function orderOf(plan: Plan, rows: ReturnType<typeof rowsOf>) {
  const runs = rows
    .filter((row) => row.pageIds.length > 0)
    .map((row) => ({ pageIds: [...row.pageIds], ...fieldsOf(plan, row.firstId) }));
  const aside = plan.pages.flatMap(({ page, role }) => (role === "page" ? [] : [{ pageId: page.id, why: role }]));
  return { runs, aside };
}

export function PilePage({ place, go }: PageProps): ReactNode {
  const { splitters, textScale } = desk.use();
  const thumb = Math.round(usePixels("--thumb", textScale) * 0.86);
  const [scope, setScope] = useState<PileScope>(place.pile ?? { by: "tray" });
  const [method, setMethod] = useState<SeparationMethod | null>(null);
  const [every, setEvery] = useState(2);
  const { plan, change, reading, isNewer, takeNewer } = usePlan({ scope, method, every });
  const [focus, setFocus] = useState(0);
  const [write, isBusy] = useWrite();
  const matters = useRead("matter.list", {}).value;
  const open = useMemo(() => (matters ?? []).filter(({ closedOn }) => closedOn === ""), [matters]);
  usePageMarks(markText.looking);
  const box = useRef<HTMLDivElement>(null);
  const back = (): void => go({ page: "scan" });

  const rows = useMemo(() => (plan ? rowsOf(plan) : []), [plan]);
  const count = plan?.pages.length ?? 0;
  const at = Math.min(focus, Math.max(0, count - 1));
  const focused = plan?.pages[at]?.page;
  const order = plan && orderOf(plan, rows);
  const asideOf = (why: "blank" | "separator"): number => order?.aside.filter((each) => each.why === why).length ?? 0;

  useEffect(() => {
    document.querySelector(`#pile-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at, rows]);
  useEffect(() => box.current?.focus(), [plan === undefined]);

  const acts: RunActs = useMemo(
    () => ({
      focusOn: setFocus,
      split: (page) => change((now) => splitAt(now, page)),
      join: (page) => change((now) => joinBefore(now, page)),
      toggle: (page) => change((now) => toggleAside(now, page)),
      drop: (page, run) => change((now) => moveBoundary(now, page, run)),
      describe: ({ firstId }, fields) =>
        change((now) =>
          firstId === undefined ? now : { ...now, isEdited: true, fields: new Map([...now.fields, [firstId, fields]]) },
        ),
    }),
    // The setter of the state behind `change` never changes.
    [],
  );
  const make = async (): Promise<void> => {
    if (!order || order.runs.length === 0 || isBusy) return;
    const made = await write("pile.make", order, {
      hasUndo: true,
      said: ({ items, asideCount }) => pileText.made(items.length, asideCount),
    });
    if (made) back();
    else reading.lookAgain();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows.findIndex((each) => each.pages.some(({ place: page }) => page === at));
    const firstOf = (index: number): number =>
      rows[index]?.pages.find(({ entry }) => entry.role === "page")?.place ?? at;
    const keys: Record<string, () => void> = {
      ArrowRight: () => setFocus(Math.min(count - 1, at + 1)),
      ArrowLeft: () => setFocus(Math.max(0, at - 1)),
      ArrowDown: () => setFocus(firstOf(Math.min(rows.length - 1, row + 1))),
      ArrowUp: () => setFocus(firstOf(Math.max(0, row - 1))),
      Home: () => setFocus(0),
      End: () => setFocus(count - 1),
      Enter: () => (event.ctrlKey ? void make() : acts.split(at)),
      Backspace: () => acts.join(at),
      Delete: () => acts.toggle(at),
      " ": () => acts.toggle(at),
      Escape: back,
    };
    const act = keys[event.key];
    if (!act || event.altKey) return;
    event.preventDefault();
    act();
  };

  let number = 0;
  const left = plan && order && (
    <div className="pile-left">
      {(reading.value?.unlookedCount ?? 0) > 0 && (
        <p className="pile-notes">{pileText.unlooked(reading.value?.unlookedCount ?? 0)}</p>
      )}
      {(reading.value?.unreadCount ?? 0) > 0 && reading.value?.method === "first-page" && (
        <p className="pile-notes">{pileText.unread(reading.value.unreadCount)}</p>
      )}
      {isNewer && (
        <p className="pile-notes">
          {pileText.againNote}{" "}
          <Button size="small" onClick={takeNewer}>
            {pileText.again}
          </Button>
        </p>
      )}
      <div
        ref={box}
        className="pile-list"
        role="listbox"
        tabIndex={0}
        aria-label={pileText.list}
        aria-activedescendant={`pile-${at}`}
        onKeyDown={onKeyDown}
      >
        {rows.map((run, index) => {
          const why = run.firstId === undefined ? undefined : plan.proposed.get(run.firstId);
          const isOwn = why !== undefined && run.firstId !== undefined;
          return (
            <RunRow
              key={run.firstId ?? run.pages[0]?.entry.page.id}
              run={run}
              at={index}
              number={run.pageIds.length > 0 ? ++number : null}
              because={isOwn ? pileText.because(why.reason, why.documentNumber, why.confidence) : pileText.byHand}
              isSure={!isOwn || why.confidence >= 0.7}
              {...fieldsOf(plan, run.firstId)}
              matters={open}
              focus={run.pages.some(({ place: page }) => page === at) ? at : -1}
              thumb={thumb}
              acts={acts}
            />
          );
        })}
      </div>
      <div className="pile-foot">
        <span className="grow" role="status">
          {order.runs.length === 0
            ? pileText.allBlank
            : pileText.sum(
                order.runs.length,
                order.runs.reduce((sum, run) => sum + run.pageIds.length, 0),
              )}
          {order.aside.length > 0 && order.runs.length > 0 && (
            <span className="quiet">　{pileText.sumAside(asideOf("blank"), asideOf("separator"))}</span>
          )}
        </span>
        <Button onClick={back}>{pileText.back}</Button>
        <Button type="primary" disabled={order.runs.length === 0} loading={isBusy} onClick={() => void make()}>
          {pileText.make(order.runs.length)}
        </Button>
      </div>
    </div>
  );
  const right = focused ? (
    <PageViewer
      source={`app://page/${focused.id}/image?version=${focused.version}`}
      width={focused.width}
      height={focused.height}
      caption={scanText.caption(focused.sourceName, focused.sourcePage)}
      words={scanText.viewer}
    />
  ) : (
    <div className="viewer viewer-none quiet">{pileText.nothingShown}</div>
  );
  const isEmpty = reading.problem?.code === "pile-empty";
  return (
    <Page
      title={pileText.title}
      beside={
        <PileChoices
          scope={scope}
          onScope={setScope}
          method={method ?? reading.value?.method}
          onMethod={setMethod}
          every={every}
          onEvery={setEvery}
        />
      }
      shortcuts={pileText.shortcuts}
      className="fixed"
    >
      {isEmpty ? (
        <Empty
          title={pileText.emptyTitle}
          next={pileText.emptyNext}
          action={
            <Button type="primary" autoFocus onClick={back}>
              {pileText.back}
            </Button>
          }
        />
      ) : reading.problem ? (
        <Problem {...reading.problem} again={{ words: bridgeText.again, run: reading.lookAgain }} />
      ) : (
        <Split
          panes={[
            { key: "pile-list", least: 380, content: left },
            { key: "pile-viewer", least: 240, first: 480, share: 0.34, content: right },
          ]}
          widths={splitters}
          onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
        />
      )}
    </Page>
  );
}
