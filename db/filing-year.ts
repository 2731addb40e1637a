// 年度归档: which years of which class are closed, and what they held.
import { and, eq, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import { itemTallyTable } from "./item-tally.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const filingYearTable = sqliteTable(
  "filing_year",
  {
    fondsId: text("fonds_id").$type<FondsId>().notNull(),
    category: text().notNull(),
    year: integer().notNull(),
    closedAt: text("closed_at").notNull(),
    closedBy: text("closed_by").notNull(),
    itemCount: integer("item_count").notNull(),
    pageSum: integer("page_sum").notNull(),
    recordHash: text("record_hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.fondsId, table.category, table.year] })],
);
export type FilingYearRecord = typeof filingYearTable.$inferSelect;
/** One class of one year of one fonds. */
export type YearClass = { readonly fondsId: FondsId; readonly category: string; readonly year: number };

/** The close of a year, if it was closed. */
export function getClosedYear(db: ReadDb, of: YearClass): FilingYearRecord | undefined {
  return db
    .select()
    .from(filingYearTable)
    .where(
      and(
        eq(filingYearTable.fondsId, of.fondsId),
        eq(filingYearTable.category, of.category),
        eq(filingYearTable.year, of.year),
      ),
    )
    .get();
}

/** Whether this year of this class is closed: then only a correction with a reason is left. */
export function isYearClosed(db: ReadDb, of: { fondsId: FondsId; category: string; year: number | null }): boolean {
  return of.year !== null && getClosedYear(db, { ...of, year: of.year }) !== undefined;
}

/** All closed years, as far as asked for. */
export function listClosedYears(
  db: ReadDb,
  of: { fondsId?: FondsId | undefined; category?: string | undefined; year?: number | undefined },
): FilingYearRecord[] {
  return db
    .select()
    .from(filingYearTable)
    .where(
      and(
        of.fondsId ? eq(filingYearTable.fondsId, of.fondsId) : undefined,
        of.category ? eq(filingYearTable.category, of.category) : undefined,
        of.year === undefined ? undefined : eq(filingYearTable.year, of.year),
      ),
    )
    .all();
}

/** Closes a year. */
export function addClosedYear(db: WriteDb, closed: FilingYearRecord): void {
  db.insert(filingYearTable).values(closed).run();
}

/** Items of each class of a year by state, from the kept counts. */
export function countClasses(
  db: ReadDb,
  fondsId: FondsId,
  year: number,
): { category: string; drafts: number; filed: number; filedPages: number }[] {
  const sumWhere = (state: string, column: "items" | "pages") =>
    sql<number>`coalesce(sum(CASE WHEN ${itemTallyTable.state} = ${state} THEN ${itemTallyTable[column]} END), 0)`;
  return db
    .select({
      category: itemTallyTable.category,
      drafts: sumWhere("draft", "items"),
      filed: sumWhere("filed", "items"),
      filedPages: sumWhere("filed", "pages"),
    })
    .from(itemTallyTable)
    .where(and(eq(itemTallyTable.fondsId, fondsId), eq(itemTallyTable.year, year)))
    .groupBy(itemTallyTable.category)
    .all();
}
