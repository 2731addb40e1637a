// What a cell that names an item may say of it: of a restricted one the neutral title, whenever it became one (personal-data P6).
import { itemId } from "#contract/item";
import type { LedgerColumn } from "#contract/ledger-column";
import { outwardTitle } from "#contract/outward-title";
import { getItemRow } from "#db/item";
import type { RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";

type Row = Pick<RowRecord, "cells" | "links">;

/** The neutral title of an item that is restricted now; undefined for every other. */
export function neutralTitleOf(db: ReadDb, id: string): string | undefined {
  const item = getItemRow(db, itemId.parse(id));
  return item?.access === "restricted" ? outwardTitle(item) : undefined;
}

/** Says cells as they may be put out; each item is looked up once. */
export function outwardCells(db: ReadDb): (row: Row, column: Pick<LedgerColumn, "key" | "kind">) => string {
  const known = new Map<string, string | undefined>();
  const neutral = (id: string): string | undefined => {
    if (!known.has(id)) known.set(id, neutralTitleOf(db, id));
    return known.get(id);
  };
  return ({ cells, links }, { key, kind }) => {
    const link = kind === "item" ? (links[key] ?? "") : "";
    return (link === "" ? undefined : neutral(link)) ?? cells[key] ?? "";
  };
}
