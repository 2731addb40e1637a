// 页面提示: what was noticed about a page.
import { eq } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PageMark, PageMarkName } from "#contract/page-mark";
import type { PageId } from "#contract/scan";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

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

/** Notes what was seen; a mark that is there already keeps its first value. */
export function addPageMark(db: WriteDb, pageId: PageId, mark: PageMarkName, value = ""): void {
  const there = db
    .select({ mark: pageMarkTable.mark })
    .from(pageMarkTable)
    .where(eq(pageMarkTable.pageId, pageId))
    .all();
  if (!there.some((each) => each.mark === mark))
    insertRow(db, pageMarkTable, { pageId, mark, value, isSettled: false });
}

/** What was seen of one page. */
export function listPageMarks(db: ReadDb, pageId: PageId): PageMark[] {
  return db
    .select({ mark: pageMarkTable.mark, value: pageMarkTable.value, isSettled: pageMarkTable.isSettled })
    .from(pageMarkTable)
    .where(eq(pageMarkTable.pageId, pageId))
    .all();
}
