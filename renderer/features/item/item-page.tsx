// 件 — the list, the page image, the form: describing by keyboard, one item after the other.
import { Button } from "antd";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { ItemId, ItemRow } from "#contract/item";
import { mostAtOnce } from "#contract/item-bulk";
import { ask } from "#bridge/call";
import { desk, rememberDesk } from "#bridge/desk";
import { sayDone } from "#bridge/notices";
import type { PageProps, Place } from "#bridge/place";
import { useFondsScope } from "#bridge/use-scope";
import { useRows } from "#bridge/use-rows";
import { useWrite } from "#bridge/use-write";
import { itemText } from "#text/item";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import type { PageRoom } from "#bridge/page-slot";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { FilterBar } from "./filter-bar.tsx";
import { askedItems, type FilterChoice, hidesNothing, openFilter } from "./item-filter.ts";
import { ItemDetail } from "./item-detail.tsx";
import { ItemLeft } from "./item-left.tsx";
import { useMarks } from "./use-marks.ts";
import { ViewMenu } from "./view-menu.tsx";

type Props = {
  /** Opened from elsewhere (home, search, a finding); not necessarily in the list's filter. */
  readonly openedId: ItemId | undefined;
  /** The page a search found, with the places of its words. */
  readonly sought?: Place["sought"];
  readonly firstState: FilterChoice["state"];
  readonly go: PageProps["go"];
  /** The tools beside the page image. */
  readonly pageRoom: PageRoom;
};
type ItemQuery = ReturnType<typeof askedItems>;
type Active = { readonly id: ItemId; readonly index: number };

const near = 200;
/** Rows read at once: about three screens, so that no answer is large enough to be felt. */
const blockSize = 60;
const openAfter = 60;
const sayCut = (): void => sayDone(itemText.markedCut(mostAtOnce));

