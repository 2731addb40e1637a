import { AudioOutlined, VideoCameraOutlined } from "@ant-design/icons";
import type { ReactNode, RefObject } from "react";
import type { CaptionedItem } from "#contract/caption";
import { sayDuration } from "#text/digital-file";
import { photoText } from "#text/photo";
import { clickPlace, pressKey, type Selection } from "#ui/select-places";
import { Thumbnail } from "#ui/thumbnail";
import { useTiles } from "#ui/use-tiles";

type Props = {
  readonly count: number;
  readonly rowAt: (place: number) => CaptionedItem | undefined;
  readonly onShow: (first: number, last: number) => void;
  readonly selection: Selection;
  readonly onSelection: (next: Selection) => void;
  readonly onWrite: () => void;
  readonly onRelease: () => void;
  readonly thumb: number;
  readonly box: RefObject<HTMLDivElement | null>;
};

const gap = 8;

/** A small picture, or what a recording is; of a restricted one only that it is (personal-data P6). */
function Face({ row }: { readonly row: CaptionedItem | undefined }): ReactNode {
  if (!row) return null;
  if (row.access === "restricted") return <span className="quiet">{photoText.restricted}</span>;
  if (row.page) return <Thumbnail pageId={row.page.id} />;
  const duration = row.file?.recording?.durationMs;
  return (
    <span className="photo-sound">
      {row.file?.format === "mp4" ? <VideoCameraOutlined /> : <AudioOutlined />}
      {duration ? sayDuration(duration) : null}
    </span>
  );
}

const nameOf = (row: CaptionedItem | undefined): string =>
  row === undefined || row.access === "restricted" ? "" : row.caption.title || row.sourceName;

/** What is in the group, in order; only the rows in sight are drawn. */
export function PhotoGrid(props: Props): ReactNode {
  const { count, rowAt, onShow, selection, onSelection, onWrite, onRelease, thumb, box } = props;
  const height = Math.round(thumb * 0.75);
  const rowHeight = height + 30 + gap;
  const { focus } = selection;
  const { rows, columns } = useTiles({ box, count, tileWidth: thumb, rowHeight, gap, focus, onShow });
  const inSight = rows.getVirtualItems();

  return (
    <div
      ref={box}
      className="tray photo-grid"
      role="listbox"
      aria-label={photoText.grid}
      aria-multiselectable
      aria-activedescendant={count > 0 ? `photo-${selection.focus}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === "Enter") onWrite();
        else if (event.key === "Delete") onRelease();
        else {
          const held = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
          const next = pressKey(selection, event.key, held, count, columns);
          if (!next || event.altKey) return;
          onSelection(next);
        }
        event.preventDefault();
      }}
    >
      <div className="virtual-length" style={{ height: rows.getTotalSize() }}>
        {inSight.map((line) => (
          <div
            key={line.index}
            role="presentation"
            className="tray-row"
            style={{ transform: `translateY(${line.start}px)`, gap, paddingLeft: gap }}
          >
            {Array.from({ length: Math.min(columns, count - line.index * columns) }, (_, column) => {
              const place = line.index * columns + column;
              const row = rowAt(place);
              return (
                <div
                  key={row?.itemId ?? place}
                  id={`photo-${place}`}
                  role="option"
                  aria-selected={selection.chosen.has(place)}
                  aria-posinset={place + 1}
                  aria-setsize={count}
                  aria-label={photoText.place(place + 1, nameOf(row))}
                  className={`thumb ${selection.focus === place ? "is-focus" : ""}`}
                  style={{ width: thumb }}
                  onClick={(event) =>
                    onSelection(
                      clickPlace(selection, place, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }),
                    )
                  }
                >
                  <div className="thumb-sheet" style={{ height }}>
                    <Face row={row} />
                    <span className="thumb-check" aria-hidden>
                      ✓
                    </span>
                  </div>
                  <div className="thumb-name" title={nameOf(row)}>
                    <b>{row?.itemNumber ?? place + 1}</b>
                    <span className={`cut ${row?.caption.title ? "" : "quiet"}`}>{nameOf(row)}</span>
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
