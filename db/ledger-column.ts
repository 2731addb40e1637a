// 台账的列. A column taken away keeps its values in the rows; it is only not shown any more.
import { and, asc, eq, sql } from "drizzle-orm";
import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  ColumnKey,
  ColumnKind,
  ColumnPart,
  ColumnRules,
  LedgerColumn,
  PersonalLevel,
} from "#contract/ledger-column";
import type { LedgerId } from "#contract/ledger";
import type { ReadDb, WriteDb } from "./open.ts";

export const ledgerColumnTable = sqliteTable("ledger_column", {
  seq: integer().primaryKey(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  key: text().$type<ColumnKey>().notNull(),
  position: real().notNull(),
  heading: text().notNull(),
  kind: text().$type<ColumnKind>().notNull(),
  part: text().$type<ColumnPart>().notNull().default(""),
  isRequired: integer("is_required", { mode: "boolean" }).notNull().default(false),
  personal: text().$type<PersonalLevel>().notNull(),
  rules: text({ mode: "json" }).$type<ColumnRules>().notNull(),
  isRemoved: integer("is_removed", { mode: "boolean" }).notNull().default(false),
});

function selectColumns(db: ReadDb, ledgerId: LedgerId, isRemoved: boolean): LedgerColumn[] {
  return db
    .select({
      key: ledgerColumnTable.key,
      heading: ledgerColumnTable.heading,
      kind: ledgerColumnTable.kind,
      part: ledgerColumnTable.part,
      isRequired: ledgerColumnTable.isRequired,
      personal: ledgerColumnTable.personal,
      rules: ledgerColumnTable.rules,
    })
    .from(ledgerColumnTable)
    .where(and(eq(ledgerColumnTable.ledgerId, ledgerId), eq(ledgerColumnTable.isRemoved, isRemoved)))
    .orderBy(asc(ledgerColumnTable.position), asc(ledgerColumnTable.seq))
    .all();
}

/** The columns of a ledger that are shown, in order. */
export const listColumns = (db: ReadDb, ledgerId: LedgerId): LedgerColumn[] => selectColumns(db, ledgerId, false);

/** Those that were taken away, with their values still in the rows. */
export const listRemovedColumns = (db: ReadDb, ledgerId: LedgerId): LedgerColumn[] => selectColumns(db, ledgerId, true);

/** Numbers of the shown columns in the index of cells, by key. */
export function columnNumbers(db: ReadDb, ledgerId: LedgerId): Map<ColumnKey, number> {
  const rows = db
    .select({ key: ledgerColumnTable.key, seq: ledgerColumnTable.seq })
    .from(ledgerColumnTable)
    .where(and(eq(ledgerColumnTable.ledgerId, ledgerId), eq(ledgerColumnTable.isRemoved, false)))
    .all();
  return new Map(rows.map(({ key, seq }) => [key, seq]));
}

/** Every column a ledger ever had, taken away ones too. */
export const listColumnRecords = (db: ReadDb, ledgerId: LedgerId): (typeof ledgerColumnTable.$inferSelect)[] =>
  db.select().from(ledgerColumnTable).where(eq(ledgerColumnTable.ledgerId, ledgerId)).all();

/** Writes the columns of a ledger in the order given; those left out are taken away and keep their values in the rows. */
export function putColumns(db: WriteDb, ledgerId: LedgerId, columns: readonly LedgerColumn[]): void {
  db.update(ledgerColumnTable).set({ isRemoved: true }).where(eq(ledgerColumnTable.ledgerId, ledgerId)).run();
  for (const [at, column] of columns.entries()) {
    const written = { ...column, position: at + 1, isRemoved: false };
    db.insert(ledgerColumnTable)
      .values({ ...written, ledgerId })
      .onConflictDoUpdate({ target: [ledgerColumnTable.ledgerId, ledgerColumnTable.key], set: written })
      .run();
  }
}

/** Whether a row of the ledger, also one taken out, holds a value of this column, sealed or not. */
export function isColumnFilled(db: ReadDb, ledgerId: LedgerId, key: ColumnKey): boolean {
  const found = db
    .select({ one: sql<number>`1` })
    .from(sql`ledger_row`)
    .where(
      sql`ledger_id = ${ledgerId} AND (coalesce(json_extract(cells, ${`$."${key}"`}), '') <> ''
        OR EXISTS (SELECT 1 FROM json_each(masked) WHERE value = ${key}))`,
    )
    .limit(1)
    .get();
  return found !== undefined;
}
