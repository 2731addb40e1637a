// Finding items through the word index.
import { eq, sql } from "drizzle-orm";
import type { ItemRow } from "#contract/item";
import type { BoxId } from "#contract/place-of-item";
import { countRows } from "./count-rows.ts";
import { asItemRow, itemRowColumns, itemTable } from "./item.ts";
import type { ReadDb } from "./open.ts";

/** Rows for an FTS5 query, newest entered first. */
export function findByWords(db: ReadDb, query: string, offset: number, limit: number): ItemRow[] {
  // fts5 walks its rowids backwards by itself, so the first 50 of many cost no more than 50.
  const hits = db
    .select({ seq: sql<number>`rowid` })
    .from(sql`item_ft`)
    .where(sql`item_ft MATCH ${query}`)
    .orderBy(sql`rowid DESC`)
    .limit(limit)
    .offset(offset)
    .all()
    .map((hit) => hit.seq);
  if (hits.length === 0) return [];
  return db
    .select(itemRowColumns)
    .from(itemTable)
    .where(
      sql`${itemTable.seq} IN (${sql.join(
        hits.map((seq) => sql`${seq}`),
        sql`, `,
      )})`,
    )
    .orderBy(sql`${itemTable.seq} DESC`)
    .all()
    .map(asItemRow);
}

/** How many items a query finds, counted up to `most`. */
export function countFound(db: ReadDb, query: string, most: number): number {
  const found = sql`(SELECT rowid FROM item_ft WHERE item_ft MATCH ${query} LIMIT ${most})`;
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(found)
      .get()?.count ?? 0
  );
}

/** Page images of restricted items, which no search of texts reaches (P6). */
export function countRestrictedImages(db: ReadDb): number {
  return (
    db
      .select({ sum: sql<number>`coalesce(sum(${itemTable.imageCount}), 0)` })
      .from(itemTable)
      .where(eq(itemTable.access, "restricted"))
      .get()?.sum ?? 0
  );
}

/** Items that lie in these boxes, box by box, by 件号; and how many there are in all. */
export function findInBoxes(
  db: ReadDb,
  boxIds: readonly BoxId[],
  offset: number,
  limit: number,
): { rows: ItemRow[]; total: number } {
  const boxes = sql`(SELECT key AS place, value AS box_id FROM json_each(${JSON.stringify(boxIds)}))`;
  const total = countRows(db, itemTable, sql`${itemTable.boxId} IN (SELECT box_id FROM ${boxes})`);
  const rows = db
    .select(itemRowColumns)
    .from(itemTable)
    .innerJoin(sql`${boxes} AS asked`, sql`asked.box_id = ${itemTable.boxId}`)
    .orderBy(sql`asked.place`, itemTable.itemNumber, itemTable.seq)
    .limit(limit)
    .offset(offset)
    .all();
  return { rows: rows.map(asItemRow), total };
}
