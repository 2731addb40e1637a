// Where the hand stands in a sheet: a cell, the range marked from it, and where a key leads (as in Excel).
export type SheetPlace = { readonly row: number; readonly column: number };
/** Rows and columns of a marked range, both ends included. */
export type SheetRange = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};
export type SheetSize = {
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight. */
  readonly page: number;
};

/** The range between two cells, whichever was first. */
export const rangeOf = (one: SheetPlace, other: SheetPlace): SheetRange => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});
export const isWithin = (range: SheetRange, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
export const isOneCell = ({ top, bottom, left, right }: SheetRange): boolean => top === bottom && left === right;

type Step = (at: SheetPlace, size: SheetSize) => SheetPlace;
const by = (rows: number, columns: number): Step => {
  return ({ row, column }) => ({ row: row + rows, column: column + columns });
};
const steps: Readonly<Record<string, Step>> = {
  ArrowDown: by(1, 0),
  ArrowUp: by(-1, 0),
  ArrowRight: by(0, 1),
  ArrowLeft: by(0, -1),
  PageDown: (at, { page }) => by(page, 0)(at, { rows: 0, columns: 0, page }),
  PageUp: (at, { page }) => by(-page, 0)(at, { rows: 0, columns: 0, page }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};
const leaps: Readonly<Record<string, Step>> = {
  ArrowDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
  ArrowUp: ({ column }) => ({ row: 0, column }),
  ArrowRight: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  ArrowLeft: ({ row }) => ({ row, column: 0 }),
  Home: () => ({ row: 0, column: 0 }),
  End: (_at, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
};

/** The nearest cell the sheet has. */
export const inside = ({ row, column }: SheetPlace, { rows, columns }: Omit<SheetSize, "page">): SheetPlace => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

/** Where a key leads from a cell; undefined when it leads nowhere. With `isFar` (Ctrl) to the edge of the sheet. */
export function placeAfter(key: string, isFar: boolean, at: SheetPlace, size: SheetSize): SheetPlace | undefined {
  const step = (isFar ? leaps : steps)[key];
  return step && inside(step(at, size), size);
}

/** The next cell to the right, at the end of a row the first of the next; with `isBack` the other way round. */
export function placeBeside(at: SheetPlace, isBack: boolean, { rows, columns }: SheetSize): SheetPlace {
  const flat = Math.max(0, Math.min(rows * columns - 1, at.row * columns + at.column + (isBack ? -1 : 1)));
  return { row: Math.floor(flat / columns), column: flat % columns };
}
