import { Button } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import type { BoxEntry } from "#contract/box";
import { boxText } from "#text/box";
import { sayItemNumber } from "#text/format";
import { VirtualList } from "#ui/virtual-list";

type Props = {
  readonly title: string;
  readonly entries: readonly BoxEntry[];
  readonly rowHeight: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly canTakeOut: boolean;
  /** What moving on is called where it is not the next box. */
  readonly nextWords?: string;
  readonly onMove: (ids: readonly string[], to: "previous" | "next" | "out") => void;
  readonly onDrag: (ids: readonly string[]) => void;
  readonly onOpen: (entry: BoxEntry) => void;
};

const { columns } = boxText;

/** What lies in the box; Shift marks a run, Alt with an arrow moves it to the neighbour, a row is dragged onto a spine. */
export function EntryList(props: Props): ReactNode {
  const { title, entries, rowHeight, hasPrevious, hasNext, canTakeOut, onMove, onDrag, onOpen } = props;
  const [active, setActive] = useState(0);
  const [anchor, setAnchor] = useState(0);
  useEffect(() => {
    setActive(0);
    setAnchor(0);
  }, [title]);
  const last = entries.length - 1;
  const from = Math.min(active, anchor, last);
  const to = Math.min(Math.max(active, anchor), last);
  const chosen = entries.slice(Math.max(0, from), to + 1).map((entry) => entry.id);
  const go = (index: number, keepsAnchor = false): void => {
    setActive(index);
    if (!keepsAnchor) setAnchor(index);
  };
  const onKey = (event: KeyboardEvent): void => {
    const side = { ArrowLeft: "previous", ArrowRight: "next" }[event.key] as "previous" | "next" | undefined;
    if (event.altKey && side && (side === "previous" ? hasPrevious : hasNext)) onMove(chosen, side);
    else if (event.shiftKey && event.key === " ") setActive((now) => Math.min(last, now + 1));
    else return;
    event.preventDefault();
  };
  return (
    <section className="box-entries" aria-label={title}>
      <header className="row">
        <h2>{title}</h2>
        <span className="quiet grow">
          {boxText.entryCount(
            entries.length,
            entries.reduce((sum, entry) => sum + entry.pageCount, 0),
          )}
        </span>
        <Button size="small" disabled={!hasPrevious || chosen.length === 0} onClick={() => onMove(chosen, "previous")}>
          {boxText.toPrevious}
        </Button>
        <Button size="small" disabled={!hasNext || chosen.length === 0} onClick={() => onMove(chosen, "next")}>
          {props.nextWords ?? boxText.toNext}
        </Button>
        {canTakeOut && (
          <Button size="small" disabled={chosen.length === 0} onClick={() => onMove(chosen, "out")}>
            {boxText.takeOut}
          </Button>
        )}
      </header>
      <div className="box-entry-row box-entry-head" aria-hidden>
        <span>{columns.number}</span>
        <span>{columns.title}</span>
        <span className="figures">{columns.pages}</span>
        <span className="figures">{columns.thickness}</span>
      </div>
      <VirtualList
        label={boxText.labels.entries}
        count={entries.length}
        rowHeight={rowHeight}
        activeIndex={Math.min(active, last)}
        onActive={(index) => go(index)}
        onOpen={(index) => entries[index] && onOpen(entries[index])}
        onKey={onKey}
        rowClass={(index) => (index >= from && index <= to ? "is-active" : "")}
        renderRow={(index) => {
          const entry = entries[index];
          if (!entry) return null;
          return (
            <div
              className="box-entry-row"
              draggable
              onClick={(event) => event.shiftKey && (event.stopPropagation(), go(index, true))}
              onDragStart={(event) => {
                const ids = chosen.includes(entry.id) ? chosen : [entry.id];
                event.dataTransfer.setData("application/x-lindang-entries", String(ids.length));
                event.dataTransfer.effectAllowed = "move";
                onDrag(ids);
              }}
            >
              <span className="item-number" title={entry.archivalCode}>
                {sayItemNumber(entry.number)}
              </span>
              <span className="cut">{entry.title}</span>
              <span className="figures">{entry.pageCount}</span>
              <span className="figures">
                {entry.thicknessMm === null ? (
                  <span className="mark mark-look">{boxText.unknownThickness}</span>
                ) : (
                  <>
                    {entry.isMeasured && <span className="quiet small">{boxText.measured} </span>}
                    {entry.thicknessMm}
                  </>
                )}
              </span>
            </div>
          );
        }}
      />
    </section>
  );
}
