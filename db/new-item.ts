// Many new items at once: statements built once, every column given (10,000 rows of an old catalogue within seconds).
import { getTableColumns, sql } from "drizzle-orm";
import type { PartKind } from "#contract/item";
import { insertRow } from "./insert-row.ts";
import { itemPartTable, itemTable, type NewItem } from "./item.ts";
import { indexNewItemWords } from "./item-words.ts";
import type { ReadDb, WriteDb } from "./open.ts";

/** What the table itself would put where nothing is given: a prepared statement names every column. */
const defaults = Object.fromEntries(
  Object.entries(getTableColumns(itemTable)).flatMap(([name, column]) => {
    const value: unknown = column.default;
    return value === undefined || (typeof value === "object" && value !== null) ? [] : [[name, value]];
  }),
);

/** The number the next item would get; inside a transaction nobody else takes it. */
export const nextItemSeq = (db: ReadDb): number =>
  (db
    .select({ last: sql<number>`coalesce(max(${itemTable.seq}), 0)` })
    .from(itemTable)
    .get()?.last ?? 0) + 1;

/** Adds one new item under a number of its own, with one part, and indexes it. */
export function addNewItem(db: WriteDb, seq: number, item: NewItem, kind: PartKind): void {
  insertRow(db, itemTable, { ...defaults, ...item, seq, revision: 1 });
  insertRow(db, itemPartTable, { itemId: item.id, number: 1, kind, title: "" });
  indexNewItemWords(db, { ...item, seq, archivalCode: "" });
}
