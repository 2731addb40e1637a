// 填写的总数: typed once a year with its paper, never counted from persons (personal-data P3, P11).
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";

export const typedTotalTable = sqliteTable("typed_total", {
  id: text().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  year: integer().notNull(),
  code: text().notNull(),
  label: text().notNull(),
  value: integer().notNull(),
  source: text().notNull(),
  itemId: text("item_id").$type<ItemId>(),
  typedAt: text("typed_at").notNull(),
  personId: text("person_id").notNull(),
  revision: integer().notNull().default(1),
});
