// Which page is read next, and how many wait: newest captured first, pages of an opened item before them.
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { PageId } from "#contract/scan";
import { countRows } from "./count-rows.ts";
import type { ReadDb } from "./open.ts";
import { readingTable } from "./reading.ts";
import { pageTable } from "./scan.ts";

export type WaitingPage = {
  readonly pageId: PageId;
  readonly seq: number;
  /** The version that is shown now, and is read. */
  readonly versionNumber: number;
  readonly attempts: number;
};

// Literals, because a partial index is only used where the condition stands in the statement itself.
const waits = sql`${readingTable.state} = 'waiting'`;
const isHere = sql`${pageTable.setAside} = ''`;

/** The next page to read: of `preferred` the first that waits, else the page captured last. Pages set aside are left alone. */
export function nextWaiting(db: ReadDb, preferred: readonly PageId[]): WaitingPage | undefined {
  const select = () =>
    db
      .select({
        pageId: pageTable.id,
        seq: pageTable.seq,
        versionNumber: pageTable.shownVersion,
        attempts: readingTable.attempts,
      })
      .from(readingTable)
      .innerJoin(pageTable, eq(pageTable.id, readingTable.pageId));
  if (preferred.length > 0) {
    const named = inArray(readingTable.pageId, preferred.slice(0, 500));
    const rows = select()
      .where(and(waits, isHere, named))
      .all();
    const first = preferred.flatMap((id) => rows.filter((row) => row.pageId === id))[0];
    if (first) return first;
  }
  return select().where(and(waits, isHere)).orderBy(desc(readingTable.pageSeq)).limit(1).get();
}

export type ReadingCounts = { readonly waiting: number; readonly read: number; readonly unreadable: number };

/** How many pages wait, were read, could not be read; pages set aside do not count as waiting. */
export function countReadings(db: ReadDb): ReadingCounts {
  const aside = db
    .select({ count: sql<number>`count(*)` })
    .from(pageTable)
    .innerJoin(readingTable, eq(readingTable.pageId, pageTable.id))
    .where(and(sql`${pageTable.setAside} <> ''`, waits))
    .get();
  return {
    waiting: countRows(db, readingTable, waits) - (aside?.count ?? 0),
    read: countRows(db, readingTable, sql`${readingTable.state} = 'read'`),
    unreadable: countRows(db, readingTable, sql`${readingTable.state} = 'unreadable'`),
  };
}
