// 永久 first, then the longer term before the shorter: the order of every list of classes.
import { sql, type AnyColumn, type SQL } from "drizzle-orm";

/** An ORDER BY term over a column of retention codes (contract/retention.ts, retentionRank). */
export const retentionOrder = (column: AnyColumn): SQL =>
  sql`CASE ${column} WHEN 'Y' THEN 0 ELSE 100 - CAST(substr(${column}, 2) AS INTEGER) END`;
