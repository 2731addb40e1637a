// Which version of a page was read, and which is shown.
import { and, eq, sql } from "drizzle-orm";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "./open.ts";
import { readingTable } from "./reading.ts";
import { pageTable, pageVersionTable } from "./scan.ts";

type ReadVersion = {
  /** Null while the page was never read. */
  readonly read: number | null;
  readonly shown: number;
  /** Of the image that is shown, in pixels. */
  readonly width: number;
  readonly height: number;
};

/** Undefined when there is no such page. */
export function getReadVersion(db: ReadDb, pageId: PageId): ReadVersion | undefined {
  return db
    .select({
      read: readingTable.versionNumber,
      shown: pageTable.shownVersion,
      width: pageVersionTable.width,
      height: pageVersionTable.height,
    })
    .from(pageTable)
    .innerJoin(
      pageVersionTable,
      and(eq(pageVersionTable.pageId, pageTable.id), eq(pageVersionTable.number, pageTable.shownVersion)),
    )
    .leftJoin(readingTable, eq(readingTable.pageId, pageTable.id))
    .where(eq(pageTable.id, pageId))
    .get();
}

/** Whether what was read on a page may not be asked for by words (personal-data P6). */
export function isPageOfRestricted(db: ReadDb, pageId: PageId): boolean {
  const allowed = sql`(SELECT seq FROM main.searchable_page WHERE id = ${pageId})`;
  return (
    db
      .select({ seq: sql<number>`seq` })
      .from(allowed)
      .get() === undefined
  );
}
