// 年度归档: which years of which class are closed.
import { and, eq } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import { countRows } from "./count-rows.ts";
import type { ReadDb } from "./open.ts";

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

/** Whether this year of this class is closed: then only a correction with a reason is left. */
export function isYearClosed(db: ReadDb, of: { fondsId: FondsId; category: string; year: number | null }): boolean {
  if (of.year === null) return false;
  const same = and(
    eq(filingYearTable.fondsId, of.fondsId),
    eq(filingYearTable.category, of.category),
    eq(filingYearTable.year, of.year),
  );
  return countRows(db, filingYearTable, same) > 0;
}
