// The text index of pages: rowid = page.seq. What may stand in it is decided by the view searchable_page (personal-data P6),
// and triggers take out at once what may not any more (0016).
import { desc, eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PageId } from "#contract/scan";
import { foldText } from "./fold-text.ts";
import { gramsOf } from "./grams.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { pageTable } from "./scan.ts";

/** Pages to be looked at anew by the work in the background. */
export const pageDueTable = sqliteTable("page_due", { seq: integer().primaryKey() });
const searchablePage = sqliteTable("searchable_page", { seq: integer(), id: text(), itemId: text("item_id") });

/** Whether the text of a page may be indexed: not of a restricted item, not noticed as personal in the tray (P6). */
export const isPageSearchable = (db: ReadDb, seq: number): boolean =>
  db
    .select({ seq: searchablePage.seq })
    .from(searchablePage)
    .where(sql`${searchablePage.seq} = ${seq}`)
    .get() !== undefined;

/**
 * Indexes what was read on a page, in place of what stood there; `text` as it was read, lines with line ends, which words may
 * run across. A page that may not be searched is taken out instead, so that it may always be called after a reading.
 */
export function indexPageText(db: WriteDb, seq: number, text: string): void {
  db.run(sql`DELETE FROM page_due WHERE seq = ${seq}`);
  if (!isPageSearchable(db, seq)) return void db.run(sql`DELETE FROM page_ft WHERE rowid = ${seq}`);
  const words = gramsOf(foldText(text));
  db.run(sql`INSERT OR REPLACE INTO page_ft (rowid, words) VALUES (${seq}, ${words})`);
}

/** Takes a page out of the index, e.g. because its text is no longer true. */
export function unindexPageText(db: WriteDb, seq: number): void {
  db.run(sql`DELETE FROM page_ft WHERE rowid = ${seq}`);
  db.run(sql`DELETE FROM page_due WHERE seq = ${seq}`);
}

/** Pages waiting for their place in the index, newest captured first. */
export function listDuePages(db: ReadDb, limit: number): { seq: number; id: PageId }[] {
  return db
    .select({ seq: pageTable.seq, id: pageTable.id })
    .from(pageDueTable)
    .innerJoin(pageTable, eq(pageTable.seq, pageDueTable.seq))
    .orderBy(desc(pageDueTable.seq))
    .limit(limit)
    .all();
}
