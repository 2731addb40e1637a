// 保管期限表: versions and rows.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ScheduleRowId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";

export const scheduleVersionTable = sqliteTable("schedule_version", {
  id: text().primaryKey(),
  number: integer().notNull(),
  name: text().notNull(),
  state: text().$type<"starter" | "draft" | "in-force" | "superseded">().notNull(),
  validFrom: text("valid_from").notNull(),
  madeAt: text("made_at").notNull(),
  note: text().notNull(),
});

export const scheduleRowTable = sqliteTable("schedule_row", {
  id: text().$type<ScheduleRowId>().primaryKey(),
  versionId: text("version_id").notNull(),
  position: integer().notNull(),
  category: text().notNull(),
  subcategory: text().notNull(),
  content: text().notNull(),
  retention: text().$type<Retention>(),
  isMinimum: integer("is_minimum", { mode: "boolean" }).notNull(),
  startRule: text("start_rule").notNull(),
  source: text().notNull(),
  sourceRow: text("source_row").notNull(),
  basis: text().notNull(),
  provenance: text().notNull(),
  confidence: text().notNull(),
  status: text().$type<"to-verify" | "confirmed" | "corrected" | "added" | "dropped">().notNull(),
  note: text().notNull(),
  judgedBy: text("judged_by").notNull().default(""),
  judgedAt: text("judged_at").notNull().default(""),
});
