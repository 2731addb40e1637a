import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { useRoom } from "./use-room.tsx";

type Given = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly tileWidth: number;
  readonly rowHeight: number;
  readonly gap: number;
  /** The tile that must stay in sight. */
  readonly focus: number;
  readonly onShow: (first: number, last: number) => void;
};
type Tiles = { readonly rows: Virtualizer<HTMLDivElement, Element>; readonly columns: number };

/** Tiles in as many columns as fit, in a box that scrolls; only the rows in sight are drawn, and said to be. */
export function useTiles({ box, count, tileWidth, rowHeight, gap, focus, onShow }: Given): Tiles {
  const room = useRoom(box, { width: 600, height: 0 }).width;
  const columns = Math.max(1, Math.floor((room - gap) / (tileWidth + gap)));
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
    if (count > 0) rows.scrollToIndex(Math.floor(focus / columns), { align: "auto" });
  }, [rows, focus, columns, count]);
  return { rows, columns };
}
