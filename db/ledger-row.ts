// 台账行: what is not sensitive stands in `cells`, the rest sealed under the row's own key (personal-data P7).
import { and, desc, eq, inArray, max, sql } from "drizzle-orm";
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerId } from "#contract/ledger";
import type { LedgerRow, LedgerRowId, RowCells, RowLinks } from "#contract/ledger-row";
import { insertRows } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const ledgerRowTable = sqliteTable("ledger_row", {
  seq: integer().primaryKey(),
  id: text().$type<LedgerRowId>().notNull(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  occurredOn: text("occurred_on").$type<ArchivalDate>().notNull(),
  enteredAt: text("entered_at").notNull(),
  enteredBy: text("entered_by").notNull(),
  isLate: integer("is_late", { mode: "boolean" }).notNull(),
  cells: text({ mode: "json" }).$type<RowCells>().notNull(),
  links: text({ mode: "json" }).$type<RowLinks>().notNull(),
  sealed: blob({ mode: "buffer" }),
  masked: text({ mode: "json" }).$type<readonly ColumnKey[]>().notNull().default([]),
  revision: integer().notNull().default(1),
  removedAt: text("removed_at").notNull().default(""),
  isRestricted: integer("is_restricted", { mode: "boolean" }).notNull().default(false),
  importId: text("import_id"),
  importDigest: text("import_digest"),
});
export type RowRecord = typeof ledgerRowTable.$inferSelect;

/** What a row shows: never a sealed value. */
export const shownRow = {
  id: ledgerRowTable.id,
  seq: ledgerRowTable.seq,
  ledgerId: ledgerRowTable.ledgerId,
  occurredOn: ledgerRowTable.occurredOn,
  enteredAt: ledgerRowTable.enteredAt,
  isLate: ledgerRowTable.isLate,
  cells: ledgerRowTable.cells,
  links: ledgerRowTable.links,
  masked: ledgerRowTable.masked,
  attachmentCount: sql<number>`(SELECT count(*) FROM ledger_attachment WHERE row_id = ${ledgerRowTable.id})`,
  revision: ledgerRowTable.revision,
  isRemoved: sql<boolean>`${ledgerRowTable.removedAt} <> ''`.mapWith(Boolean),
  isRestricted: ledgerRowTable.isRestricted,
};

/** One row as it is shown, or undefined. */
export function getRow(db: ReadDb, id: LedgerRowId): LedgerRow | undefined {
  return db.select(shownRow).from(ledgerRowTable).where(eq(ledgerRowTable.id, id)).get();
}

const atOnce = 500;

/** Rows of one ledger by number, in the order asked; one that is gone is missing. */
export function listRows(db: ReadDb, ledgerId: LedgerId, seqs: readonly number[]): LedgerRow[] {
  const found = new Map<number, LedgerRow>();
  for (let at = 0; at < seqs.length; at += atOnce) {
    const some = seqs.slice(at, at + atOnce);
    const where = and(eq(ledgerRowTable.ledgerId, ledgerId), inArray(ledgerRowTable.seq, some));
    for (const row of db.select(shownRow).from(ledgerRowTable).where(where).all()) found.set(row.seq, row);
  }
  return seqs.flatMap((seq) => found.get(seq) ?? []);
}

/** Everything kept of these rows, sealed values as they are sealed, by id. */
export function getRecords(db: ReadDb, ids: readonly LedgerRowId[]): Map<LedgerRowId, RowRecord> {
  const found = new Map<LedgerRowId, RowRecord>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const where = inArray(ledgerRowTable.id, ids.slice(at, at + atOnce));
    for (const record of db.select().from(ledgerRowTable).where(where).all()) found.set(record.id, record);
  }
  return found;
}

/** The row entered last in a ledger and still standing, or undefined. */
export const getLastRecord = (db: ReadDb, ledgerId: LedgerId): RowRecord | undefined =>
  db
    .select()
    .from(ledgerRowTable)
    .where(and(eq(ledgerRowTable.ledgerId, ledgerId), eq(ledgerRowTable.removedAt, "")))
    .orderBy(desc(ledgerRowTable.seq))
    .limit(1)
    .get();

/** The number of the next row. */
export const nextSeq = (db: ReadDb): number =>
  (db
    .select({ last: max(ledgerRowTable.seq) })
    .from(ledgerRowTable)
    .get()?.last ?? 0) + 1;

/** Adds rows with all their columns. */
export const addRows = (db: WriteDb, records: readonly RowRecord[]): void => insertRows(db, ledgerRowTable, records);

const prepareUpdate = (db: WriteDb) =>
  db
    .update(ledgerRowTable)
    .set({
      occurredOn: sql`${sql.placeholder("occurredOn")}`,
      isLate: sql`${sql.placeholder("isLate")}`,
      cells: sql`${sql.placeholder("cells")}`,
      links: sql`${sql.placeholder("links")}`,
      sealed: sql`${sql.placeholder("sealed")}`,
      masked: sql`${sql.placeholder("masked")}`,
      revision: sql`${sql.placeholder("revision")}`,
      removedAt: sql`${sql.placeholder("removedAt")}`,
    })
    .where(eq(ledgerRowTable.seq, sql.placeholder("seq")))
    .prepare();
const prepared = new WeakMap<WriteDb, ReturnType<typeof prepareUpdate>>();

/** Writes what may change of a row; who entered it, and when, never does. */
export function setRow(db: WriteDb, record: RowRecord): void {
  const statement = prepared.get(db) ?? prepareUpdate(db);
  prepared.set(db, statement);
  const { seq, occurredOn, sealed, revision, removedAt } = record;
  statement.run({
    ...{ seq, occurredOn, sealed, revision, removedAt },
    isLate: record.isLate ? 1 : 0,
    cells: JSON.stringify(record.cells),
    links: JSON.stringify(record.links),
    masked: JSON.stringify(record.masked),
  });
}
