// 户.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { HouseholdId } from "#contract/resident";

export const householdTable = sqliteTable("household", {
  id: text().$type<HouseholdId>().primaryKey(),
  number: text().notNull(),
  address: text().notNull(),
  grid: text().notNull(),
  enteredAt: text("entered_at").notNull(),
  revision: integer().notNull().default(1),
});
