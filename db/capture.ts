// How a scan was captured, where a device took it.
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Capture, CaptureSource } from "#contract/capture";
import type { ScanId } from "#contract/scan";
import { insertRow } from "./insert-row.ts";
import type { WriteDb } from "./open.ts";

export const captureTable = sqliteTable("capture", {
  scanId: text("scan_id").$type<ScanId>().primaryKey(),
  source: text().$type<CaptureSource>().notNull(),
  device: text().notNull(),
  capturedAt: text("captured_at").notNull(),
  pileId: text("pile_id").notNull(),
  profile: text().notNull(),
});

/** Notes how a scan came in. */
export function addCapture(db: WriteDb, scanId: ScanId, capture: Capture): void {
  insertRow(db, captureTable, { scanId, ...capture });
}
