// The counts of the home page, each from one narrow index.
import { asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import { matterTable } from "./fonds.ts";
import { itemTable } from "./item.ts";
import { countRows } from "./count-rows.ts";
import type { ReadDb } from "./open.ts";

/** Drafts and filed items. */
export function countStates(db: ReadDb): { draftCount: number; filedCount: number } {
  return {
    draftCount: countRows(db, itemTable, eq(itemTable.state, "draft")),
    filedCount: countRows(db, itemTable, eq(itemTable.state, "filed")),
  };
}

/** The newest year that still has drafts, else the newest of all. */
export function latestYear(db: ReadDb): number | null {
  const row = db
    .select({ year: itemTable.year })
    .from(itemTable)
    .where(isNotNull(itemTable.year))
    .groupBy(itemTable.year)
    .orderBy(sql`sum(${itemTable.state} = 'draft') > 0 DESC`, desc(itemTable.year))
    .limit(1)
    .get();
  return row?.year ?? null;
}

/** Filed and all items of a year, per 机构(问题). */
export function countByMatter(db: ReadDb, year: number): { name: string; filedCount: number; itemCount: number }[] {
  return db
    .select({
      name: sql<string>`coalesce(${matterTable.name}, '未分类')`,
      filedCount: sql<number>`sum(${itemTable.state} = 'filed')`,
      itemCount: sql<number>`count(*)`,
    })
    .from(itemTable)
    .leftJoin(matterTable, eq(matterTable.id, itemTable.matterId))
    .where(eq(itemTable.year, year))
    .groupBy(itemTable.matterId)
    .orderBy(asc(matterTable.code))
    .all();
}

/** The five items entered last. A restricted one is named neutrally (P6). */
export function listRecent(db: ReadDb): { itemId: string; title: string; at: string; state: string }[] {
  return db
    .select({
      itemId: itemTable.id,
      title: sql<string>`CASE ${itemTable.access} WHEN 'restricted' THEN ${itemTable.neutralTitle} ELSE ${itemTable.title} END`,
      at: itemTable.enteredAt,
      state: itemTable.state,
    })
    .from(itemTable)
    .orderBy(desc(itemTable.seq))
    .limit(5)
    .all()
    .map((row) => ({ ...row, itemId: String(row.itemId) }));
}
