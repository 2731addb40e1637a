// The counts of the home page, from 件数账: they cost the same for a thousand and for a million items.
import { and, asc, desc, eq, gt, ne, sql, type SQL } from "drizzle-orm";
import { matterTable } from "./fonds.ts";
import { itemTable } from "./item.ts";
import { itemTallyTable as tally } from "./item-tally.ts";
import type { ReadDb } from "./open.ts";

const sumOf = (state: string): SQL<number> =>
  sql<number>`coalesce(sum(${tally.items}) FILTER (WHERE ${tally.state} = ${state}), 0)`;

/** Drafts and filed items. */
export function countStates(db: ReadDb): { draftCount: number; filedCount: number } {
  const row = db
    .select({ draftCount: sumOf("draft"), filedCount: sumOf("filed") })
    .from(tally)
    .get();
  return row ?? { draftCount: 0, filedCount: 0 };
}

/** The newest year that still has drafts, else the newest of all. */
export function latestYear(db: ReadDb): number | null {
  const row = db
    .select({ year: tally.year })
    .from(tally)
    .where(and(gt(tally.year, 0), gt(tally.items, 0)))
    .groupBy(tally.year)
    .orderBy(sql`${sumOf("draft")} > 0 DESC`, desc(tally.year))
    .limit(1)
    .get();
  return row?.year ?? null;
}

/** Filed and all items of a year, per 机构(问题); what was judged 不归档 waits for nothing. */
export function countByMatter(db: ReadDb, year: number): { name: string; filedCount: number; itemCount: number }[] {
  return db
    .select({
      name: sql<string>`coalesce(${matterTable.name}, '未分类')`,
      filedCount: sumOf("filed"),
      itemCount: sql<number>`sum(${tally.items})`,
    })
    .from(tally)
    .leftJoin(matterTable, eq(matterTable.id, tally.matterId))
    .where(and(eq(tally.year, year), ne(tally.state, "excluded"), gt(tally.items, 0)))
    .groupBy(tally.matterId)
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
