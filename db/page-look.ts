// 初看: what was measured on the shown image of a page, and which pages of the tray still wait for it.
import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { blob, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PageId } from "#contract/scan";
import { captureTable } from "./capture.ts";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { readingTable } from "./reading.ts";
import { inTray, pageTable } from "./scan.ts";

/** What a reading says of the place of a page in its paper: it begins here, goes on here, or nothing is known. */
export type PageHead = "" | "red-head" | "document-number" | "title" | "page-one" | "later-page";

export const pageLookTable = sqliteTable("page_look", {
  pageId: text("page_id").$type<PageId>().primaryKey(),
  versionNumber: integer("version_number").notNull(),
  judge: text().notNull(),
  fingerprint: blob({ mode: "buffer" }).notNull(),
  redHead: real("red_head").notNull(),
  readingSeen: text("reading_seen").notNull(),
  head: text().$type<PageHead>().notNull(),
});
export type PageLook = typeof pageLookTable.$inferSelect;

const isRead = and(eq(readingTable.pageId, pageTable.id), eq(readingTable.state, "read"));
const isSeenBy = (judge: string) =>
  and(eq(pageLookTable.versionNumber, pageTable.shownVersion), eq(pageLookTable.judge, judge));
const waits = (judge: string) =>
  and(
    inTray,
    or(
      isNull(pageLookTable.pageId),
      sql`NOT (${isSeenBy(judge)})`,
      and(sql`${readingTable.pageId} IS NOT NULL`, ne(readingTable.readAt, pageLookTable.readingSeen)),
    ),
  );

/** A page to look at: its image, unless that was measured already and only the reading is new. */
export type WaitingLook = { readonly pageId: PageId; readonly needsPicture: boolean; readonly readAt: string };

/** Pages of the tray not looked at by `judge` as they now are, in the order of the tray. */
export function listWaitingLooks(db: ReadDb, judge: string, limit: number): WaitingLook[] {
  return db
    .select({
      pageId: pageTable.id,
      needsPicture: sql<number>`coalesce(NOT (${isSeenBy(judge)}), 1)`,
      readAt: sql<string>`coalesce(${readingTable.readAt}, '')`,
    })
    .from(pageTable)
    .leftJoin(pageLookTable, eq(pageLookTable.pageId, pageTable.id))
    .leftJoin(readingTable, isRead)
    .where(waits(judge))
    .orderBy(asc(pageTable.seq))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, needsPicture: row.needsPicture === 1 }));
}

/** How many pages of the tray wait to be looked at. */
export function countWaitingLooks(db: ReadDb, judge: string): number {
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(pageTable)
    .leftJoin(pageLookTable, eq(pageLookTable.pageId, pageTable.id))
    .leftJoin(readingTable, isRead)
    .where(waits(judge))
    .get();
  return row?.count ?? 0;
}

/** The look of one page. */
export function getLook(db: ReadDb, pageId: PageId): PageLook | undefined {
  return db.select().from(pageLookTable).where(eq(pageLookTable.pageId, pageId)).get();
}

/** Keeps a look in the place of an earlier one; a page that went meanwhile is passed over. */
export function putLook(db: WriteDb, look: PageLook): boolean {
  if (countRows(db, pageTable, eq(pageTable.id, look.pageId)) === 0) return false;
  db.delete(pageLookTable).where(eq(pageLookTable.pageId, look.pageId)).run();
  insertRow(db, pageLookTable, look);
  return true;
}

/** Pages compared with one another: a few hundred of the same pile are enough, a sheet is not scanned twice a week apart. */
const mostCompared = 400;

/** Fingerprints of earlier pages of the same pile; without a pile, of the pages that came in just before. */
export function listFingerprintsBefore(db: ReadDb, pageId: PageId): { pageId: PageId; fingerprint: Buffer }[] {
  const own = db
    .select({ seq: pageTable.seq, pileId: captureTable.pileId })
    .from(pageTable)
    .leftJoin(captureTable, eq(captureTable.scanId, pageTable.scanId))
    .where(eq(pageTable.id, pageId))
    .get();
  if (!own) return [];
  return db
    .select({ pageId: pageTable.id, fingerprint: pageLookTable.fingerprint })
    .from(pageTable)
    .innerJoin(pageLookTable, eq(pageLookTable.pageId, pageTable.id))
    .leftJoin(captureTable, eq(captureTable.scanId, pageTable.scanId))
    .where(
      and(
        sql`${pageTable.seq} < ${own.seq}`,
        sql`${pageTable.setAside} NOT IN ('retaken', 'joined')`,
        own.pileId === null ? isNull(captureTable.pileId) : eq(captureTable.pileId, own.pileId),
      ),
    )
    .orderBy(sql`${pageTable.seq} DESC`)
    .limit(mostCompared)
    .all();
}

/** Whether a document camera took this page. */
export function isFromCamera(db: ReadDb, pageId: PageId): boolean {
  const row = db
    .select({ source: captureTable.source })
    .from(pageTable)
    .innerJoin(captureTable, eq(captureTable.scanId, pageTable.scanId))
    .where(eq(pageTable.id, pageId))
    .get();
  return row?.source === "camera";
}
