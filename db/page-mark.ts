// 页面提示: what was noticed about a page.
import { and, eq, inArray, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { askingMarks, type PageMark, type PageMarkName } from "#contract/page-mark";
import type { Page, PageId } from "#contract/scan";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { inTray, pageTable, selectPages } from "./scan.ts";

export const pageMarkTable = sqliteTable(
  "page_mark",
  {
    pageId: text("page_id").$type<PageId>().notNull(),
    mark: text().$type<PageMarkName>().notNull(),
    value: text().notNull(),
    isSettled: integer("is_settled", { mode: "boolean" }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.pageId, table.mark] })],
);
const markColumns = { mark: pageMarkTable.mark, value: pageMarkTable.value, isSettled: pageMarkTable.isSettled };

/** The value of a mark that somebody set by hand; no measuring takes it away. */
export const setByClerk = "clerk";

/** Notes what was seen; a mark that is there already keeps its first value, unless now a person says so. */
export function addPageMark(db: WriteDb, pageId: PageId, mark: PageMarkName, value = ""): void {
  const added = db.insert(pageMarkTable).values({ pageId, mark, value, isSettled: false });
  const target = [pageMarkTable.pageId, pageMarkTable.mark];
  if (value === setByClerk) added.onConflictDoUpdate({ target, set: { value, isSettled: false } }).run();
  else added.onConflictDoNothing({ target }).run();
}

/**
 * 重拍: which page stands in the place of one set aside, so that both go should it be a state secret (personal-data P15).
 * Where the clerk said that a paper begins, it begins with the page in its place.
 */
export function noteTakenAgain(db: WriteDb, old: PageId, instead: PageId): void {
  const isBegun = listPageMarks(db, old).some(({ mark, value }) => mark === "first-page" && value === setByClerk);
  if (isBegun) addPageMark(db, instead, "first-page", setByClerk);
  const row = { pageId: old, mark: "same-page" as const, value: instead, isSettled: true };
  const target = [pageMarkTable.pageId, pageMarkTable.mark];
  db.insert(pageMarkTable)
    .values(row)
    .onConflictDoUpdate({ target, set: { value: instead, isSettled: true } })
    .run();
}

/** Of the marks `measured` a page has those `found` and no other; one the clerk settled stays settled. */
export function renewPageMarks(
  db: WriteDb,
  pageId: PageId,
  measured: readonly PageMarkName[],
  found: ReadonlyMap<PageMarkName, string>,
): void {
  const there = new Map(listPageMarks(db, pageId).map((each) => [each.mark, each]));
  for (const mark of measured) {
    const value = found.get(mark);
    const before = there.get(mark);
    if (before && (before.value === value || before.value === setByClerk)) continue;
    const which = and(eq(pageMarkTable.pageId, pageId), eq(pageMarkTable.mark, mark));
    if (before && (value === undefined || !before.isSettled)) db.delete(pageMarkTable).where(which).run();
    if (value !== undefined && !before?.isSettled)
      insertRow(db, pageMarkTable, { pageId, mark, value, isSettled: false });
  }
}

/** What was seen of one page. */
export function listPageMarks(db: ReadDb, pageId: PageId): PageMark[] {
  return db.select(markColumns).from(pageMarkTable).where(eq(pageMarkTable.pageId, pageId)).all();
}

/** What was seen of the pages in the tray. */
export function listTrayMarks(db: ReadDb): (PageMark & { pageId: PageId })[] {
  return db
    .select({ pageId: pageMarkTable.pageId, ...markColumns })
    .from(pageTable)
    .innerJoin(pageMarkTable, eq(pageMarkTable.pageId, pageTable.id))
    .where(inTray)
    .all();
}

/** Pages of the tray with an unsettled mark that asks for a look, or with this one, in the order of the tray. */
export function listMarkedPages(
  db: ReadDb,
  mark: PageMarkName | undefined,
  offset: number,
  limit: number,
): { pages: Page[]; total: number } {
  const names = mark === undefined ? askingMarks : [mark];
  const asks = and(inArray(pageMarkTable.mark, [...names]), eq(pageMarkTable.isSettled, false));
  const marked = and(
    inTray,
    inArray(pageTable.id, db.select({ id: pageMarkTable.pageId }).from(pageMarkTable).where(asks)),
  );
  const pages = selectPages(db)
    .where(marked)
    .orderBy(sql`coalesce(tray_position, page.seq)`)
    .limit(limit)
    .offset(offset)
    .all();
  const total = db
    .select({ count: sql<number>`count(*)` })
    .from(pageTable)
    .where(marked)
    .get();
  return { pages: pages.map(({ partNumber: _, ...page }) => page), total: total?.count ?? 0 };
}

/** Says of a mark that it is all right, or no longer; returns the pages on which that was a change. */
export function settleMark(db: WriteDb, pageIds: readonly PageId[], mark: PageMarkName, isSettled: boolean): PageId[] {
  const changed: PageId[] = [];
  for (let at = 0; at < pageIds.length; at += 500) {
    const which = and(
      inArray(pageMarkTable.pageId, pageIds.slice(at, at + 500)),
      eq(pageMarkTable.mark, mark),
      eq(pageMarkTable.isSettled, !isSettled),
    );
    const rows = db.select({ pageId: pageMarkTable.pageId }).from(pageMarkTable).where(which).all();
    changed.push(...rows.map((row) => row.pageId));
    db.update(pageMarkTable).set({ isSettled }).where(which).run();
  }
  return changed;
}
