// What the camera wrote into a photo, by the scan it came as.
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ScanId } from "#contract/scan";
import { insertRow } from "./insert-row.ts";
import type { WriteDb } from "./open.ts";

export const cameraFactTable = sqliteTable("camera_fact", {
  scanId: text("scan_id").$type<ScanId>().primaryKey(),
  make: text().notNull(),
  model: text().notNull(),
  /** The camera's own clock, without a zone; blank when it says nothing. */
  takenAt: text("taken_at").notNull(),
});

/** Notes what a camera says; a place is never among it. */
export function addCameraFact(db: WriteDb, fact: typeof cameraFactTable.$inferSelect): void {
  insertRow(db, cameraFactTable, fact);
}
