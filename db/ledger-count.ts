// Rows of ledgers counted: by month, by an open column; and what a guarded count is made of.
import { and, asc, eq, gte, inArray, lt, ne, sql, type SQL } from "drizzle-orm";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerId } from "#contract/ledger";
import { ledgerColumnTable } from "./ledger-column.ts";
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

/** Grids the office knows without one ledger: of its households, and of what its other ledgers hold. */
export function listGridsBeside(db: ReadDb, ledgerId: LedgerId): Set<string> {
  const columns = db
    .select({ ledgerId: ledgerColumnTable.ledgerId, key: ledgerColumnTable.key })
    .from(ledgerColumnTable)
    .where(and(eq(ledgerColumnTable.kind, "grid"), ne(ledgerColumnTable.ledgerId, ledgerId)))
    .all();
  const written = columns.flatMap((column) => listColumnValues(db, column.ledgerId, column.key));
  const lived = db
    .selectDistinct({ value: sql<string>`grid` })
    .from(sql`household`)
    .all();
  return new Set([...written, ...lived].map(({ value }) => value).filter((value) => value !== ""));
}
