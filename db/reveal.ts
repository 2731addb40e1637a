// 查看记录: each look at a masked value, with its reason; never the value (personal-data P7).
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerRowId } from "#contract/ledger-row";
import type { ResidentId } from "#contract/resident";

export const revealTable = sqliteTable("reveal", {
  id: text().primaryKey(),
  at: text().notNull(),
  personId: text("person_id").notNull(),
  rowId: text("row_id").$type<LedgerRowId>(),
  residentId: text("resident_id").$type<ResidentId>(),
  field: text().notNull(),
  reasonCode: text("reason_code").notNull(),
  reason: text().notNull(),
});
