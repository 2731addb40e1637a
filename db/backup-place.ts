// Every folder a backup was ever made in: what a granted deletion has to reach (personal-data P14).
import { asc } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ReadDb, WriteDb } from "./open.ts";

export const backupPlaceTable = sqliteTable("backup_place", {
  folder: text().primaryKey(),
  lastAt: text("last_at").notNull(),
});

/** Notes that a backup was made in a folder. */
export function noteBackupPlace(db: WriteDb, folder: string, lastAt: string): void {
  db.insert(backupPlaceTable)
    .values({ folder, lastAt })
    .onConflictDoUpdate({ target: backupPlaceTable.folder, set: { lastAt } })
    .run();
}

/** The folders, in the order of their names. */
export function listBackupPlaces(db: ReadDb): string[] {
  return db
    .select({ folder: backupPlaceTable.folder })
    .from(backupPlaceTable)
    .orderBy(asc(backupPlaceTable.folder))
    .all()
    .map(({ folder }) => folder);
}
