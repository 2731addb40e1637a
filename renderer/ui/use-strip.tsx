import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

type Given = {
  /** The box that scrolls sideways; offsets are counted from it, so it is positioned. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly tileWidth: number;
  readonly gap: number;
  /** Places that are drawn wherever the box stands: what has the focus, what is being dragged. */
  readonly kept: readonly number[];
};
type Strip = {
  /** To the element the tiles stand in, as wide as `width` pixels. */
  readonly row: RefObject<HTMLDivElement | null>;
  readonly width: number;
  readonly tiles: readonly VirtualItem[];
  /** Pixels of a tile from the left of the row. */
  readonly leftOf: (tile: VirtualItem) => number;
};

/** Tiles side by side, one row of several in a box that scrolls sideways; only those in sight and those kept are drawn. */
export function useStrip({ box, count, tileWidth, gap, kept }: Given): Strip {
  const row = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(0);
  // What stands before the row may have grown with any draw.
  useLayoutEffect(() => setStart(row.current?.offsetLeft ?? 0));
  const strip = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => box.current,
    estimateSize: () => tileWidth,
    gap,
    scrollMargin: start,
    overscan: 6,
    // Until the box has been measured: the first draw already has the tiles of a window of middle width.
    initialRect: { width: 800, height: 0 },
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept.filter((place) => place >= 0 && place < count)])].sort(
        (one, other) => one - other,
      ),
  });
  return {
    row,
    width: strip.getTotalSize(),
    tiles: strip.getVirtualItems(),
    leftOf: (tile) => tile.start - start,
  };
}
