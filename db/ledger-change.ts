// 台账改动: one act on rows, and what it did to each of them, sealed under the row's key (personal-data P9).
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerChange, LedgerChangeKind } from "#contract/ledger-change";
import type { LedgerId } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";
import { countRows } from "./count-rows.ts";
import { insertRow, insertRows } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { personTable } from "./person.ts";

export const ledgerChangeTable = sqliteTable("ledger_change", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  at: text().notNull(),
  personId: text("person_id").notNull(),
  kind: text().$type<LedgerChangeKind>().notNull(),
  reverts: text(),
  rowCount: integer("row_count").notNull(),
});
export const ledgerRowChangeTable = sqliteTable(
  "ledger_row_change",
  {
    changeId: text("change_id").notNull(),
    rowId: text("row_id").$type<LedgerRowId>().notNull(),
    revision: integer().notNull(),
    sealed: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.changeId, table.rowId] })],
);
export type ChangeRecord = typeof ledgerChangeTable.$inferSelect;
export type RowChangeRecord = typeof ledgerRowChangeTable.$inferSelect;

/** Keeps an act; its rows follow one by one. */
export const addChange = (db: WriteDb, change: Omit<ChangeRecord, "seq">): void =>
  insertRow(db, ledgerChangeTable, change);
export const addRowChange = (db: WriteDb, change: RowChangeRecord): void => insertRow(db, ledgerRowChangeTable, change);
export const addRowChanges = (db: WriteDb, changes: Iterable<RowChangeRecord>): void =>
  insertRows(db, ledgerRowChangeTable, changes);

/** One act, or undefined. */
export const getChange = (db: ReadDb, id: string): ChangeRecord | undefined =>
  db.select().from(ledgerChangeTable).where(eq(ledgerChangeTable.id, id)).get();

/** What an act did, row by row, still sealed. */
export const listRowChanges = (db: ReadDb, changeId: string): RowChangeRecord[] =>
  db.select().from(ledgerRowChangeTable).where(eq(ledgerRowChangeTable.changeId, changeId)).all();

// Asked of every row of an act that is taken back: built once per connection.
const prepareAfter = (db: ReadDb) =>
  db
    .select()
    .from(ledgerRowChangeTable)
    .where(
      and(
        eq(ledgerRowChangeTable.rowId, sql.placeholder("rowId")),
        gt(ledgerRowChangeTable.revision, sql.placeholder("revision")),
      ),
    )
    .orderBy(asc(ledgerRowChangeTable.revision))
    .prepare();
const preparedAfter = new WeakMap<ReadDb, ReturnType<typeof prepareAfter>>();

/** What was done to a row after a revision, oldest first, still sealed. */
export function listChangesAfter(db: ReadDb, rowId: LedgerRowId, revision: number): RowChangeRecord[] {
  const statement = preparedAfter.get(db) ?? prepareAfter(db);
  preparedAfter.set(db, statement);
  return statement.all({ rowId, revision });
}

const shownChange = {
  id: ledgerChangeTable.id,
  at: ledgerChangeTable.at,
  personName: sql<string>`coalesce(${personTable.name}, '')`,
  kind: ledgerChangeTable.kind,
  rowCount: ledgerChangeTable.rowCount,
  reverts: ledgerChangeTable.reverts,
};

/** Acts on a ledger, newest first. */
export function listChanges(
  db: ReadDb,
  ledgerId: LedgerId,
  offset: number,
  limit: number,
): { changes: LedgerChange[]; total: number } {
  const where = eq(ledgerChangeTable.ledgerId, ledgerId);
  const changes = db
    .select(shownChange)
    .from(ledgerChangeTable)
    .leftJoin(personTable, eq(personTable.id, ledgerChangeTable.personId))
    .where(where)
    .orderBy(desc(ledgerChangeTable.seq))
    .limit(limit)
    .offset(offset)
    .all();
  return { changes, total: countRows(db, ledgerChangeTable, where) };
}

/** Acts on a row, newest first, each with what it did, still sealed. */
export const listHistory = (db: ReadDb, rowId: LedgerRowId): { change: LedgerChange; of: RowChangeRecord }[] =>
  db
    .select({ change: shownChange, of: ledgerRowChangeTable })
    .from(ledgerRowChangeTable)
    .innerJoin(ledgerChangeTable, eq(ledgerChangeTable.id, ledgerRowChangeTable.changeId))
    .leftJoin(personTable, eq(personTable.id, ledgerChangeTable.personId))
    .where(eq(ledgerRowChangeTable.rowId, rowId))
    .orderBy(desc(ledgerRowChangeTable.revision))
    .all();
