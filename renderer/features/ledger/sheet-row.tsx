import { memo, type ReactNode } from "react";
import type { LedgerRow } from "#contract/ledger-row";
import type { LedgerColumn } from "#contract/ledger-column";
import { ledgerText } from "#text/ledger";
import { isMasked, isNumeric, isSensitive, mask, shownValue } from "./cell-words.ts";
import { numberWidthOf, type SheetColumns } from "./sheet-columns.ts";
import { isWithin, type SheetRange } from "./sheet-place.ts";
import type { TypedCell } from "./typed-cells.ts";

type Props = {
  readonly index: number;
  readonly row: LedgerRow | undefined;
  /** The last line, where a new row is typed. */
  readonly isNew: boolean;
  readonly typed: ReadonlyMap<string, TypedCell> | undefined;
  readonly place: SheetColumns;
  readonly textScale: number;
  readonly height: number;
  readonly top: number;
  /** The marked range, where this row is part of it. */
  readonly range: SheetRange | undefined;
  /** Column of the active cell, where it is in this row. */
  readonly activeColumn: number | undefined;
  readonly id: string;
};

const shownTyped = (cell: TypedCell, column: LedgerColumn): string =>
  isSensitive(column) && cell.text !== "" ? mask : cell.text;

/** One row of the sheet; only the columns in sight. Which cell was meant is read from its place, so the row needs no hands. */
export const SheetRow = memo(function SheetRow(props: Props): ReactNode {
  const { index, row, isNew, typed, place, textScale, height, top, range, activeColumn, id } = props;
  const isWhole = range !== undefined && range.left === 0 && range.right >= place.spots.length - 1;
  return (
    <div
      className={`sheet-row ${isNew ? "is-new" : ""} ${row?.isRestricted ? "is-restricted" : ""}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isWhole}
      style={{ height, width: place.total, transform: `translateY(${top}px)` }}
    >
      <div
        className="sheet-number"
        role="rowheader"
        data-row={index}
        title={row && ledgerText.seq(row.seq)}
        style={{ width: numberWidthOf(textScale) }}
      >
        {row?.isLate && (
          <span className="sheet-late" title={ledgerText.lateTitle}>
            {ledgerText.lateMark}
          </span>
        )}
        <span>{isNew ? "＋" : index + 1}</span>
      </div>
      {place.drawn.map((spot, at) => {
        const { column } = spot;
        const cell = typed?.get(column.key);
        const isMarked = range !== undefined && isWithin(range, index, spot.index);
        const isActive = activeColumn === spot.index;
        const isFirstLoose = !spot.isFrozen && (at === 0 || place.drawn[at - 1]?.isFrozen === true);
        const isLastFrozen = spot.isFrozen && place.drawn[at + 1]?.isFrozen !== true;
        const names = [
          "sheet-cell",
          isNumeric(column) ? "is-number" : "",
          spot.isFrozen ? "is-frozen" : "",
          isLastFrozen ? "is-edge" : "",
          isMarked ? "is-marked" : "",
          isActive ? "is-active" : "",
          cell ? `is-${cell.state}` : "",
        ];
        return (
          <div
            key={column.key}
            id={`${id}-${index}-${spot.index}`}
            role="gridcell"
            aria-colindex={spot.index + 2}
            aria-selected={isMarked}
            aria-invalid={cell?.state === "refused" || undefined}
            data-row={index}
            data-column={spot.index}
            data-heading={column.heading}
            className={names.filter(Boolean).join(" ")}
            title={cell?.problem || undefined}
            style={{
              width: spot.width,
              marginLeft: isFirstLoose ? place.gap : 0,
              ...(spot.isFrozen && { left: spot.start }),
            }}
          >
            <span className="cut grow">{cell ? shownTyped(cell, column) : shownValue(row, column)}</span>
            {!cell && isMasked(row, column.key) && (
              <button type="button" className="sheet-look" data-look tabIndex={-1}>
                {ledgerText.look}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
});
