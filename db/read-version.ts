// Which version of a page was read, and which is shown.
import { eq, sql } from "drizzle-orm";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "./open.ts";
import { readingTable } from "./reading.ts";
import { pageTable } from "./scan.ts";

/** Both numbers; `read` is null while the page was never read. */
export function getReadVersion(db: ReadDb, pageId: PageId): { read: number | null; shown: number } | undefined {
  return db
    .select({ read: readingTable.versionNumber, shown: pageTable.shownVersion })
    .from(pageTable)
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
