// 台账行: what is not sensitive stands in `cells`, the rest sealed under the row's own key (personal-data P7).
import { eq, sql } from "drizzle-orm";
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerId } from "#contract/ledger";
import type { LedgerRow, LedgerRowId, RowCells, RowLinks } from "#contract/ledger-row";
import type { ReadDb } from "./open.ts";

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
