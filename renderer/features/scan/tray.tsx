import type { ReactNode, RefObject } from "react";
import type { Page } from "#contract/scan";
import { scanText } from "#text/scan";
import { Thumbnail } from "#ui/thumbnail";
import { useTiles } from "#ui/use-tiles";
import { clickPlace, pressKey, type Selection } from "#ui/select-places";
import { TrayReading } from "./tray-reading.tsx";

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
  const rowHeight = Math.round(thumb * 1.42 + 26 + gap);
  const { focus } = selection;
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
                    {page && <TrayReading pageId={page.id} />}
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
