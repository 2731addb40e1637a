// 分件: the pages of a pile with what is known of each, and pages laid aside and brought back.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Pile, PileScope } from "#contract/pile";
import type { Page, PageId } from "#contract/scan";
import { captureTable } from "./capture.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { type PageHead, pageLookTable } from "./page-look.ts";
import { setByClerk } from "./page-mark.ts";
import { readingTable } from "./reading.ts";
import { inTray, pageColumns, pageTable, pageVersionTable, scanTable, shownVersion } from "./scan.ts";

/** Piles of which pages lie in the tray, the newest first. */
export function listPiles(db: ReadDb): Pile[] {
  return db
    .select({
      pileId: captureTable.pileId,
      source: captureTable.source,
      device: captureTable.device,
      firstAt: sql<string>`min(${captureTable.capturedAt})`,
      pageCount: sql<number>`count(*)`,
    })
    .from(pageTable)
    .innerJoin(captureTable, eq(captureTable.scanId, pageTable.scanId))
    .where(inTray)
    .groupBy(captureTable.pileId)
    .orderBy(sql`min(${captureTable.capturedAt}) DESC`)
    .all();
}

/** A page of a pile: what stands on its marks, what was measured, whether it was read. */
export type PilePage = {
  readonly page: Page;
  /** Blank for a page no device took. */
  readonly pileId: string;
  /** Both sides were taken (扫描方案 双面). */
  readonly isDuplex: boolean;
  readonly isLooked: boolean;
  readonly isRead: boolean;
  readonly isBlank: boolean;
  /** Somebody said at the camera that another paper begins here. */
  readonly isBegun: boolean;
  /** The words of a 隔页; undefined for any other page. */
  readonly separator: string | undefined;
  readonly redHead: number;
  readonly head: PageHead;
};

const hasMark = (mark: "blank" | "separator" | "first-page") =>
  sql<
    string | null
  >`(SELECT value FROM page_mark m WHERE m.page_id = ${pageTable.id} AND m.mark = ${mark} AND m.is_settled = 0)`;
/** Pages of the tray that a scope names, in the order of the tray; at most `limit`. */
export function listPilePages(db: ReadDb, scope: PileScope, limit: number): PilePage[] {
  const named =
    scope.by === "pile"
      ? eq(captureTable.pileId, scope.pileId)
      : scope.by === "pages"
        ? inArray(pageTable.id, [...scope.pageIds])
        : undefined;
  return db
    .select({
      page: pageColumns,
      pileId: sql<string>`coalesce(${captureTable.pileId}, '')`,
      feed: sql<string | null>`(SELECT feed FROM scan_profile p WHERE p.name = ${captureTable.profile})`,
      looked: pageLookTable.pageId,
      state: readingTable.state,
      blank: hasMark("blank"),
      separator: hasMark("separator"),
      begun: hasMark("first-page"),
      redHead: sql<number>`coalesce(${pageLookTable.redHead}, 0)`,
      head: sql<PageHead>`coalesce(${pageLookTable.head}, '')`,
    })
    .from(pageTable)
    .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion))
    .leftJoin(captureTable, eq(captureTable.scanId, pageTable.scanId))
    .leftJoin(pageLookTable, eq(pageLookTable.pageId, pageTable.id))
    .leftJoin(readingTable, eq(readingTable.pageId, pageTable.id))
    .where(and(inTray, named))
    .orderBy(asc(sql`coalesce(tray_position, page.seq)`))
    .limit(limit)
    .all()
    .map(({ feed, looked, state, blank, separator, begun, ...row }) => ({
      ...row,
      isDuplex: feed === "duplex",
      isLooked: looked !== null,
      isRead: state === "read" || state === "unreadable",
      // Nobody begins a paper with a blank page: what looks like one was said to be the first.
      isBlank: blank !== null && begun !== setByClerk,
      isBegun: begun === setByClerk,
      separator: separator ?? undefined,
    }));
}

/** How many of these pages lie in the tray. */
export function countInTray(db: ReadDb, ids: readonly PageId[]): number {
  let count = 0;
  for (let at = 0; at < ids.length; at += 500) {
    const some = and(inTray, inArray(pageTable.id, ids.slice(at, at + 500)));
    count += db.select({ id: pageTable.id }).from(pageTable).where(some).all().length;
  }
  return count;
}

/** Lays pages of the tray aside for a reason; the tray forgets them until they are brought back. */
export function layAside(db: WriteDb, ids: readonly PageId[], why: "blank" | "separator"): void {
  for (let at = 0; at < ids.length; at += 500)
    db.update(pageTable)
      .set({ setAside: why })
      .where(and(inTray, inArray(pageTable.id, ids.slice(at, at + 500))))
      .run();
}

/** Brings pages laid aside back into the tray; returns how many were found there. */
export function bringBack(db: WriteDb, ids: readonly PageId[]): number {
  let count = 0;
  for (let at = 0; at < ids.length; at += 500)
    count += db
      .update(pageTable)
      .set({ setAside: "" })
      .where(and(sql`${pageTable.setAside} <> ''`, inArray(pageTable.id, ids.slice(at, at + 500))))
      .run().changes;
  return count;
}
