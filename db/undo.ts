// 撤销: the way back from each write, kept apart from the journal so that it can be emptied (house, example 8).
import { desc, eq, inArray } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ReadDb, WriteDb } from "./open.ts";

export const undoTable = sqliteTable("undo", {
  sequence: integer().primaryKey(),
  objectId: text("object_id").notNull(),
  action: text().notNull(),
  name: text().notNull(),
  input: text().notNull(),
});
export type WayBack = typeof undoTable.$inferSelect;

/** Keeps the way back from one write. */
export function putUndo(db: WriteDb, way: WayBack): void {
  db.insert(undoTable).values(way).run();
}

/** The newest way back, if any. */
export function nextUndo(db: ReadDb): WayBack | undefined {
  return db.select().from(undoTable).orderBy(desc(undoTable.sequence)).limit(1).get();
}

/** Takes a way back out. */
export function dropUndo(db: WriteDb, sequence: number): void {
  db.delete(undoTable).where(eq(undoTable.sequence, sequence)).run();
}

/** Forgets every way back that touches these objects: after filing, dropping or a granted deletion. */
export function dropUndoOf(db: WriteDb, objectIds: readonly string[]): void {
  for (let at = 0; at < objectIds.length; at += 500) {
    db.delete(undoTable)
      .where(inArray(undoTable.objectId, objectIds.slice(at, at + 500)))
      .run();
  }
}

/** Forgets every way back: a granted deletion leaves none that could bring a value again (personal-data P9). */
export function emptyUndo(db: WriteDb): void {
  db.delete(undoTable).run();
}
