// 居民与户 — one box to find a person, the record beside it. No list of all (personal-data P4, P5).
import { Button, Input, type InputRef } from "antd";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { mostHits, type ResidentHit, type ResidentId } from "#contract/resident";
import { desk, rememberDesk } from "#bridge/desk";
import { residentText } from "#text/resident";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";
import { HitRow } from "./hit-row.tsx";
import { ResidentDialog } from "./resident-dialog.tsx";
import { ResidentRecord } from "./resident-record.tsx";
import { useLookup } from "./use-lookup.ts";

export function ResidentPage(): ReactNode {
  const { splitters, textScale } = desk.use();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(-1);
  const [opened, setOpened] = useState<ResidentId>();
  const [isAdding, setAdding] = useState(false);
  const box = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const { hits, problem, isOfNow } = useLookup(words);
  const rowHeight = Math.round(usePixels("--row", textScale) * 1.2);

  const open = (hit: ResidentHit | undefined): void => {
    if (hit) setOpened(hit.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && event.key.toLowerCase() === "n") setAdding(true);
    else if (event.altKey && event.key.toLowerCase() === "f") box.current?.focus({ cursor: "all" });
    else return;
    event.preventDefault();
  };
  const onBoxKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !hits?.length || !isOfNow) return;
    if (event.key === "ArrowDown") {
      setAt(0);
      list.current?.focus();
    } else if (event.key === "Enter") {
      setAt(Math.max(0, at));
      open(hits[Math.max(0, at)]);
    } else return;
    event.preventDefault();
  };
  const found = (): ReactNode => {
    if (hits === undefined) return <Empty title={residentText.teachTitle} next={residentText.teachNext} />;
    if (hits.length === 0) return <Empty title={residentText.noneTitle} next={residentText.noneNext} />;
    return (
      <>
        <VirtualList
          label={residentText.results}
          count={hits.length}
          rowHeight={rowHeight}
          activeIndex={at}
          listRef={list}
          onActive={setAt}
          onOpen={(index) => open(hits[index])}
          onPick={(index) => {
            setAt(index);
            open(hits[index]);
          }}
          renderRow={(index) => {
            const hit = hits[index];
            return hit && <HitRow hit={hit} />;
          }}
        />
        {hits.length === mostHits && <p className="quiet small resident-search">{residentText.cut}</p>}
      </>
    );
  };
  const openInstead = (id: ResidentId): void => {
    setAdding(false);
    setOpened(id);
  };
  return (
    <Page
      title={residentText.title}
      primary={
        <Button type="primary" onClick={() => setAdding(true)}>
          {residentText.add}
        </Button>
      }
      shortcuts={residentText.shortcuts}
      className="fixed"
    >
      <div className="item-room" onKeyDown={onKeyDown}>
        <Split
          panes={[
            {
              key: "resident-list",
              least: 360,
              first: 520,
              share: 0.36,
              content: (
                <div className="item-left">
                  <div className="resident-search">
                    <Input
                      ref={box}
                      autoFocus
                      allowClear
                      aria-label={residentText.search}
                      placeholder={residentText.search}
                      maxLength={80}
                      autoComplete="off"
                      value={words}
                      onChange={(event) => {
                        setWords(event.target.value);
                        setAt(-1);
                      }}
                      onKeyDown={onBoxKey}
                    />
                  </div>
                  {problem && <Problem {...problem} />}
                  {found()}
                </div>
              ),
            },
            {
              key: "resident-record",
              least: 420,
              content: opened ? (
                <ResidentRecord key={opened} id={opened} onOpen={setOpened} />
              ) : (
                <Empty title={residentText.chooseTitle} next={residentText.chooseNext} />
              ),
            },
          ]}
          widths={splitters}
          onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
        />
      </div>
      {isAdding && (
        <ResidentDialog onDone={({ id }) => openInstead(id)} onOpen={openInstead} onCancel={() => setAdding(false)} />
      )}
    </Page>
  );
}