export function ItemPage({ openedId, sought, firstState, go, pageRoom }: Props): ReactNode {
  const { splitters, textScale } = desk.use();
  const { fonds, all, hasAnswer } = useFondsScope();
  const [choice, setChoice] = useState<FilterChoice>({ ...openFilter, state: firstState });
  const [active, setActive] = useState<Active | undefined>(openedId ? { id: openedId, index: -1 } : undefined);
  const [openId, setOpenId] = useState(openedId);
  const [write] = useWrite();
  const rowHeight = usePixels("--row", textScale) * 1.55;
  const listBox = useRef<HTMLDivElement>(null);
  const formBox = useRef<HTMLDivElement>(null);
  const viewerBox = useRef<HTMLDivElement>(null);

  // As text: the same question at every draw is the same question.
  const query = JSON.stringify(askedItems(choice, all.length > 1 ? fonds?.id : undefined));
  const fetchBlock = useCallback(
    (offset: number, limit: number) => ask("item.list", { ...(JSON.parse(query) as ItemQuery), offset, limit }),
    [query],
  );
  const rows = useRows<ItemRow>("item.list", query, fetchBlock, blockSize);
  const marks = useMarks(query, sayCut);
  const change = useCallback((part: Partial<FilterChoice>) => setChoice((now) => ({ ...now, ...part })), []);

  useEffect(() => {
    if (openedId) setActive({ id: openedId, index: -1 });
  }, [openedId]);
  // The first item opens by itself where none was asked for.
  const first = rows.rowAt(0);
  useEffect(() => {
    if (!active && first) setActive({ id: first.id, index: 0 });
  }, [active, first]);
  // A held arrow key runs through the list; an item is opened where it stops. The first one has nothing to wait for.
  const isFirst = openId === undefined;
  useEffect(() => {
    const due = setTimeout(() => setOpenId(active?.id), isFirst ? 0 : openAfter);
    return () => clearTimeout(due);
  }, [active?.id]);

  // A jump may land on a row that has not been read yet; it becomes the open one when it has come.
  const [landing, setLanding] = useState<number>();
  const landed = landing === undefined ? undefined : rows.rowAt(landing);
  useEffect(() => {
    if (landing === undefined || !landed) return;
    setActive({ id: landed.id, index: landing });
    setLanding(undefined);
  }, [landing, landed]);
  const activeIndex = landing ?? findActive(active, rows.rowAt, rows.total ?? 0);
  // An item opened from elsewhere was most often just made: its row is looked for at the end of the list.
  const isSought = active?.index === -1 && activeIndex === -1;
  const { reach, total } = rows;
  useEffect(() => {
    if (isSought && total !== undefined && total > blockSize) reach(total - 1);
  }, [isSought, reach, total]);
  const goTo = (index: number): void => {
    if (index >= 0 && index < (rows.total ?? 0)) setLanding(index);
  };
  const focusTitle = (): void => formBox.current?.querySelector<HTMLElement>("#title")?.focus();
  const next = (): void => {
    if (activeIndex + 1 < (rows.total ?? 0)) {
      goTo(activeIndex + 1);
      setTimeout(focusTitle, openAfter + 60);
    } else listBox.current?.focus();
  };
  const gone = (): void => {
    const row = rows.rowAt(activeIndex + 1) ?? rows.rowAt(activeIndex - 1);
    setActive(row ? { id: row.id, index: activeIndex } : undefined);
    if (!row) setOpenId(undefined);
    listBox.current?.focus();
  };
  const makePaper = async (): Promise<void> => {
    const made = await write(
      "item.make",
      { pageIds: [], fields: { paperPageCount: 1, ...(fonds ? { fondsId: fonds.id } : {}) } },
      { hasUndo: true, said: () => itemText.paperMade },
    );
    if (!made) return;
    setActive({ id: made.item.id, index: -1 });
    setTimeout(focusTitle, 200);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "F2") focusTitle();
    else if (event.key === "F6") {
      const places = [
        listBox.current,
        viewerBox.current?.querySelector<HTMLElement>(".part-page[aria-current]"),
        formBox.current?.querySelector<HTMLElement>("#title"),
      ];
      const here = places.findIndex((place, index) =>
        (index === 2 ? formBox.current : index === 1 ? viewerBox.current : place)?.contains(document.activeElement),
      );
      places[(here + (event.shiftKey ? 2 : 1)) % 3]?.focus();
    } else return;
    event.preventDefault();
  };

  const isEmpty = rows.total === 0;
  const list = (
    <ItemLeft
      rows={rows}
      query={query}
      choice={choice}
      onChoice={change}
      onClear={() => setChoice(openFilter)}
      marks={marks}
      activeIndex={activeIndex}
      onActive={goTo}
      onOpen={focusTitle}
      rowHeight={Math.round(rowHeight)}
      listRef={listBox}
    />
  );
  return (
    <Page
      title={itemText.title}
      beside={
        <>
          <FilterBar choice={choice} onChoice={change} fondsId={hasAnswer ? fonds?.id : undefined} total={rows.total} />
          <ViewMenu choice={choice} onChoice={setChoice} />
        </>
      }
      primary={<Button onClick={() => void makePaper()}>{itemText.makePaper}</Button>}
      shortcuts={itemText.shortcuts}
      className="fixed"
    >
      {isEmpty && hidesNothing(choice) && !openId ? (
        <Empty
          title={itemText.emptyTitle}
          next={itemText.emptyNext}
          action={
            <Button type="primary" onClick={() => go({ page: "scan" })}>
              {itemText.toScan}
            </Button>
          }
        />
      ) : (
        <div className="item-room" onKeyDown={onKeyDown}>
          <Split
            panes={[
              { key: "item-list", least: 180, first: 250 * textScale, content: list },
              {
                key: "item-detail",
                least: 480,
                content: openId ? (
                  <ItemDetail
                    id={openId}
                    allFonds={all}
                    go={go}
                    pageRoom={pageRoom}
                    sought={openId === openedId ? sought : undefined}
                    onNext={next}
                    onOpen={(id) => setActive({ id, index: -1 })}
                    onGone={gone}
                    formBox={formBox}
                    viewerBox={viewerBox}
                  />
                ) : (
                  <div className="viewer viewer-none quiet">{itemText.noneOpen}</div>
                ),
              },
            ]}
            widths={splitters}
            onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
          />
        </div>
      )}
    </Page>
  );
}

/** Where the open item stands now: its row may have moved since it was opened. */
function findActive(active: Active | undefined, rowAt: (index: number) => ItemRow | undefined, total: number): number {
  if (!active) return -1;
  if (rowAt(active.index)?.id === active.id) return active.index;
  for (const from of [active.index, total - 1]) {
    for (let step = 0; step <= near; step++) {
      if (rowAt(from + step)?.id === active.id) return from + step;
      if (rowAt(from - step)?.id === active.id) return from - step;
    }
  }
  return -1;
}
