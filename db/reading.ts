// 文字识别: which pages wait, which were read and by what; and the sealed lines of each.
import { eq } from "drizzle-orm";
import { blob, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ReadingState } from "#contract/reading";
import type { PageId } from "#contract/scan";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const readingTable = sqliteTable("reading", {
  pageId: text("page_id").$type<PageId>().primaryKey(),
  state: text().$type<ReadingState>().notNull(),
  versionNumber: integer("version_number"),
  engine: text().notNull().default(""),
  attempts: integer().notNull().default(0),
  characterCount: integer("character_count").notNull().default(0),
  lowestConfidence: real("lowest_confidence"),
  /** Seconds the reading took. */
  seconds: real(),
  readAt: text("read_at").notNull().default(""),
});

/** Lines with places and confidences, sealed under a key of the page (personal-data P6, P14). */
export const readingTextTable = sqliteTable("reading_text", {
  pageId: text("page_id").$type<PageId>().primaryKey(),
  sealed: blob({ mode: "buffer" }).notNull(),
});

/** A new page waits to be read. */
export function addWaiting(db: WriteDb, pageId: PageId): void {
  const none = { engine: "", attempts: 0, characterCount: 0, readAt: "" };
  insertRow(db, readingTable, { pageId, state: "waiting", ...none });
}

/** The sealed lines of a page. */
export function getReadingText(db: ReadDb, pageId: PageId): Buffer | undefined {
  const of = eq(readingTextTable.pageId, pageId);
  return db.select({ sealed: readingTextTable.sealed }).from(readingTextTable).where(of).get()?.sealed;
}
