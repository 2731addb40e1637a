// What may stay of a row after a granted deletion: that something happened, never with whom (personal-data P9, P10).
import type { ColumnKey, ColumnKind } from "#contract/ledger-column";
import type { AnyColumn } from "#db/all-columns";
import type { RowRecord } from "#db/ledger-row";
import { namesOthers, shareOf, type Concerned } from "./share-of-row.ts";

/** Kinds whose values cannot name anybody. Free text, persons, households, addresses and papers are not among them. */
const plainKinds: ReadonlySet<ColumnKind> = new Set(["number", "money", "date", "choice", "yesNo"]);

/** What stays of a row and which sensitive columns are sealed again. */
export type Rest = {
  readonly cells: Record<string, string>;
  readonly links: Record<string, string>;
  readonly secretKeys: readonly ColumnKey[];
};

/** What stays of a row when nobody can say any more which of its words are hers: what cannot name anybody. */
export function bareRestOfRow(row: RowRecord, columns: readonly AnyColumn[]): Rest {
  const plain = columns.filter(({ personal, kind }) => personal === "none" && plainKinds.has(kind));
  const cells = plain.flatMap(({ key }) => (row.cells[key] === undefined ? [] : [[key, row.cells[key]]]));
  return { cells: Object.fromEntries(cells), links: {}, secretKeys: [] };
}

/**
 * What of a row stays in clear, and which sensitive columns. Of a row that is hers alone only what cannot name anybody; of one
 * that names others too their part and the common words, but for cells that hold one of her words.
 */
export function restOfRow(row: RowRecord, columns: readonly AnyColumn[], concerned: Concerned): Rest {
  const isShared = namesOthers(row, columns, concerned);
  const holdsHer = (value: string): boolean => [...concerned.words].some((word) => value.includes(word));
  const stays = (column: AnyColumn): boolean => {
    const share = shareOf(column, row, columns, concerned);
    if (share === "own") return false;
    if (share === "other") return true;
    if (!isShared) return column.personal === "none" && plainKinds.has(column.kind);
    return column.personal !== "sensitive" && !holdsHer(row.cells[column.key] ?? "");
  };
  const kept = columns.filter(stays);
  const pick = (from: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(kept.flatMap(({ key }) => (from[key] === undefined ? [] : [[key, from[key]]])));
  return {
    cells: pick(row.cells),
    links: pick(row.links),
    secretKeys: row.masked.filter((key) => kept.some((column) => column.key === key)),
  };
}
