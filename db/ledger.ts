// 台账 with their columns.
import { and, asc, eq, sql } from "drizzle-orm";
import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId, MatterId } from "#contract/fonds";
import type { Ledger, LedgerBasis, LedgerCode, LedgerId, LedgerPeriodKind, LedgerState } from "#contract/ledger";
import type { ScheduleRowId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";
import { listColumns, putColumns } from "./ledger-column.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const ledgerTable = sqliteTable("ledger", {
  id: text().$type<LedgerId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  code: text().$type<LedgerCode>().notNull(),
  name: text().notNull(),
  state: text().$type<LedgerState>().notNull(),
  purpose: text().notNull(),
  basis: text().$type<LedgerBasis>().notNull(),
  basisWords: text("basis_words").notNull(),
  retention: text().$type<Retention>(),
  matterId: text("matter_id").$type<MatterId>(),
  scheduleRowId: text("schedule_row_id").$type<ScheduleRowId>(),
  period: text().$type<LedgerPeriodKind>().notNull(),
  keepsIdentified: integer("keeps_identified", { mode: "boolean" }).notNull().default(false),
  lateDays: integer("late_days").notNull().default(10),
  source: text().notNull(),
  position: real().notNull(),
  openedAt: text("opened_at").notNull().default(""),
  revision: integer().notNull().default(1),
});
export type LedgerRecord = typeof ledgerTable.$inferSelect;

function withColumns(db: ReadDb, { position: _, ...record }: LedgerRecord): Ledger {
  return { ...record, columns: listColumns(db, record.id) };
}

/** One ledger with its columns in order, or undefined. */
export function getLedger(db: ReadDb, id: LedgerId): Ledger | undefined {
  const record = db.select().from(ledgerTable).where(eq(ledgerTable.id, id)).get();
  return record && withColumns(db, record);
}

/** The ledger of a 全宗 that has this code, or undefined. */
export function findLedger(db: ReadDb, fondsId: FondsId, code: LedgerCode): Ledger | undefined {
  const record = db
    .select()
    .from(ledgerTable)
    .where(and(eq(ledgerTable.fondsId, fondsId), eq(ledgerTable.code, code)))
    .get();
  return record && withColumns(db, record);
}

/** All ledgers of a 全宗 in the office's order. */
export function listLedgers(db: ReadDb, fondsId: FondsId): Ledger[] {
  return db
    .select()
    .from(ledgerTable)
    .where(eq(ledgerTable.fondsId, fondsId))
    .orderBy(asc(ledgerTable.position), asc(ledgerTable.id))
    .all()
    .map((record) => withColumns(db, record));
}

/** Adds a ledger with its columns behind all others of its 全宗. */
export function addLedger(db: WriteDb, { columns, ...ledger }: Omit<Ledger, "revision">): void {
  const last = db
    .select({ position: sql<number>`coalesce(max(${ledgerTable.position}), 0)` })
    .from(ledgerTable)
    .where(eq(ledgerTable.fondsId, ledger.fondsId))
    .get();
  db.insert(ledgerTable)
    .values({ ...ledger, position: (last?.position ?? 0) + 1 })
    .run();
  putColumns(db, ledger.id, columns);
}

/** Changes a ledger and raises its revision; columns are written when they are given. */
export function setLedger(
  db: WriteDb,
  id: LedgerId,
  { columns, ...change }: Partial<Omit<Ledger, "id" | "fondsId" | "code" | "source" | "revision">>,
): void {
  db.update(ledgerTable)
    .set({ ...change, revision: sql`${ledgerTable.revision} + 1` })
    .where(eq(ledgerTable.id, id))
    .run();
  if (columns) putColumns(db, id, columns);
}

/** Puts ledgers where the list has them, from 1. */
export function placeLedgers(db: WriteDb, ids: readonly LedgerId[]): void {
  for (const [at, id] of ids.entries())
    db.update(ledgerTable)
      .set({ position: at + 1 })
      .where(eq(ledgerTable.id, id))
      .run();
}

/** Removes a ledger with its columns; a row or an assessment of it stops it (foreign key). */
export const removeLedger = (db: WriteDb, id: LedgerId): void =>
  void db.delete(ledgerTable).where(eq(ledgerTable.id, id)).run();

/** Whether it ever had a row: one taken out counts. */
export const hasRows = (db: ReadDb, id: LedgerId): boolean =>
  db
    .select({ one: sql<number>`1` })
    .from(sql`ledger_row`)
    .where(sql`ledger_id = ${id}`)
    .limit(1)
    .get() !== undefined;
