// 居民: what is needed to fill a form; sealed under the resident's own key what is sensitive (personal-data P4, P7).
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { HouseholdId, ResidentId, ResidentSecret } from "#contract/resident";

export const residentTable = sqliteTable("resident", {
  seq: integer().primaryKey(),
  id: text().$type<ResidentId>().notNull(),
  name: text().notNull(),
  sounds: text().notNull(),
  sex: text().$type<"" | "男" | "女">().notNull(),
  bornOn: text("born_on").$type<ArchivalDate>().notNull(),
  phone: text().notNull(),
  householdId: text("household_id").$type<HouseholdId>(),
  sealed: blob({ mode: "buffer" }),
  masked: text({ mode: "json" }).$type<readonly ResidentSecret[]>().notNull().default([]),
  idNumberDigest: text("id_number_digest").notNull().default(""),
  enteredAt: text("entered_at").notNull(),
  revision: integer().notNull().default(1),
  isRestricted: integer("is_restricted", { mode: "boolean" }).notNull().default(false),
  joinedTo: text("joined_to").$type<ResidentId>(),
});
