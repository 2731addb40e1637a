// The text index of pages, newest first (index-place.ts). What may stand in it is decided by the view searchable_page
// (personal-data P6), and triggers take out at once what may not any more (0019).
import { desc, eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { foldText } from "./fold-text.ts";
import { pageGrams } from "./page-grams.ts";
import { insertRow } from "./insert-row.ts";
import { lastPlace, placeOfPage } from "./index-place.ts";
import type { WriteDb } from "./open.ts";

/** Pages to be looked at anew by the work in the background. */
export const pageDueTable = sqliteTable("page_due", { seq: integer().primaryKey() });
// A view and a virtual table: told to drizzle here alone.
const searchablePage = sqliteTable("searchable_page", { seq: integer().notNull() });
const pageFtTable = sqliteTable("page_ft", { rowid: integer().primaryKey(), words: text() });
/** Folded words of the indexed pages, for looking into them: made and emptied with the index, left out of backups with it (P14). */
export const pageFoldedTable = sqliteTable("page_folded", { seq: integer().primaryKey(), words: text().notNull() });

const seq = sql.placeholder("seq");
// Thousands in a row when the index is made anew: built once per connection.
const prepare = (db: WriteDb) => ({
  isSearchable: db
    .select({ seq: searchablePage.seq })
    .from(searchablePage)
    .where(eq(searchablePage.seq, seq))
    .prepare(),
  takeOut: db
    .delete(pageFtTable)
    .where(sql`${pageFtTable.rowid} = ${placeOfPage(seq)}`)
    .prepare(),
  dropFolded: db.delete(pageFoldedTable).where(eq(pageFoldedTable.seq, seq)).prepare(),
  settle: db.delete(pageDueTable).where(eq(pageDueTable.seq, seq)).prepare(),
});
const prepared = new WeakMap<WriteDb, ReturnType<typeof prepare>>();
function statementsOf(db: WriteDb): ReturnType<typeof prepare> {
  const known = prepared.get(db) ?? prepare(db);
  prepared.set(db, known);
  return known;
}

/**
 * Indexes what was read on a page, in place of what stood there; `text` as it was read, lines with line ends, which words may
 * run across. A page that may not be searched is taken out instead, so that it may always be called after a reading.
 */
export function indexPageText(db: WriteDb, pageSeq: number, text: string): void {
  unindexPageText(db, pageSeq);
  if (statementsOf(db).isSearchable.get({ seq: pageSeq }) === undefined) return;
  const words = foldText(text);
  insertRow(db, pageFtTable, { rowid: lastPlace - pageSeq, words: pageGrams.tokensOf(words) });
  insertRow(db, pageFoldedTable, { seq: pageSeq, words });
}

/** Takes a page out of the index, e.g. because its text is no longer true. */
export function unindexPageText(db: WriteDb, pageSeq: number): void {
  const { takeOut, dropFolded, settle } = statementsOf(db);
  takeOut.run({ seq: pageSeq });
  dropFolded.run({ seq: pageSeq });
  settle.run({ seq: pageSeq });
}

/** Pages waiting for their place in the index, by page.seq, newest captured first. */
export const listDuePages = (db: WriteDb, limit: number): number[] =>
  db
    .select()
    .from(pageDueTable)
    .orderBy(desc(pageDueTable.seq))
    .limit(limit)
    .all()
    .map((row) => row.seq);
