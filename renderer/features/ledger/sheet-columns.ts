// Where the columns of a sheet stand: the row's number first, the frozen ones beside it, the others as far as they are in sight.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useMemo } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerLayout } from "#contract/ledger-layout";
import { widthOf } from "./sheet-layout.ts";

export type ColumnSpot = {
  readonly column: LedgerColumn;
  readonly index: number;
  /** Pixels from the left end of the sheet. */
  readonly start: number;
  readonly width: number;
  readonly isFrozen: boolean;
};
export type SheetColumns = {
  readonly spots: readonly ColumnSpot[];
  /** Those to be drawn, in order, with the gap in pixels before the first that is not frozen. */
  readonly drawn: readonly ColumnSpot[];
  readonly gap: number;
  readonly frozenWidth: number;
  readonly total: number;
};

/** Width of the row's number at 100 %. */
const numberWidth = 64;
export const numberWidthOf = (textScale: number): number => Math.round(numberWidth * textScale);

export function useSheetColumns(
  box: RefObject<HTMLElement | null>,
  columns: readonly LedgerColumn[],
  layout: LedgerLayout,
  textScale: number,
): SheetColumns {
  const frozen = Math.min(layout.frozen, columns.length);
  const spots = useMemo((): ColumnSpot[] => {
    let start = numberWidthOf(textScale);
    return columns.map((column, index) => {
      const width = Math.round(widthOf(column, layout) * textScale);
      const spot = { column, index, start, width, isFrozen: index < frozen };
      start += width;
      return spot;
    });
  }, [columns, layout, textScale, frozen]);
  const frozenWidth = spots[frozen]?.start ?? (spots.at(-1)?.start ?? 0) + (spots.at(-1)?.width ?? 0);
  const loose = useMemo(() => spots.slice(frozen), [spots, frozen]);
  const virtual = useVirtualizer({
    horizontal: true,
    count: loose.length,
    getScrollElement: () => box.current,
    estimateSize: (at) => loose[at]?.width ?? 0,
    paddingStart: frozenWidth,
    overscan: 3,
  });
  useEffect(() => virtual.measure(), [virtual, spots]);
  const items = virtual.getVirtualItems();
  return useMemo((): SheetColumns => {
    const inSight = items.flatMap(({ index }) => loose[index] ?? []);
    return {
      spots,
      drawn: [...spots.slice(0, frozen), ...inSight],
      gap: (inSight[0]?.start ?? frozenWidth) - frozenWidth,
      frozenWidth,
      total: (spots.at(-1)?.start ?? 0) + (spots.at(-1)?.width ?? 0),
    };
  }, [spots, loose, items, frozen, frozenWidth]);
}
