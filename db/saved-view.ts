// 常用筛选: filters under a name.
import { eq } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { savedView, type SavedView, type SavedViewId } from "#contract/saved-view";
import type { ReadDb, WriteDb } from "./open.ts";

export const savedViewTable = sqliteTable("saved_view", {
  id: text().$type<SavedViewId>().primaryKey(),
  name: text().notNull(),
  filter: text().notNull(),
  itemOrder: text("item_order").$type<SavedView["order"]>().notNull(),
});

/** All views by name. */
export function listSavedViews(db: ReadDb): SavedView[] {
  return db
    .select()
    .from(savedViewTable)
    .orderBy(savedViewTable.name)
    .all()
    .map((row) =>
      savedView.parse({ id: row.id, name: row.name, filter: JSON.parse(row.filter) as unknown, order: row.itemOrder }),
    );
}

/** Keeps a view, in place of one of the same id. */
export function putSavedView(db: WriteDb, { id, name, filter, order }: SavedView): void {
  const row = { name, filter: JSON.stringify(filter), itemOrder: order };
  db.insert(savedViewTable)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: savedViewTable.id, set: row })
    .run();
}

/** Drops a view. */
export function dropSavedView(db: WriteDb, id: SavedViewId): void {
  db.delete(savedViewTable).where(eq(savedViewTable.id, id)).run();
}
