// 检索: one box for items, pages, boxes and ledger periods; facets at the left, the page of a hit with its words marked at the right.
import { SearchOutlined } from "@ant-design/icons";
import { Button, Input, Segmented, Select } from "antd";
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { SearchFilter, SearchOrder } from "#contract/search";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { chooseFonds } from "#bridge/use-scope";
import { searchText } from "#text/search";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { FacetList } from "./facet-list.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import { HitPage } from "./hit-page.tsx";
import { openBox } from "./open-box.ts";
import { RebuildIndex } from "./rebuild-index.tsx";
import { SearchState } from "./search-state.tsx";
import { EntryLine } from "./search-lines.tsx";
import type { Entry, Kind } from "./search-question.ts";
import { sectionsOf } from "./search-sections.ts";
import { useMarkedPage } from "./use-marked-page.ts";
import { useSearch } from "./use-search.ts";

const words = searchText.page;
const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value: value as Kind, label }));
const orders = Object.entries(words.orders).map(([value, label]) => ({ value: value as SearchOrder, label }));

const openWords = { item: words.openItem, box: words.openBox, period: words.openLedger } as const;

type Props = PageProps & { readonly firstWords: string };

export function SearchPage({ go, firstWords }: Props): ReactNode {
  const { splitters } = desk.use();
  const [typed, setTyped] = useState(firstWords);
  const [filter, setFilter] = useState<SearchFilter>({});
  const [kind, setKind] = useState<Kind>("all");
  const [order, setOrder] = useState<SearchOrder>("newest");
  const [activeKey, setActiveKey] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const asked = typed.trim();
  const search = useSearch({ words: asked, filter, order });
  const { found } = search;
  const sections = found ? sectionsOf(found, kind, search) : [];
  const entries = sections.flatMap((section) => section.entries);
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.key === activeKey),
  );
  const active = entries[at];
  const shownPage = useMarkedPage(active?.kind === "page" ? active : undefined, asked);

  useEffect(() => setActiveKey(undefined), [asked, filter, order, kind]);
  useEffect(() => document.getElementById(`hit-${active?.key}`)?.scrollIntoView({ block: "nearest" }), [active?.key]);

  const open = (entry: Entry | undefined): void => {
    if (!entry) return;
    if (entry.kind === "item") go({ page: "item", itemId: entry.item.id });
    else if (entry.kind === "box") void openBox(entry.box.boxId, go);
    else if (entry.kind === "period") {
      chooseFonds(entry.period.fondsId);
      go({ page: "ledger", ledgerId: entry.period.ledgerId });
    } else if (entry.hit.itemId === null) go({ page: "scan" });
    else
      go({
        page: "item",
        itemId: entry.hit.itemId,
        sought: { pageId: entry.hit.pageId, places: shownPage.of(entry)?.places ?? [] },
      });
  };
  const toWords = (): void => box.current?.querySelector("input")?.focus();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    const isInList = event.target instanceof HTMLElement && event.target.closest(".search-box, .search-found") !== null;
    if (event.key === "Escape" && document.querySelector(".ant-modal-root, .ant-dropdown-open") === null) toWords();
    else if (step !== undefined && isInList && entries.length > 0)
      setActiveKey(entries[Math.min(entries.length - 1, Math.max(0, at + step))]?.key);
    else if (event.key === "Enter" && isInList && !(event.target instanceof HTMLButtonElement)) open(active);
    else return;
    event.preventDefault();
  };

  const list = (
    <div className="search-found" id="hits" role="listbox" aria-label={searchText.results} tabIndex={0}>
      {sections.map((section) => (
        <Fragment key={section.key}>
          <h2 className="search-section">{section.title}</h2>
          <ul className="search-results">
            {section.entries.map((entry) => (
              <li
                key={entry.key}
                id={`hit-${entry.key}`}
                role="option"
                aria-selected={entry === active}
                className={entry === active ? "is-active" : ""}
                onClick={() => setActiveKey(entry.key)}
                onDoubleClick={() => open(entry)}
              >
                <EntryLine entry={entry} />
              </li>
            ))}
          </ul>
          {section.more && (
            <Button type="text" size="small" onClick={section.more}>
              {words.more}
            </Button>
          )}
        </Fragment>
      ))}
      {found?.isLooking && entries.length === 0 && <p className="quiet">{words.looking}</p>}
      {found && !found.isLooking && entries.length === 0 && (
        <Empty
          title={words.noneTitle}
          next={/[\p{L}\p{N}]/u.test(asked) ? words.noneNext(Object.keys(filter).length > 0) : searchText.nothingTyped}
        />
      )}
    </div>
  );
  const view =
    active?.kind === "page" ? (
      <HitPage
        hit={active.hit}
        marked={shownPage.of(active)}
        at={shownPage.at}
        onAt={shownPage.setAt}
        onOpen={() => open(active)}
      />
    ) : (
      <div className="viewer viewer-none quiet">
        {active && <Button onClick={() => open(active)}>{openWords[active.kind]}</Button>}
        {entries.some(({ kind: found }) => found === "page") && <p>{words.noPlace}</p>}
      </div>
    );
  return (
    <Page
      title={searchText.title}
      beside={
        <div className="search-box" ref={box} onKeyDown={onKeyDown}>
          <Input
            autoFocus
            allowClear
            maxLength={200}
            value={typed}
            placeholder={searchText.placeholder}
            aria-label={words.words}
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls="hits"
            aria-activedescendant={active && `hit-${active.key}`}
            prefix={<SearchOutlined aria-hidden />}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Segmented aria-label={words.kind} options={kinds} value={kind} onChange={setKind} />
          <Select
            aria-label={words.order}
            value={order}
            options={orders}
            onChange={setOrder}
            popupMatchSelectWidth={false}
          />
          <FilterMenu filter={filter} onFilter={setFilter} />
        </div>
      }
      shortcuts={words.shortcuts}
      className="fixed"
    >
      <div className="search-room" onKeyDown={onKeyDown}>
        <div className="search-head">
          <SearchState hasWords={asked !== ""} isOrdered={found?.isOrdered ?? true} />
          <RebuildIndex />
        </div>
        {search.problem && <Problem {...search.problem} />}
        {asked === "" ? (
          <Empty title={words.emptyTitle} next={words.emptyNext} />
        ) : (
          <div className="search-columns">
            <FacetList filter={filter} onFilter={setFilter} tallies={talliesOf(kind, found?.tallies)} />
            <Split
              panes={[
                { key: "search-found", least: 320, first: 480, share: 0.36, content: list },
                { key: "search-view", least: 300, content: view },
              ]}
              widths={splitters}
              onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
            />
          </div>
        )}
      </div>
    </Page>
  );
}

const talliesOf = (kind: Kind, tallies: NonNullable<ReturnType<typeof useSearch>["found"]>["tallies"] = {}) =>
  kind === "item" ? [tallies.item] : kind === "page" ? [tallies.page] : [tallies.item, tallies.page];
