// Rows of ledgers counted: by month, by an open column; and what a guarded count is made of.
import { and, asc, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerId } from "#contract/ledger";
import { ledgerRowTable } from "./ledger-row.ts";
import type { ReadDb } from "./open.ts";

const inYear = (year: number): SQL | undefined =>
  and(
    eq(ledgerRowTable.removedAt, ""),
    gte(ledgerRowTable.occurredOn, `${year}` as never),
    lt(ledgerRowTable.occurredOn, `${year}~` as never),
  );
const counts = { count: sql<number>`count(*)`, lateCount: sql<number>`coalesce(sum(${ledgerRowTable.isLate}), 0)` };

/** Rows of these ledgers in a year by month (YYYY-MM; YYYY where the month is not known). */
export const countMonths = (db: ReadDb, ledgerIds: readonly LedgerId[], year: number) =>
  ledgerIds.length === 0
    ? []
    : db
        .select({
          ledgerId: ledgerRowTable.ledgerId,
          month: sql<string>`substr(${ledgerRowTable.occurredOn}, 1, 7)`.as("month"),
          ...counts,
        })
        .from(ledgerRowTable)
        .where(and(inArray(ledgerRowTable.ledgerId, [...ledgerIds]), inYear(year)))
        .groupBy(ledgerRowTable.ledgerId, sql`month`)
        .all();

/** Rows of a ledger in a year by the open value of a column. */
export const countValues = (db: ReadDb, ledgerId: LedgerId, key: ColumnKey, year: number) =>
  db
    .select({
      value: sql<string>`coalesce(json_extract(${ledgerRowTable.cells}, ${`$."${key}"`}), '')`.as("value"),
      ...counts,
    })
    .from(ledgerRowTable)
    .where(and(eq(ledgerRowTable.ledgerId, ledgerId), inYear(year)))
    .groupBy(sql`value`)
    .all();

/** Rows of a ledger in a year, the newest last, with what is sealed of them. */
export const listCountedRows = (db: ReadDb, ledgerId: LedgerId, year: number) =>
  db
    .select({
      id: ledgerRowTable.id,
      cells: ledgerRowTable.cells,
      links: ledgerRowTable.links,
      sealed: ledgerRowTable.sealed,
      masked: ledgerRowTable.masked,
    })
    .from(ledgerRowTable)
    .where(and(eq(ledgerRowTable.ledgerId, ledgerId), inYear(year)))
    .orderBy(asc(ledgerRowTable.occurredOn), asc(ledgerRowTable.seq))
    .all();

/** Every open value of a column in the rows that stand, with how many have it; blank ones are left out. */
export function listColumnValues(db: ReadDb, ledgerId: LedgerId, key: ColumnKey): { value: string; count: number }[] {
  const value = sql<string>`coalesce(json_extract(${ledgerRowTable.cells}, ${`$."${key}"`}), '')`;
  return db
    .select({ value: value.as("value"), count: sql<number>`count(*)` })
    .from(ledgerRowTable)
    .where(and(eq(ledgerRowTable.ledgerId, ledgerId), eq(ledgerRowTable.removedAt, ""), sql`${value} <> ''`))
    .groupBy(sql`value`)
    .all();
}
