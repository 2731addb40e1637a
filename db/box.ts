// 档案盒 and 柜-层-位: their tables.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId, MatterId } from "#contract/fonds";
import type { BoxId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";

export const shelfPlaceTable = sqliteTable("shelf_place", {
  id: text().primaryKey(),
  room: text().notNull(),
  cabinet: integer().notNull(),
  tier: integer().notNull(),
  slot: integer().notNull(),
});

export const boxTable = sqliteTable("box", {
  id: text().$type<BoxId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  category: text().notNull(),
  year: integer().notNull(),
  retention: text().$type<Retention>().notNull(),
  matterId: text("matter_id").$type<MatterId>(),
  boxNumber: integer("box_number").notNull(),
  spineMm: integer("spine_mm").$type<20 | 30 | 40 | 50>().notNull(),
  placeId: text("place_id"),
  note: text().notNull().default(""),
  arrangedBy: text("arranged_by").notNull().default(""),
  arrangedOn: text("arranged_on").notNull().default(""),
  checkedBy: text("checked_by").notNull().default(""),
  checkedOn: text("checked_on").notNull().default(""),
});
export type BoxRecord = typeof boxTable.$inferSelect;
