// 固化: periods of a ledger that were made into items of the archive (personal-data P10).
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import type { LedgerId, LedgerPeriod } from "#contract/ledger";

export const ledgerFreezeTable = sqliteTable("ledger_freeze", {
  id: text().primaryKey(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  period: text().$type<LedgerPeriod>().notNull(),
  form: text().$type<"plain" | "identified">().notNull(),
  itemId: text("item_id").$type<ItemId>(),
  rowCount: integer("row_count").notNull(),
  lateCount: integer("late_count").notNull(),
  digest: text().notNull(),
  frozenAt: text("frozen_at").notNull(),
  personId: text("person_id").notNull(),
});
