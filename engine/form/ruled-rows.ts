// Rows of a ruled sheet that is filled in by one record: labels of 30 mm, one or two to a row.
import type { GridRow } from "./form-definition.ts";

/** Two fields beside each other, each given as label and name. */
export const pairOf = (one: readonly [string, string], two: readonly [string, string]): GridRow => ({
  heightMm: 11,
  cells: [
    { label: one[0], labelMm: 30, field: one[1], valueMm: 52, align: "left" },
    { label: two[0], labelMm: 30, field: two[1], valueMm: 0, align: "left" },
  ],
});

/** One field over the whole width. */
export const wideOf = (label: string, field: string, heightMm: number): GridRow => ({
  heightMm,
  cells: [{ label, labelMm: 30, field, valueMm: 0, align: "left" }],
});
