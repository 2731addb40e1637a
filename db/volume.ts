// 案卷 and 组: their table.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SecurityLevel } from "#contract/access";
import type { FilingUnitId } from "#contract/filing-unit";
import type { FondsId, MatterId } from "#contract/fonds";
import type { BoxId, ScheduleRowId, VolumeId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";

export const volumeTable = sqliteTable("volume", {
  id: text().$type<VolumeId>().primaryKey(),
  kind: text().$type<"volume" | "group">().notNull(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  category: text().notNull(),
  title: text().notNull(),
  unit: text().notNull(),
  beginDate: text("begin_date").notNull(),
  endDate: text("end_date").notNull(),
  year: integer(),
  retention: text().$type<Retention>(),
  matterId: text("matter_id").$type<MatterId>(),
  scheduleRowId: text("schedule_row_id").$type<ScheduleRowId>(),
  securityLevel: text("security_level").$type<SecurityLevel>().notNull(),
  voucherFrom: text("voucher_from").notNull().default(""),
  voucherTo: text("voucher_to").notNull().default(""),
  seeAlso: text("see_also").notNull().default(""),
  note: text().notNull().default(""),
  compiledBy: text("compiled_by").notNull().default(""),
  compiledOn: text("compiled_on").notNull().default(""),
  checkedBy: text("checked_by").notNull().default(""),
  checkedOn: text("checked_on").notNull().default(""),
  state: text().$type<"draft" | "filed">().notNull(),
  filingUnitId: text("filing_unit_id").$type<FilingUnitId>(),
  volumeNumber: integer("volume_number"),
  archivalCode: text("archival_code").notNull().default(""),
  boxId: text("box_id").$type<BoxId>(),
  revision: integer().notNull().default(1),
  enteredAt: text("entered_at").notNull(),
  filedAt: text("filed_at"),
});
export type VolumeRecord = typeof volumeTable.$inferSelect;
