import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect } from "react";
import type { Page } from "#contract/scan";
import { scanText } from "#text/scan";
import { Thumbnail } from "#ui/thumbnail";
import { useRoom } from "#ui/use-room";
import { clickPlace, pressKey, type Selection } from "#ui/select-places";

type Props = {
  readonly count: number;
  readonly pageAt: (place: number) => Page | undefined;
  readonly onShow: (first: number, last: number) => void;
  readonly selection: Selection;
  readonly onSelection: (next: Selection) => void;
  readonly onMake: (andOpen: boolean) => void;
  readonly onDiscard: () => void;
  readonly thumb: number;
  readonly box: RefObject<HTMLDivElement | null>;
};

const gap = 8;

/** 待整理: thumbnails in capture order; only the rows in sight are drawn. */
export function Tray(props: Props): ReactNode {
  const { count, pageAt, onShow, selection, onSelection, onMake, onDiscard, thumb, box } = props;
  const room = useRoom(box, { width: 600, height: 0 }).width;
  const columns = Math.max(1, Math.floor((room - gap) / (thumb + gap)));
  const rowHeight = Math.round(thumb * 1.42 + 26 + gap);
  const rows = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    paddingStart: gap,
  });
  const inSight = rows.getVirtualItems();
  const first = (inSight[0]?.index ?? 0) * columns;
  const last = Math.min(count - 1, ((inSight.at(-1)?.index ?? 0) + 1) * columns - 1);

  useEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => {
    if (last >= first) onShow(first, last);
  }, [onShow, first, last]);
  useEffect(() => {
    if (count > 0) rows.scrollToIndex(Math.floor(selection.focus / columns), { align: "auto" });
  }, [rows, selection.focus, columns, count]);

  return (
    <div
      ref={box}
      className="tray"
      role="listbox"
      aria-label={scanText.tray}
      aria-multiselectable
      aria-activedescendant={count > 0 ? `tray-${selection.focus}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === "Enter") onMake(event.ctrlKey);
        else if (event.key === "Delete") onDiscard();
        else {
          const next = pressKey(
            selection,
            event.key,
            { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey },
            count,
            columns,
          );
          if (!next || event.altKey) return;
          onSelection(next);
        }
        event.preventDefault();
      }}
    >
      <div className="virtual-length" style={{ height: rows.getTotalSize() }}>
        {inSight.map((row) => (
          <div
            key={row.index}
            role="presentation"
            className="tray-row"
            style={{ transform: `translateY(${row.start}px)`, gap, paddingLeft: gap }}
          >
            {Array.from({ length: Math.min(columns, count - row.index * columns) }, (_, column) => {
              const place = row.index * columns + column;
              const page = pageAt(place);
              return (
                <div
                  key={page?.id ?? place}
                  id={`tray-${place}`}
                  role="option"
                  aria-selected={selection.chosen.has(place)}
                  aria-posinset={place + 1}
                  aria-setsize={count}
                  aria-label={scanText.pageName(place + 1, page?.sourceName ?? "")}
                  className={`thumb ${selection.focus === place ? "is-focus" : ""}`}
                  style={{ width: thumb }}
                  onClick={(event) =>
                    onSelection(
                      clickPlace(selection, place, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }),
                    )
                  }
                >
                  <div className="thumb-sheet" style={{ height: Math.round(thumb * 1.42) }}>
                    {page && <Thumbnail pageId={page.id} />}
                    <span className="thumb-check" aria-hidden>
                      ✓
                    </span>
                  </div>
                  <div className="thumb-name" title={page?.sourceName}>
                    <b>{place + 1}</b>
                    <span className="thumb-tail">
                      <bdi>{page?.sourceName}</bdi>
                    </span>
                  </div>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
