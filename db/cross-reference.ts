// 互见号: their table, seen from either end.
import { eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CrossReference, CrossReferenceEnd, CrossReferenceId, CrossReferenceRow } from "#contract/cross-reference";
import type { ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import type { ReadDb, WriteDb } from "./open.ts";

export const crossReferenceTable = sqliteTable("cross_reference", {
  id: text().$type<CrossReferenceId>().primaryKey(),
  itemId: text("item_id").$type<ItemId>(),
  volumeId: text("volume_id").$type<VolumeId>(),
  otherItemId: text("other_item_id").$type<ItemId>(),
  otherVolumeId: text("other_volume_id").$type<VolumeId>(),
  note: text().notNull(),
  enteredAt: text("entered_at").notNull(),
});

const touches = (end: CrossReferenceEnd): SQL | undefined =>
  end.itemId === null
    ? or(eq(crossReferenceTable.volumeId, end.volumeId), eq(crossReferenceTable.otherVolumeId, end.volumeId))
    : or(eq(crossReferenceTable.itemId, end.itemId), eq(crossReferenceTable.otherItemId, end.itemId));

/** What is referred to from one end, with 档号 and title of today; a restricted item by its neutral title (personal-data P6). */
export function listReferences(db: ReadDb, end: CrossReferenceEnd): CrossReference[] {
  const rows = db.select().from(crossReferenceTable).where(touches(end)).orderBy(crossReferenceTable.enteredAt).all();
  return rows.map((row) => {
    const isFirst = row.itemId === end.itemId && row.volumeId === end.volumeId;
    const itemId = isFirst ? row.otherItemId : row.itemId;
    const volumeId = isFirst ? row.otherVolumeId : row.volumeId;
    return { id: row.id, itemId, volumeId, ...nameOf(db, itemId, volumeId), note: row.note, enteredAt: row.enteredAt };
  });
}

function nameOf(db: ReadDb, itemId: ItemId | null, volumeId: VolumeId | null): { archivalCode: string; title: string } {
  const found = db
    .select({ archivalCode: sql<string>`archival_code`, title: sql<string>`title` })
    .from(
      itemId === null
        ? sql`(SELECT archival_code, title FROM volume WHERE id = ${volumeId})`
        : sql`(SELECT archival_code, CASE access WHEN 'restricted' THEN neutral_title ELSE title END AS title
          FROM item WHERE id = ${itemId})`,
    )
    .get();
  return found ?? { archivalCode: "", title: "" };
}

/** One reference. */
export function getReference(db: ReadDb, id: CrossReferenceId): CrossReferenceRow | undefined {
  return db.select().from(crossReferenceTable).where(eq(crossReferenceTable.id, id)).get();
}

/** References any of these items takes part in. */
export function listReferencesOf(db: ReadDb, itemIds: readonly ItemId[]): CrossReferenceRow[] {
  const some = [...itemIds];
  return db
    .select()
    .from(crossReferenceTable)
    .where(or(inArray(crossReferenceTable.itemId, some), inArray(crossReferenceTable.otherItemId, some)))
    .all();
}

/** Adds a reference unless the pair stands already; says whether it was added. */
export function addReference(db: WriteDb, reference: CrossReferenceRow): boolean {
  return db.insert(crossReferenceTable).values(reference).onConflictDoNothing().run().changes > 0;
}

/** Writes the note of a reference anew. */
export function setReferenceNote(db: WriteDb, id: CrossReferenceId, note: string): void {
  db.update(crossReferenceTable).set({ note }).where(eq(crossReferenceTable.id, id)).run();
}

/** Takes references away. */
export function removeReferences(db: WriteDb, ids: readonly CrossReferenceId[]): void {
  db.delete(crossReferenceTable)
    .where(inArray(crossReferenceTable.id, [...ids]))
    .run();
}
