// How the search index was made. When the program folds or cuts text differently, all of it is made anew in the background.
import { sql } from "drizzle-orm";
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";
import { countRows } from "./count-rows.ts";
import { itemTable } from "./item.ts";
import { itemDueTable } from "./item-words.ts";
import { dropOldIndex, setIndexesAside } from "./old-index.ts";
import type { Connection, ReadDb, WriteDb } from "./open.ts";
import { pageDueTable, pageFoldedTable } from "./page-words.ts";
import { readingTextTable } from "./reading.ts";

export const searchIndexTable = sqliteTable("search_index", {
  onlyRow: integer("only_row").primaryKey(),
  version: integer().notNull(),
  leftovers: integer().notNull().default(0),
});

/** Raised whenever the same text folds to other words or these are cut into other tokens: the index is then made anew. */
const indexVersion = 2;

/** Whether the index was made in another way than this program makes it. */
export const isIndexOutdated = (db: ReadDb): boolean =>
  db.select({ version: searchIndexTable.version }).from(searchIndexTable).get()?.version !== indexVersion;

/**
 * Begins the index anew, empty, and makes every item and every page that was read due. What was set aside earlier must be
 * removed before (old-index.ts).
 */
export function emptySearchIndex(connection: Connection): void {
  setIndexesAside(connection, (db) => {
    db.run(sql`INSERT OR REPLACE INTO item_due (seq, needs_words) SELECT seq, 1 FROM item`);
    makePagesDue(db);
    // Made in thousands of small parts: written over once when nothing is due any more, for a word is looked up in every part.
    db.run(sql`UPDATE search_index SET version = ${indexVersion}, leftovers = 1`);
  });
}

const makePagesDue = (db: WriteDb): void =>
  void db.run(
    sql`INSERT OR IGNORE INTO page_due (seq) SELECT p.seq FROM reading_text r JOIN page p ON p.id = r.page_id`,
  );

/** Empties the index of pages and makes all of them due. */
export function leavePageTextsOut(db: WriteDb): void {
  dropOldIndex(db);
  db.run(sql`INSERT INTO page_ft (page_ft) VALUES ('delete-all')`);
  db.delete(pageFoldedTable).run();
  makePagesDue(db);
}

/** Whether anything waits for its place in the index. */
export const hasDue = (db: ReadDb): boolean =>
  db.select({ seq: itemDueTable.seq }).from(itemDueTable).limit(1).get() !== undefined ||
  db.select({ seq: pageDueTable.seq }).from(pageDueTable).limit(1).get() !== undefined;

/**
 * Whether the index is to be written over: it still holds, out of reach, texts that were taken out because they may not be there, or it
 * was made anew in many parts.
 */
export const hasLeftovers = (db: ReadDb): boolean =>
  (db.select({ leftovers: searchIndexTable.leftovers }).from(searchIndexTable).get()?.leftovers ?? 0) > 0;

/** Pages of the index written over in a usual step, some hundredths of a second. */
const usuallyMerged = 200;

/**
 * Writes a piece of the index of pages anew, in one part and without what was taken out of it; `isFirst` begins. True when all of it is
 * done; what was taken out meanwhile is left for another round.
 */
export function mergeLeftovers(db: WriteDb, isFirst: boolean, mergedAtOnce = usuallyMerged): boolean {
  if (isFirst) db.run(sql`UPDATE search_index SET leftovers = 2`);
  const before = changesOf(db);
  // A negative count joins all parts of the index, also those automatic merging would leave alone (fts5, 6.9).
  db.run(sql`INSERT INTO page_ft (page_ft, rank) VALUES ('merge', ${isFirst ? -mergedAtOnce : mergedAtOnce})`);
  const isDone = changesOf(db) - before < 2;
  if (isDone) db.run(sql`UPDATE search_index SET leftovers = 0 WHERE leftovers = 2`);
  return isDone;
}

/** Parts of one size the index of pages gathers before they are joined: usually, and where all of it is made in one go. */
export const usualParts = 4;
export const mostParts = 16;

/** Fewer joins make an index of many pages a seventh sooner; a question then begins in more parts. */
export const gatherParts = (db: WriteDb, parts: number): void =>
  void db.run(sql.raw(`INSERT INTO page_ft (page_ft, rank) VALUES ('automerge', ${parts})`));

const changesOf = (db: ReadDb): number =>
  db
    .select({ count: sql<number>`total_changes()` })
    .from(sql`(SELECT 1)`)
    .get()?.count ?? 0;

/**
 * What is still to be indexed: items whose words are missing, and pages. While the index is of another making, in the moment before
 * it is emptied, everything is: what it holds is not to be relied on.
 */
export function countDue(db: ReadDb): { items: number; pages: number } {
  if (isIndexOutdated(db)) return { items: countRows(db, itemTable), pages: countRows(db, readingTextTable) };
  return {
    items: countRows(db, itemDueTable, sql`${itemDueTable.needsWords} = 1`),
    pages: countRows(db, pageDueTable),
  };
}
