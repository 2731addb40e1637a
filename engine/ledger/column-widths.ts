// How broad the columns of a printed ledger are and where their text stands: by what is in them, for a month's sheet and a frozen one alike.
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { FormColumn } from "#engine/form/form-definition";

export type SheetTable = {
  readonly columns: readonly LedgerColumn[];
  /** Widths the office gave in its own layout, in pixels of the grid. */
  readonly widths: Readonly<Record<ColumnKey, number>>;
  readonly rows: readonly (readonly string[])[];
};

/** Pixels of the grid at 100 %, as millimetres of paper: print is finer than a screen. */
const millimetres = (pixels: number): number => (pixels * 25.4) / 96 / 1.25;
export const leastMm = 6;

const digits = new Set(["phone", "idNumber", "account", "digits"]);
/** Words begin at one edge, sums and numbers end at one; what is one of a few stands in the middle. */
export const alignOf = ({ kind, rules }: LedgerColumn): FormColumn["align"] => {
  if (kind === "money" || kind === "number") return "right";
  const isWords = kind === "longText" || kind === "address" || (kind === "text" && !digits.has(rules.format));
  return isWords ? "left" : "center";
};

/** Widths in tenths of a millimetre that fill the room in the proportion given, none below the least. */
export function spread(wanted: readonly number[], roomMm: number): number[] {
  const whole = wanted.reduce((sum, width) => sum + width, 0) || 1;
  const spare = roomMm - leastMm * wanted.length;
  // Where not even the least fits, all are alike: the sheet is full.
  if (spare <= 0) return wanted.map(() => Math.floor((roomMm / wanted.length) * 10) / 10);
  const above = wanted.map((width) => Math.max(0, width - leastMm));
  const over = above.reduce((sum, width) => sum + width, 0) || whole;
  return above.map((width) => Math.floor((leastMm + (width * spare) / over) * 10) / 10);
}

/** Millimetres a text of this length takes in one line at the size of print; narrow signs take half a place. */
const lineMm = (text: string): number => {
  let places = 0;
  for (const sign of text) places += sign.charCodeAt(0) < 0x2e80 ? 0.56 : 1;
  return places * 3.2 + 3;
};
const longestMm = 62;

/** What a column would like: as the office set it, else as wide as what stands in it, a long text wider than in the grid. */
export function wantedMm({ columns, widths, rows }: SheetTable): number[] {
  return columns.map(({ key, heading, rules }, at) => {
    const own = widths[key];
    if (own !== undefined) return millimetres(own);
    const lengths = rows.map((row) => lineMm(row[at] ?? ""));
    const longest = lengths.reduce((most, each) => Math.max(most, each), 0);
    const usual = millimetres(rules.width);
    return longest > usual * 2 ? Math.min(longestMm, usual * 2) : Math.max(lineMm(heading), Math.min(usual, longest));
  });
}
