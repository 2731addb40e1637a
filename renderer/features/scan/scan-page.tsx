// 收集 — scans come in, wait in the tray in capture order, become items.
import { Button } from "antd";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import type { PileScope } from "#contract/pile";
import type { Page as ScanPageRow, PageId } from "#contract/scan";
import { ask } from "#bridge/call";
import { desk, rememberDesk } from "#bridge/desk";
import { sayDone, sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { usePageMarks } from "#bridge/use-page-marks";
import { useRows } from "#bridge/use-rows";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { sayTail } from "#text/format";
import { markText } from "#text/pile";
import { scanText } from "#text/scan";
import { DangerDialog } from "#ui/danger-dialog";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import type { PageRoom } from "#bridge/page-slot";
import { PageViewer } from "#ui/page-viewer";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { DigitalTray } from "./digital-tray.tsx";
import { BeingBuilt } from "./being-built.tsx";
import { BatchOutcome } from "./batch-outcome.tsx";
import { scanDesk } from "./scan-desk.ts";
import { SourceBar } from "./source-bar.tsx";
import { IntakeBar } from "./intake-bar.tsx";
import { chosenPlaces, noSelection } from "#ui/select-places";
import { MarkBar, type MarkFilter } from "./mark-bar.tsx";
import { MarkLine } from "./mark-line.tsx";
import { SecretRest } from "./secret-rest.tsx";
import { WaitingCopies } from "./waiting-copies.tsx";
import { Tray } from "./tray.tsx";
import { useTrayOrder } from "./use-tray-order.ts";
import { useDrop } from "#ui/use-drop";

const mostAtOnce = 5000;
const blockSize = 200;

type Props = {
  readonly onItem: (itemId: ItemId) => void;
  readonly onGroups: () => void;
  readonly onCamera: () => void;
  readonly onPile: (scope: PileScope) => void;
  /** The tools beside the page image. */
  readonly pageRoom: PageRoom;
};

export function ScanPage({ onItem, onGroups, onCamera, onPile, pageRoom }: Props): ReactNode {
  const { splitters, textScale } = desk.use();
  const thumb = usePixels("--thumb", textScale);
  const [selection, setSelection] = useState(noSelection);
  const [mark, setMark] = useState("");
  const [batch, setBatch] = useState<Output<"scan.accept">>();
  const [isTaking, setTaking] = useState(false);
  const [toDiscard, setToDiscard] = useState<readonly PageId[]>();
  const [write, isBusy] = useWrite();
  const hasDevice = scanDesk.use().deviceId !== "";
  const trayBox = useRef<HTMLDivElement>(null);

  const marks = usePageMarks(markText.looking);
  const [filter, setFilter] = useState<MarkFilter>("all");
  const fetchBlock = useCallback(
    async (offset: number, limit: number) => {
      const { pages, total } =
        filter === "all"
          ? await ask("scan.tray", { offset, limit })
          : await ask("page-mark.pages", { offset, limit, ...(filter !== "marked" && { mark: filter }) });
      return { rows: pages, total };
    },
    [filter],
  );
  const source = filter === "all" ? "scan.tray" : "page-mark.pages";
  const tray = useRows<ScanPageRow>(source, `tray-${filter}`, fetchBlock, blockSize);
  const total = tray.total ?? 0;
  const focused = total > 0 ? tray.rowAt(Math.min(selection.focus, total - 1)) : undefined;
  const places = useMemo(() => chosenPlaces(selection).filter((place) => place < total), [selection, total]);

  // Pages that left the tray take their places with them.
  useEffect(() => {
    if (total > 0) setSelection((now) => (now.focus < total ? now : { ...noSelection, focus: total - 1 }));
  }, [total]);

  const take = async (paths: readonly string[], isFolder = false): Promise<void> => {
    if (isTaking) return;
    setTaking(true);
    const answer = await runTask(
      "scan.accept",
      { paths: [...paths], securityMark: mark },
      {
        label: isFolder ? scanText.acceptFolderTask : scanText.acceptTask(paths.length),
        said: (done) =>
          scanText.accepted(done.acceptedCount, done.pageCount, done.digitalFileCount, done.rejectedCount),
      },
    );
    setTaking(false);
    if (!answer) return;
    setBatch(answer);
    setMark("");
    trayBox.current?.focus();
  };
  const [isOver, drop] = useDrop((paths) => void take(paths));

  /** The ids of the chosen pages; blocks that were never in sight are read now. */
  const chosenIds = async (): Promise<PageId[]> => {
    if (places.length > mostAtOnce) {
      sayDone(scanText.tooMany(mostAtOnce));
      return [];
    }
    const missing = new Set(
      places.filter((place) => !tray.rowAt(place)).map((place) => Math.floor(place / blockSize) * blockSize),
    );
    const read = new Map<number, ScanPageRow>();
    for (const offset of missing) {
      const { rows } = await fetchBlock(offset, blockSize);
      rows.forEach((page, index) => read.set(offset + index, page));
    }
    return places.flatMap((place) => tray.rowAt(place)?.id ?? read.get(place)?.id ?? []);
  };
  const order = useTrayOrder({ pageAt: tray.rowAt, total, selection, onSelection: setSelection, chosenIds });
  const make = async (andOpen: boolean): Promise<void> => {
    if (places.length === 0 || isBusy) return;
    try {
      const pageIds = await chosenIds();
      if (pageIds.length === 0) return;
      const made = await write(
        "item.make",
        { pageIds },
        {
          hasUndo: true,
          // Why an item is 限制 from the start is said at once (personal-data P6).
          said: ({ item, warnings }) =>
            [
              scanText.made(item.imageCount),
              ...warnings.filter(({ code }) => code === "personal-pages").map(({ message }) => message),
            ].join("。"),
        },
      );
      if (!made) return;
      const first = places[0] ?? 0;
      setSelection({ focus: first, anchor: first, chosen: new Set() });
      if (andOpen) onItem(made.item.id);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  /** 分件 of the chosen pages; of all in the tray when none or one is chosen. */
  const openPile = async (): Promise<void> => {
    const pageIds = places.length > 1 ? await chosenIds().catch(sayThrown) : undefined;
    onPile(pageIds && pageIds.length > 1 ? { by: "pages", pageIds } : { by: "tray" });
  };
  const askDiscard = async (): Promise<void> => {
    if (places.length === 0) return;
    const ids = await chosenIds().catch(sayThrown);
    if (ids && ids.length > 0) setToDiscard(ids);
  };
  const discard = async (): Promise<void> => {
    if (!toDiscard) return;
    const done = await write(
      "scan.discard",
      { pageIds: [...toDiscard] },
      { said: ({ discardedCount }) => scanText.discarded(discardedCount) },
    );
    setToDiscard(undefined);
    if (done) setSelection(noSelection);
    trayBox.current?.focus();
  };

  const makeBar = (
    <div className="make-bar">
      <BeingBuilt
        places={places}
        pageAt={tray.rowAt}
        onAdd={(place) => setSelection((now) => ({ ...now, chosen: new Set([...now.chosen, place]) }))}
        onRemove={(place) =>
          setSelection((now) => ({ ...now, chosen: new Set([...now.chosen].filter((each) => each !== place)) }))
        }
      />
      <Button disabled={places.length === 0} danger onClick={() => void askDiscard()}>
        {scanText.discard}
      </Button>
      <Button disabled={places.length === 0} onClick={() => void make(true)}>
        {scanText.makeAndOpen}
      </Button>
      <Button
        type={places.length > 0 ? "primary" : "default"}
        disabled={places.length === 0}
        loading={isBusy}
        onClick={() => void make(false)}
      >
        {scanText.make}
      </Button>
    </div>
  );
  const left = (
    <div className="scan-left">
      {batch && <BatchOutcome batch={batch} onClose={() => setBatch(undefined)} />}
      <SecretRest />
      <DigitalTray onItem={onItem} onGroups={onGroups} />
      {tray.problem && <Problem {...tray.problem} again={{ words: bridgeText.again, run: tray.lookAgain }} />}
      {(total > 0 || filter !== "all") && (
        <MarkBar
          marks={marks}
          filter={filter}
          onFilter={(next) => {
            setFilter(next);
            setSelection(noSelection);
          }}
          onPile={() => void openPile()}
          hasPages={total > 0}
        />
      )}
      {tray.total === 0 && filter !== "all" ? (
        <Empty title={markText.noneMarked} next={markText.noneMarkedNext} />
      ) : tray.total === 0 ? (
        <Empty title={scanText.emptyTitle} next={scanText.emptyNext} />
      ) : (
        <>
          <p className="tray-count quiet">{filter === "all" ? scanText.trayCount(total) : markText.shown(total)}</p>
          <Tray
            count={total}
            pageAt={tray.rowAt}
            marksOf={marks.of}
            onShow={tray.show}
            selection={selection}
            onSelection={setSelection}
            onMake={(andOpen) => void make(andOpen)}
            onDiscard={() => void askDiscard()}
            order={order}
            thumb={thumb}
            box={trayBox}
          />
          {makeBar}
        </>
      )}
    </div>
  );
  const right = focused ? (
    <div className="with-marks">
      {pageRoom({
        page: focused,
        view: ({ isOther: _, ...look }) => (
          <PageViewer
            {...look}
            mayTurn={false}
            caption={`${scanText.caption(sayTail(focused.sourceName, 22), focused.sourcePage)} · ${scanText.colourModes[focused.colourMode]} · ${scanText.facts(focused.width, focused.height, focused.dpi)}`}
            words={scanText.viewer}
          />
        ),
        chosen: chosenIds,
        chosenCount: places.length,
        next: tray.rowAt(Math.min(selection.focus, total - 1) + 1)?.id,
        stands: "tray",
        isFixed: false,
      })}
      <MarkLine pageId={focused.id} marks={marks.of(focused.id)} />
    </div>
  ) : (
    <div className="viewer viewer-none quiet">{scanText.nothingShown}</div>
  );

  return (
    <Page
      title={scanText.title}
      beside={
        <>
          <IntakeBar
            onCamera={onCamera}
            mark={mark}
            onMark={setMark}
            isBusy={isTaking}
            isNext={places.length === 0 && !hasDevice}
            onPaths={(paths, isFolder) => void take(paths, isFolder)}
          />
          <WaitingCopies onItem={onItem} />
        </>
      }
      shortcuts={scanText.shortcuts}
      className="fixed scan-body"
    >
      <SourceBar mark={mark} onBatch={setBatch} isNext={places.length === 0 && hasDevice} />
      <div className={`drop-room ${isOver ? "is-over" : ""}`} {...drop}>
        <Split
          panes={[
            { key: "scan-tray", least: 280, content: left },
            { key: "scan-viewer", least: 260, first: 560, share: 0.4, content: right },
          ]}
          widths={splitters}
          onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
        />
        {isOver && <div className="drop-sign">{scanText.dropNow}</div>}
      </div>
      <DangerDialog
        isOpen={toDiscard !== undefined}
        title={scanText.discardTitle(toDiscard?.length ?? 0)}
        verb={scanText.discardVerb(toDiscard?.length ?? 0)}
        keep={scanText.keep}
        isBusy={isBusy}
        onVerb={() => void discard()}
        onKeep={() => setToDiscard(undefined)}
      >
        {scanText.discardLine(toDiscard?.length ?? 0)}
      </DangerDialog>
    </Page>
  );
}
