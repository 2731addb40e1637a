// An unfiled item put back exactly as it stood: same id, same place in the order of entering, same revision.
import { eq } from "drizzle-orm";
import type { ItemId } from "#contract/item";
import type { RegisterEntryId } from "#contract/register";
import { countRows } from "./count-rows.ts";
import { indexItemWords } from "./item-words.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { registerEntryTable } from "./register.ts";

/** The whole record of an item. */
export function getItemRecord(db: ReadDb, id: ItemId): ItemRecord | undefined {
  return db.select().from(itemTable).where(eq(itemTable.id, id)).get();
}

/** Writes a record under its own revision, replacing the item of that id; a place in the order taken meanwhile is left to it. */
export function putItemRecord(db: WriteDb, record: Omit<typeof itemTable.$inferInsert, "pageCount">): void {
  const { seq, ...rest } = record;
  const isThere = countRows(db, itemTable, eq(itemTable.id, record.id)) > 0;
  const isFree = seq !== undefined && countRows(db, itemTable, eq(itemTable.seq, seq)) === 0;
  const row = isThere
    ? db.update(itemTable).set(rest).where(eq(itemTable.id, record.id)).returning().get()
    : db
        .insert(itemTable)
        .values(isFree ? record : rest)
        .returning()
        .get();
  if (row) indexItemWords(db, row);
}

/** Register entries this item was made of. */
export function listEntriesOf(db: ReadDb, itemId: ItemId): RegisterEntryId[] {
  return db
    .select({ id: registerEntryTable.id })
    .from(registerEntryTable)
    .where(eq(registerEntryTable.itemId, itemId))
    .orderBy(registerEntryTable.id)
    .all()
    .map((row) => row.id);
}

/** Points register entries at an item. */
export function pointEntriesAt(db: WriteDb, ids: readonly RegisterEntryId[], itemId: ItemId): void {
  for (const id of ids) db.update(registerEntryTable).set({ itemId }).where(eq(registerEntryTable.id, id)).run();
}
