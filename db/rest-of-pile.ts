// What came in right behind a paper of the same pile: the further sheets of one whose first sheet was taken away (P15).
import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import type { PageId } from "#contract/scan";
import { captureTable } from "./capture.ts";
import type { ReadDb } from "./open.ts";
import { pageLookTable } from "./page-look.ts";
import { pageMarkTable, setByClerk } from "./page-mark.ts";
import { inTray, pageTable } from "./scan.ts";

/** A place in a pile: pages from this number on came later. The number of a page that is gone may be given anew. */
export type PlaceInPile = { readonly pileId: string; readonly fromSeq: number };

/** Where the last of these pages lies in each pile they came with; pages no device took came with none. */
export function placesInPiles(db: ReadDb, ids: readonly PageId[]): PlaceInPile[] {
  return db
    .select({ pileId: captureTable.pileId, fromSeq: sql<number>`max(${pageTable.seq})` })
    .from(pageTable)
    .innerJoin(captureTable, eq(captureTable.scanId, pageTable.scanId))
    .where(inArray(pageTable.id, [...ids]))
    .groupBy(captureTable.pileId)
    .all();
}

const most = 500;
/** A paper of its own begins here: told by a 隔页, by the clerk, or by what was read at its head. */
const begins = sql<number>`(EXISTS (SELECT 1 FROM ${pageMarkTable} m WHERE m.page_id = ${pageTable.id}
  AND (m.mark = 'separator' OR (m.mark = 'first-page' AND m.value = ${setByClerk})))
  OR coalesce(${pageLookTable.head}, '') IN ('red-head', 'document-number'))`;

/**
 * Pages of the tray that came right behind a place in a pile, with their places in the tray (from 1), up to where another
 * paper begins or somebody has gone on working; at most 500.
 */
export function listRestOfPile(
  db: ReadDb,
  { pileId, fromSeq }: PlaceInPile,
): { readonly pageId: PageId; readonly place: number }[] {
  const rows = db
    .select({
      pageId: pageTable.id,
      isInTray: sql<number>`(${inTray})`,
      begins,
      place: sql<number>`(SELECT count(*) FROM page q WHERE q.item_id IS NULL AND q.set_aside = ''
        AND coalesce(q.tray_position, q.seq) <= coalesce(${pageTable.trayPosition}, ${pageTable.seq}))`,
    })
    .from(pageTable)
    .innerJoin(captureTable, eq(captureTable.scanId, pageTable.scanId))
    .leftJoin(pageLookTable, eq(pageLookTable.pageId, pageTable.id))
    .where(and(eq(captureTable.pileId, pileId), gte(pageTable.seq, fromSeq)))
    .orderBy(asc(pageTable.seq))
    .limit(most)
    .all();
  const end = rows.findIndex((row) => row.begins === 1 || row.isInTray === 0);
  return rows.slice(0, end < 0 ? rows.length : end).map(({ pageId, place }) => ({ pageId, place }));
}
