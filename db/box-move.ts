// 移盒: what changed its box after the year was closed, and why.
import { asc, eq, or } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { BoxId } from "#contract/place-of-item";
import type { ReadDb, WriteDb } from "./open.ts";

export const boxMoveTable = sqliteTable("box_move", {
  id: text().primaryKey(),
  entryId: text("entry_id").notNull(),
  archivalCode: text("archival_code").notNull(),
  fromBoxId: text("from_box_id").$type<BoxId>(),
  toBoxId: text("to_box_id").$type<BoxId>(),
  movedAt: text("moved_at").notNull(),
  movedBy: text("moved_by").notNull(),
  reason: text().notNull(),
});
export type BoxMove = typeof boxMoveTable.$inferSelect;

/** Writes a move down. */
export function addBoxMove(db: WriteDb, move: BoxMove): void {
  db.insert(boxMoveTable).values(move).run();
}

/** Moves into and out of a box, oldest first. */
export function listBoxMoves(db: ReadDb, boxId: BoxId): BoxMove[] {
  return db
    .select()
    .from(boxMoveTable)
    .where(or(eq(boxMoveTable.fromBoxId, boxId), eq(boxMoveTable.toBoxId, boxId)))
    .orderBy(asc(boxMoveTable.movedAt), asc(boxMoveTable.id))
    .all();
}
