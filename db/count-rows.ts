// Counting, as a plain number (drizzle's own $count is a promise even on this driver).
import { sql, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ReadDb } from "./open.ts";

/** Rows of a table that meet a condition. */
export function countRows(db: ReadDb, table: SQLiteTable, where?: SQL): number {
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(table)
      .where(where)
      .get()?.count ?? 0
  );
}
