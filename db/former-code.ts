// 原档号: what an item was called before; kept for ever and found by search.
import { and, eq, gte, inArray } from "drizzle-orm";
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
  // The same code given up twice in one moment is one fact.
  db.insert(formerCodeTable).values(former).onConflictDoNothing().run();
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

/** Whether somebody gave this 档号 up at or after this instant: a documented gap of a closed year. */
export function wasGivenUpSince(db: ReadDb, archivalCode: string, since: string): boolean {
  return (
    db
      .select({ id: formerCodeTable.itemId })
      .from(formerCodeTable)
      .where(and(eq(formerCodeTable.archivalCode, archivalCode), gte(formerCodeTable.until, since)))
      .limit(1)
      .get() !== undefined
  );
}

/** Forgets the former 档号 of items that are taken back before anything was done with them. */
export function dropFormerCodes(db: WriteDb, itemIds: readonly ItemId[]): void {
  for (let at = 0; at < itemIds.length; at += 500)
    db.delete(formerCodeTable)
      .where(inArray(formerCodeTable.itemId, itemIds.slice(at, at + 500)))
      .run();
}
