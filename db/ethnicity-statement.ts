// 民族, self-declared, sealed, apart from everything else (personal-data P3).
import { blob, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ResidentId } from "#contract/resident";

export const ethnicityStatementTable = sqliteTable("ethnicity_statement", {
  residentId: text("resident_id").$type<ResidentId>().primaryKey(),
  sealed: blob({ mode: "buffer" }).notNull(),
  statedOn: text("stated_on").notNull(),
  enteredAt: text("entered_at").notNull(),
});
