// Items waiting for words or pinyin in the index.
import { desc, eq, sql } from "drizzle-orm";
import { itemTable, type ItemRecord } from "./item.ts";
import { itemDueTable } from "./item-words.ts";
import type { ReadDb, WriteDb } from "./open.ts";

/** Items to be indexed, newest entered first. */
export function listDueItems(db: ReadDb, limit: number): { item: ItemRecord; needsWords: boolean }[] {
  return db
    .select({ item: itemTable, needsWords: itemDueTable.needsWords })
    .from(itemDueTable)
    .innerJoin(itemTable, eq(itemTable.seq, itemDueTable.seq))
    .orderBy(desc(itemDueTable.seq))
    .limit(limit)
    .all();
}

/** An item is in the index as it stands. */
export function settleDueItem(db: WriteDb, seq: number): void {
  db.run(sql`DELETE FROM item_due WHERE seq = ${seq}`);
}
