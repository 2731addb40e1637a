// 原档号: what an item was called before; kept for ever and found by search.
import { eq } from "drizzle-orm";
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import type { ReadDb, WriteDb } from "./open.ts";

export const formerCodeTable = sqliteTable(
  "former_code",
  {
    itemId: text("item_id").$type<ItemId>().notNull(),
    archivalCode: text("archival_code").notNull(),
    until: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.until, table.archivalCode] })],
);
export type FormerCode = typeof formerCodeTable.$inferSelect;

/** Keeps a 档号 that was given up. */
export function keepFormerCode(db: WriteDb, former: FormerCode): void {
  db.insert(formerCodeTable).values(former).run();
}

/** The former 档号 of an item, oldest first. */
export function listFormerCodes(db: ReadDb, itemId: ItemId): FormerCode[] {
  return db
    .select()
    .from(formerCodeTable)
    .where(eq(formerCodeTable.itemId, itemId))
    .orderBy(formerCodeTable.until)
    .all();
}
