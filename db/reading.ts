// 文字识别: which pages wait, which were read and by what; and the sealed lines of each.
import { and, eq, inArray, sql } from "drizzle-orm";
import { blob, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ReadingState } from "#contract/reading";
import type { PageId } from "#contract/scan";
import type { ReadDb, WriteDb } from "./open.ts";
import { dropPageText, putPageText } from "./page-text.ts";

export const readingTable = sqliteTable("reading", {
  pageId: text("page_id").$type<PageId>().primaryKey(),
  pageSeq: integer("page_seq").notNull().default(0),
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
export type ReadingRow = typeof readingTable.$inferSelect;

/** Lines with places and confidences, sealed under a key of the page (personal-data P6, P14). */
export const readingTextTable = sqliteTable("reading_text", {
  pageId: text("page_id").$type<PageId>().primaryKey(),
  sealed: blob({ mode: "buffer" }).notNull(),
});

/** A reading as it is sealed: all of it, and its words apart, under keys derived from the key of one file. */
export type SealedReading = { readonly fileId: string; readonly reading: Buffer; readonly words: Buffer };

const of = (pageId: PageId) => eq(readingTable.pageId, pageId);

/** A new page waits to be read. */
export function addWaiting(db: WriteDb, pageId: PageId): void {
  db.run(sql`INSERT INTO reading (page_id, page_seq, state) SELECT id, seq, 'waiting' FROM page WHERE id = ${pageId}`);
}

/** What is known of the reading of one page. */
export const getReading = (db: ReadDb, pageId: PageId): ReadingRow | undefined =>
  db.select().from(readingTable).where(of(pageId)).get();

/** What is known of the readings of several pages. */
export function listReadings(db: ReadDb, pageIds: readonly PageId[]): ReadingRow[] {
  const found: ReadingRow[] = [];
  for (let at = 0; at < pageIds.length; at += 500) {
    const some = inArray(readingTable.pageId, pageIds.slice(at, at + 500));
    found.push(...db.select().from(readingTable).where(some).all());
  }
  return found;
}

/** The sealed lines of a page. */
export function getReadingText(db: ReadDb, pageId: PageId): Buffer | undefined {
  const mine = eq(readingTextTable.pageId, pageId);
  return db.select({ sealed: readingTextTable.sealed }).from(readingTextTable).where(mine).get()?.sealed;
}

/** Counts a try before it is made, so that a page that brings the engine down is not tried for ever. */
export function noteAttempt(db: WriteDb, pageId: PageId, by: 1 | -1): void {
  db.update(readingTable)
    .set({ attempts: sql`max(0, ${readingTable.attempts} + ${by})` })
    .where(of(pageId))
    .run();
}

/** Keeps what was read of a page in place of what was read before; false when the page is gone. */
export function putReading(
  db: WriteDb,
  pageId: PageId,
  facts: Partial<Omit<ReadingRow, "pageId" | "pageSeq">>,
  sealed: SealedReading,
): boolean {
  if (db.update(readingTable).set(facts).where(of(pageId)).run().changes === 0) return false;
  putReadingText(db, pageId, sealed);
  return true;
}

/** Keeps the sealed lines of a page, and its words apart. */
export function putReadingText(db: WriteDb, pageId: PageId, { fileId, reading, words }: SealedReading): void {
  db.insert(readingTextTable)
    .values({ pageId, sealed: reading })
    .onConflictDoUpdate({ target: readingTextTable.pageId, set: { sealed: reading } })
    .run();
  putPageText(db, pageId, fileId, words);
}

/** 未能识别: tried and said so; what an earlier version of the page said stays. */
export function setUnreadable(db: WriteDb, pageId: PageId, versionNumber: number, engine: string): void {
  db.update(readingTable).set({ state: "unreadable", versionNumber, engine }).where(of(pageId)).run();
}

/** Takes the text of a page away for good. */
export function dropReadingText(db: WriteDb, pageId: PageId): void {
  db.delete(readingTextTable).where(eq(readingTextTable.pageId, pageId)).run();
  dropPageText(db, pageId);
  db.update(readingTable).set({ characterCount: 0, lowestConfidence: null }).where(of(pageId)).run();
}

/** These pages wait to be read again; returns how many there are. */
export function setWaiting(db: WriteDb, pageIds: readonly PageId[]): number {
  let count = 0;
  for (let at = 0; at < pageIds.length; at += 500) {
    const some = inArray(readingTable.pageId, pageIds.slice(at, at + 500));
    count += db.update(readingTable).set({ state: "waiting", attempts: 0 }).where(some).run().changes;
  }
  return count;
}

/** Pages read by another engine wait again, at most `most` of them; returns how many. */
export function setOutdatedWaiting(db: WriteDb, engine: string, most: number): number {
  const outdated = sql`SELECT page_id FROM reading WHERE state = 'read' AND (engine < ${engine} OR engine > ${engine})
    UNION ALL SELECT page_id FROM reading WHERE state = 'unreadable' AND engine <> ${engine} LIMIT ${most}`;
  return db
    .update(readingTable)
    .set({ state: "waiting", attempts: 0 })
    .where(and(sql`${readingTable.pageId} IN (${outdated})`))
    .run().changes;
}
