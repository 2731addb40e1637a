// 安全事件登记 (PIPL 57; personal-data P16).
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const incidentTable = sqliteTable("incident", {
  id: text().primaryKey(),
  number: integer().notNull(),
  year: integer().notNull(),
  kind: text().$type<"loss" | "leak" | "damage" | "other">().notNull(),
  happenedOn: text("happened_on").notNull(),
  foundOn: text("found_on").notNull(),
  enteredAt: text("entered_at").notNull(),
  facts: text({ mode: "json" }).$type<Readonly<Record<string, string>>>().notNull(),
  state: text().$type<"open" | "closed">().notNull(),
  revision: integer().notNull().default(1),
});
