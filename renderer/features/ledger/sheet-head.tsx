import { LockOutlined } from "@ant-design/icons";
import { type PointerEvent, type ReactNode, useRef } from "react";
import type { ColumnKey } from "#contract/ledger-column";
import { maySort, type RowSort } from "#contract/ledger-order";
import { ledgerText } from "#text/ledger";
import { isNumeric, isSensitive } from "./cell-words.ts";
import { type ColumnSpot, numberWidthOf, type SheetColumns } from "./sheet-columns.ts";

type Props = {
  readonly place: SheetColumns;
  readonly sort: RowSort;
  readonly textScale: number;
  readonly onSort: (key: ColumnKey, isMore: boolean) => void;
  readonly onWidth: (key: ColumnKey, width: number) => void;
};

const signs = { ascending: " ↑", descending: " ↓", none: "" } as const;

/** The headings: a click sorts, the right edge is drawn wider or narrower. */
export function SheetHead({ place, sort, textScale, onSort, onWidth }: Props): ReactNode {
  return (
    <div className="sheet-head" role="row" aria-rowindex={1} style={{ width: place.total }}>
      <div className="sheet-number is-head" role="columnheader" style={{ width: numberWidthOf(textScale) }}>
        {ledgerText.rowNumber}
      </div>
      {place.drawn.map((spot, at) => {
        const isFirstLoose = !spot.isFrozen && (at === 0 || place.drawn[at - 1]?.isFrozen === true);
        return (
          <Heading
            key={spot.column.key}
            spot={spot}
            gap={isFirstLoose ? place.gap : 0}
            isLastFrozen={spot.isFrozen && place.drawn[at + 1]?.isFrozen !== true}
            sort={sort}
            textScale={textScale}
            onSort={onSort}
            onWidth={onWidth}
          />
        );
      })}
    </div>
  );
}

type HeadingProps = Omit<Props, "place"> & {
  readonly spot: ColumnSpot;
  readonly gap: number;
  readonly isLastFrozen: boolean;
};

function Heading({ spot, gap, isLastFrozen, sort, textScale, onSort, onWidth }: HeadingProps): ReactNode {
  const { column, index, start, width, isFrozen } = spot;
  const drawn = useRef<number>(undefined);
  const by = sort.find((each) => each.column === column.key);
  const order = by ? (by.isDescending ? "descending" : "ascending") : "none";
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (drawn.current !== undefined) onWidth(column.key, (event.clientX - drawn.current + width) / textScale);
  };
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={order}
      className={`sheet-heading ${isNumeric(column) ? "is-number" : ""} ${isFrozen ? "is-frozen" : ""} ${isLastFrozen ? "is-edge" : ""}`}
      style={{ width, marginLeft: gap, ...(isFrozen && { left: start }) }}
      title={maySort(column) ? column.rules.hint || ledgerText.sortHint : ledgerText.noOrder}
      onClick={(event) => maySort(column) && onSort(column.key, event.shiftKey)}
    >
      <span className="cut grow">
        {column.heading}
        {column.isRequired && <span className="tone-look"> *</span>}
        {signs[order]}
        {sort.length > 1 && by ? sort.indexOf(by) + 1 : ""}
      </span>
      {isSensitive(column) && <LockOutlined aria-label={ledgerText.sensitive} className="quiet" />}
      <span
        className="sheet-edge"
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drawn.current = event.clientX;
        }}
        onPointerUp={(event) => {
          drag(event);
          drawn.current = undefined;
        }}
      />
    </div>
  );
}
