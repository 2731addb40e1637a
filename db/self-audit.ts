// 年度自查 (personal-data P16).
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const selfAuditTable = sqliteTable("self_audit", {
  year: integer().primaryKey(),
  lines: text({ mode: "json" }).$type<readonly unknown[]>().notNull(),
  auditedOn: text("audited_on").notNull(),
  enteredAt: text("entered_at").notNull(),
  auditorPost: text("auditor_post").notNull(),
  revision: integer().notNull().default(1),
});
