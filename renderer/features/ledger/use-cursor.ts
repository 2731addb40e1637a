// The active cell and the range marked from it.
import { useCallback, useMemo, useState } from "react";
import { inside, rangeOf, type SheetPlace, type SheetRange } from "./sheet-place.ts";

export type Cursor = {
  readonly active: SheetPlace;
  readonly range: SheetRange;
  /** Goes to a cell; `isMarking` keeps the other end of the range where it is. */
  readonly goTo: (place: SheetPlace, isMarking?: boolean) => void;
  readonly mark: (from: SheetPlace, to: SheetPlace) => void;
};

const start: SheetPlace = { row: 0, column: 0 };

export function useCursor(rows: number, columns: number): Cursor {
  const [{ active, anchor }, set] = useState({ active: start, anchor: start });
  const size = useMemo(() => ({ rows: Math.max(1, rows), columns: Math.max(1, columns) }), [rows, columns]);
  const goTo = useCallback(
    (place: SheetPlace, isMarking = false): void =>
      set((now) => ({ active: place, anchor: isMarking ? now.anchor : place })),
    [],
  );
  const mark = useCallback((from: SheetPlace, to: SheetPlace): void => set({ active: to, anchor: from }), []);
  // A filter may leave fewer rows than the hand was at.
  const shown = useMemo(() => inside(active, size), [active, size]);
  const range = useMemo(() => rangeOf(inside(anchor, size), shown), [anchor, shown, size]);
  return useMemo(() => ({ active: shown, range, goTo, mark }), [shown, range, goTo, mark]);
}
