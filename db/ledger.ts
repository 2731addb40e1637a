// 台账 with their columns.
import { and, asc, eq } from "drizzle-orm";
import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId, MatterId } from "#contract/fonds";
import type { Ledger, LedgerBasis, LedgerCode, LedgerId, LedgerPeriodKind, LedgerState } from "#contract/ledger";
import type { ScheduleRowId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";
import { listColumns } from "./ledger-column.ts";
import type { ReadDb } from "./open.ts";

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
