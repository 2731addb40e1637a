// What a printed table looks like, before any row is known. All lengths in millimetres, type sizes in points.
import type { TextStyle } from "./text-style.ts";

export type Column = {
  readonly heading: string;
  readonly widthMm: number;
  readonly align: "left" | "center" | "right";
  /** "wrap": as many lines as needed. "code": one line that shrinks, see fit-code. */
  readonly fit: "wrap" | "code";
};

export type TablePlan = {
  readonly columns: readonly Column[];
  readonly heading: TextStyle;
  readonly headingHeightMm: number;
  readonly body: TextStyle;
  /** Baseline distance as a multiple of the type size. */
  readonly leading: number;
  readonly leastRowMm: number;
  /** Free room left and right of a cell's text, and above and below it. */
  readonly padXMm: number;
  readonly padYMm: number;
  /** A 档号 shrinks no further than this; a row too tall for a page neither. */
  readonly leastPt: number;
};

export type LaidCell = { readonly lines: readonly string[]; readonly sizePt: number };
export type LaidRow = { readonly cells: readonly LaidCell[]; readonly heightMm: number };

/** The width of the whole table. */
export function tableWidth(plan: TablePlan): number {
  return plan.columns.reduce((sum, column) => sum + column.widthMm, 0);
}
