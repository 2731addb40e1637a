// The sheet: headings, rows and columns in sight, and the cell under the hand. Fifty thousand rows cost what is in sight.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type PointerEvent, type ReactNode, type RefObject, useEffect, useId, useMemo } from "react";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerLayout } from "#contract/ledger-layout";
import type { RowSort } from "#contract/ledger-order";
import type { LedgerRow } from "#contract/ledger-row";
import type { Ledger } from "#contract/ledger";
import type { LedgerColumn } from "#contract/ledger-column";
import { usePixels } from "#ui/use-pixels";
import { rowHeightOf } from "./sheet-layout.ts";
import { type ColumnSpot, useSheetColumns } from "./sheet-columns.ts";
import { SheetHead } from "./sheet-head.tsx";
import { SheetRow } from "./sheet-row.tsx";
import type { SheetPlace } from "./sheet-place.ts";
import { newRow, typedCells, typedOfRow } from "./typed-cells.ts";
import type { Cursor } from "./use-cursor.ts";

type Props = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly ledger: Ledger;
  readonly columns: readonly LedgerColumn[];
  readonly layout: LedgerLayout;
  readonly sort: RowSort;
  readonly textScale: number;
  /** With the line for a new row. */
  readonly count: number;
  readonly hasNew: boolean;
  readonly rowAt: (index: number) => LedgerRow | undefined;
  readonly cursor: Cursor;
  readonly onShow: (first: number, last: number) => void;
  readonly onSort: (key: ColumnKey, isMore: boolean) => void;
  readonly onWidth: (key: ColumnKey, width: number) => void;
  /** A click on a cell; `row` undefined-column for the row's number. */
  readonly onPoint: (place: SheetPlace, way: "go" | "mark" | "row" | "open" | "look") => void;
  readonly onPage: (rows: number) => void;
  /** What lies over the active cell. */
  readonly over: (cellId: string, isLow: boolean) => ReactNode;
};

function placeOf(target: EventTarget): { row: number; column: number | undefined; isLook: boolean } | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  if (!cell) return undefined;
  const column = cell.dataset["column"];
  return {
    row: Number(cell.dataset["row"]),
    column: column === undefined ? undefined : Number(column),
    isLook: (target as Element).closest("[data-look]") !== null,
  };
}

export function Sheet(props: Props): ReactNode {
  const { box, ledger, columns, layout, sort, textScale, count, hasNew, rowAt, cursor, onShow, onPoint, onPage } =
    props;
  const { active, range } = cursor;
  const id = useId();
  const line = usePixels("--row", textScale);
  const height = rowHeightOf(layout, line);
  const place = useSheetColumns(box, columns, layout, textScale);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    paddingStart: line,
    scrollPaddingStart: line,
    scrollPaddingEnd: line / 2,
    overscan: 8,
  });
  const inSight = rows.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => rows.measure(), [rows, height, line]);
  useEffect(() => onShow(first, last), [onShow, first, last, count]);
  const page = Math.max(1, Math.floor(((rows.scrollRect?.height ?? line * 12) - line) / height) - 1);
  useEffect(() => onPage(page), [onPage, page]);

  const spot: ColumnSpot | undefined = place.spots[active.column];
  useEffect(() => {
    if (active.row < count) rows.scrollToIndex(active.row, { align: "auto" });
  }, [rows, active.row, count, height]);
  useEffect(() => {
    const room = box.current;
    if (!room || !spot || spot.isFrozen) return;
    if (spot.start - place.frozenWidth < room.scrollLeft) room.scrollLeft = spot.start - place.frozenWidth;
    else if (spot.start + spot.width > room.scrollLeft + room.clientWidth)
      room.scrollLeft = spot.start + spot.width - room.clientWidth;
    // Also when the form takes its place beside the sheet: the cell at hand stays in sight.
  }, [box, spot, place.frozenWidth, rows.scrollRect?.width]);

  // What was typed stands over what is kept.
  const typed = typedCells.use();
  const typedRows = useMemo(() => {
    const seqs = new Set([...typed.keys()].map((key) => Number(key.split("/").at(-2))));
    return new Map([...seqs].map((seq) => [seq, typedOfRow(ledger.id, seq)]));
  }, [typed, ledger.id]);

  const top = line + active.row * height;
  const isLow = top - (rows.scrollOffset ?? 0) > (rows.scrollRect?.height ?? 0) * 0.55;
  const point = (event: PointerEvent<HTMLElement>): void => {
    const at = placeOf(event.target);
    if (!at || event.button !== 0) return;
    if (at.column === undefined) return onPoint({ row: at.row, column: 0 }, "row");
    onPoint({ row: at.row, column: at.column }, at.isLook ? "look" : event.shiftKey ? "mark" : "go");
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const at = event.buttons === 1 ? placeOf(event.target) : undefined;
    if (at?.column === undefined || (at.row === active.row && at.column === active.column)) return;
    onPoint({ row: at.row, column: at.column }, "mark");
  };
  return (
    <div
      ref={box}
      className="sheet"
      role="grid"
      aria-label={ledger.name}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      onMouseDown={(event) => {
        // The keyboard stays with the cell editor, wherever the mouse is pressed.
        if (event.target !== box.current && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
      }}
      onPointerDown={point}
      onPointerMove={drag}
      onDoubleClick={(event) => {
        const at = placeOf(event.target);
        if (at?.column !== undefined) onPoint({ row: at.row, column: at.column }, "open");
      }}
    >
      <div className="sheet-length" style={{ height: rows.getTotalSize(), width: place.total }}>
        <SheetHead place={place} sort={sort} textScale={textScale} onSort={props.onSort} onWidth={props.onWidth} />
        {inSight.map(({ index, start }) => {
          const isNew = hasNew && index === count - 1;
          const row = isNew ? undefined : rowAt(index);
          return (
            <SheetRow
              key={isNew ? "new" : index}
              index={index}
              row={row}
              isNew={isNew}
              typed={typedRows.get(isNew ? newRow : (row?.seq ?? -1))}
              place={place}
              textScale={textScale}
              height={height}
              top={start}
              range={index >= range.top && index <= range.bottom ? range : undefined}
              activeColumn={index === active.row ? active.column : undefined}
              id={id}
            />
          );
        })}
        {spot && active.row < count && (
          <div className="sheet-over" style={{ top, height, width: place.total }}>
            <div
              className="sheet-over-cell"
              style={{
                width: spot.width,
                height,
                ...(spot.isFrozen
                  ? { position: "sticky", left: spot.start }
                  : { position: "absolute", left: spot.start }),
              }}
            >
              {props.over(`${id}-${active.row}-${active.column}`, isLow)}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
