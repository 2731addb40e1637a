// 履职事项, the rows that prove them, and why one was not done.
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { LedgerCode } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";

export const dutyTable = sqliteTable("duty", {
  id: text().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  frequency: text().notNull(),
  times: integer(),
  ledgerCode: text("ledger_code").$type<LedgerCode>().notNull(),
  kindValue: text("kind_value").notNull().default(""),
  owner: text().notNull(),
  source: text().notNull(),
  beginsOn: text("begins_on").notNull(),
  isActive: integer("is_active", { mode: "boolean" }).notNull().default(true),
  position: real().notNull(),
  revision: integer().notNull().default(1),
});
export const dutyProofTable = sqliteTable(
  "duty_proof",
  {
    dutyId: text("duty_id").notNull(),
    rowId: text("row_id").$type<LedgerRowId>().notNull(),
    counts: integer({ mode: "boolean" }).notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dutyId, table.rowId] })],
);
export const dutyStatementTable = sqliteTable(
  "duty_statement",
  {
    dutyId: text("duty_id").notNull(),
    period: text().notNull(),
    words: text().notNull(),
    itemId: text("item_id").$type<ItemId>(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dutyId, table.period] })],
);
