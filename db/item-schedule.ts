// Items and the schedule rows that gave their terms.
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { ItemRow } from "#contract/item";
import type { ScheduleRowId } from "#contract/place-of-item";
import { countRows } from "./count-rows.ts";
import { itemTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { volumeTable } from "./volume.ts";

/** How many items and volumes have their term from a row. */
export const countItemsOfRow = (db: ReadDb, id: ScheduleRowId): number =>
  countRows(db, itemTable, eq(itemTable.scheduleRowId, id)) +
  countRows(db, volumeTable, eq(volumeTable.scheduleRowId, id));

export type FiledExample = Pick<ItemRow, "title" | "creator" | "matterId" | "retention" | "scheduleRowId" | "year">;

/**
 * Filed items of a class whose titles meet an FTS5 query of tokens, newest entered first, looked for among the `most` newest hits.
 * Restricted items lend nothing (personal-data P6); those of 党务 are not seen by who may not (hide-party.ts).
 */
export function findFiledExamples(
  db: ReadDb,
  given: { readonly fondsId: ItemRow["fondsId"]; readonly category: string; readonly query: string },
  most: number,
): FiledExample[] {
  // fts5 walks its rowids backwards by itself: common words stop at `most`, rare ones have few hits.
  const hits = db
    .select({ seq: sql<number>`rowid` })
    .from(sql`item_ft`)
    .where(sql`item_ft MATCH ${`title : (${given.query})`}`)
    .orderBy(sql`rowid DESC`)
    .limit(most)
    .all()
    .map((hit) => hit.seq);
  if (hits.length === 0) return [];
  return db
    .select({
      title: itemTable.title,
      creator: itemTable.creator,
      matterId: itemTable.matterId,
      retention: itemTable.retention,
      scheduleRowId: itemTable.scheduleRowId,
      year: itemTable.year,
    })
    .from(itemTable)
    .where(
      and(
        inArray(itemTable.seq, hits),
        eq(itemTable.state, "filed"),
        ne(itemTable.access, "restricted"),
        eq(itemTable.fondsId, given.fondsId),
        eq(itemTable.category, given.category),
      ),
    )
    .all();
}
