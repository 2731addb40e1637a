import { type DragEvent, type ReactNode, type RefObject, useState } from "react";
import { type PageMark, type PageMarkName } from "#contract/page-mark";
import type { Page, PageId } from "#contract/scan";
import { markText } from "#text/pile";
import { scanText } from "#text/scan";
import { MarkChips } from "./mark-chips.tsx";
import { Thumbnail } from "#ui/thumbnail";
import { useTiles } from "#ui/use-tiles";
import type { TrayOrder } from "./use-tray-order.ts";
import { clickPlace, pressKey, type Selection } from "#ui/select-places";
import { dragType } from "./drag-type.ts";
import { TrayReading } from "./tray-reading.tsx";

type Props = {
  readonly count: number;
  readonly pageAt: (place: number) => Page | undefined;
  readonly marksOf: (id: PageId) => readonly PageMark[];
  readonly onShow: (first: number, last: number) => void;
  readonly selection: Selection;
  readonly onSelection: (next: Selection) => void;
  readonly onMake: (andOpen: boolean) => void;
  readonly onDiscard: () => void;
  readonly order: TrayOrder;
  readonly thumb: number;
  readonly box: RefObject<HTMLDivElement | null>;
};

const gap = 8;
/** They say what a page is and ask for nothing. */
const quietMarks: readonly PageMarkName[] = ["first-page", "separator"];

/** Right of the middle of a thumbnail means behind it. */
const isAfter = ({ currentTarget, clientX }: DragEvent<HTMLElement>): boolean => {
  const { left, width } = currentTarget.getBoundingClientRect();
  return clientX > left + width / 2;
};

/** 待整理: thumbnails in capture order; only the rows in sight are drawn. */
export function Tray(props: Props): ReactNode {
  const { count, pageAt, marksOf, onShow, selection, onSelection, onMake, onDiscard, order, thumb, box } = props;
  const rowHeight = Math.round(thumb * 1.42 + 26 + gap);
  const { focus } = selection;
  const [over, setOver] = useState<number>();
  const { rows, columns } = useTiles({ box, count, tileWidth: thumb, rowHeight, gap, focus, onShow });
  const inSight = rows.getVirtualItems();

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
        if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight"))
          order.shift(event.key === "ArrowLeft" ? -1 : 1);
        else if (event.key === "Enter") onMake(event.ctrlKey);
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
                  className={`thumb ${selection.focus === place ? "is-focus" : ""} ${over === place ? "is-before" : over === place + 1 ? "is-behind" : ""}`}
                  style={{ width: thumb }}
                  draggable
                  onDragStart={(event) => {
                    event.dataTransfer.setData(dragType, String(place));
                    event.dataTransfer.effectAllowed = "move";
                  }}
                  onDragOver={(event) => {
                    if (!event.dataTransfer.types.includes(dragType)) return;
                    event.preventDefault();
                    setOver(isAfter(event) ? place + 1 : place);
                  }}
                  onDragEnd={() => setOver(undefined)}
                  onDrop={(event) => {
                    const from = event.dataTransfer.getData(dragType);
                    setOver(undefined);
                    if (from === "") return;
                    event.preventDefault();
                    event.stopPropagation();
                    order.putBefore(Number(from), isAfter(event) ? place + 1 : place);
                  }}
                  onClick={(event) =>
                    onSelection(
                      clickPlace(selection, place, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }),
                    )
                  }
                >
                  <div className="thumb-sheet" style={{ height: Math.round(thumb * 1.42) }}>
                    {page && <Thumbnail pageId={page.id} version={page.version} />}
                    {page && <TrayReading pageId={page.id} />}
                    {page && <MarkChips marks={marksOf(page.id)} names={markText.names} quiet={quietMarks} />}
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
