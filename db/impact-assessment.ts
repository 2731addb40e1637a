// 个人信息保护影响评估, kept three years at least (PIPL 55–56).
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerId } from "#contract/ledger";

export const impactAssessmentTable = sqliteTable("impact_assessment", {
  id: text().primaryKey(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  assessedOn: text("assessed_on").notNull(),
  enteredAt: text("entered_at").notNull(),
  assessorPost: text("assessor_post").notNull(),
  answers: text({ mode: "json" }).$type<Readonly<Record<string, string>>>().notNull(),
  conclusion: text().$type<"may-open" | "may-not-open">().notNull(),
  columnsDigest: text("columns_digest").notNull(),
});
