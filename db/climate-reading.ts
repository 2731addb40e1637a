// 温湿度: the readings.
import { and, asc, between, countDistinct, desc, eq, gte } from "drizzle-orm";
import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { archivalDate } from "#contract/archival-date";
import type { ClimateReading } from "#contract/climate-reading";
import { countRows } from "./count-rows.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const climateReadingTable = sqliteTable("climate_reading", {
  id: text().primaryKey(),
  room: text().notNull(),
  readOn: text("read_on").notNull(),
  readTime: text("read_time").notNull(),
  temperature: real().notNull(),
  humidity: real().notNull(),
  recorder: text().notNull(),
  isOut: integer("is_out", { mode: "boolean" }).notNull(),
  measure: text().notNull(),
  remark: text().notNull(),
  enteredAt: text("entered_at").notNull(),
});

const asReading = (row: typeof climateReadingTable.$inferSelect): ClimateReading => ({
  ...row,
  readOn: archivalDate.parse(row.readOn),
});

/** Readings of the days from … to, oldest first; one room or all. What 温湿度记录 prints. */
export function listClimateReadings(db: ReadDb, from: string, to: string, room?: string): ClimateReading[] {
  const within = between(climateReadingTable.readOn, from, to);
  return db
    .select()
    .from(climateReadingTable)
    .where(room === undefined ? within : and(within, eq(climateReadingTable.room, room)))
    .orderBy(asc(climateReadingTable.readOn), asc(climateReadingTable.readTime), asc(climateReadingTable.room))
    .all()
    .map(asReading);
}

/** One reading. */
export function getClimateReading(db: ReadDb, id: string): ClimateReading | undefined {
  const row = db.select().from(climateReadingTable).where(eq(climateReadingTable.id, id)).get();
  return row && asReading(row);
}

/** The reading of this room at this minute, if there is one. */
export function findClimateReading(db: ReadDb, at: Pick<ClimateReading, "room" | "readOn" | "readTime">) {
  const same = and(
    eq(climateReadingTable.room, at.room),
    eq(climateReadingTable.readOn, at.readOn),
    eq(climateReadingTable.readTime, at.readTime),
  );
  return db.select({ id: climateReadingTable.id }).from(climateReadingTable).where(same).get()?.id;
}

/** Writes a reading down, or over the one of its id. */
export function putClimateReading(db: WriteDb, reading: ClimateReading): void {
  const { id: _, ...rest } = reading;
  db.insert(climateReadingTable)
    .values(reading)
    .onConflictDoUpdate({ target: climateReadingTable.id, set: rest })
    .run();
}

/** Takes a reading out. */
export function dropClimateReading(db: WriteDb, id: string): void {
  db.delete(climateReadingTable).where(eq(climateReadingTable.id, id)).run();
}

/** Readings of one day of one room, the day of the last one, and readings since `since` that are out without a measure. */
export function sumClimate(db: ReadDb, room: string, today: string, since: string) {
  const last = db
    .select({ on: climateReadingTable.readOn })
    .from(climateReadingTable)
    .where(eq(climateReadingTable.room, room))
    .orderBy(desc(climateReadingTable.readOn))
    .limit(1)
    .get();
  const unanswered = and(
    eq(climateReadingTable.room, room),
    eq(climateReadingTable.isOut, true),
    eq(climateReadingTable.measure, ""),
    gte(climateReadingTable.readOn, since),
  );
  return {
    todayCount: countRows(
      db,
      climateReadingTable,
      and(eq(climateReadingTable.room, room), eq(climateReadingTable.readOn, today)),
    ),
    lastOn: last?.on ?? "",
    unansweredCount: countRows(db, climateReadingTable, unanswered),
  };
}

/** Days of a month that have a reading: for the year's report. */
export function countClimateDays(db: ReadDb, from: string, to: string): number {
  return (
    db
      .select({ days: countDistinct(climateReadingTable.readOn) })
      .from(climateReadingTable)
      .where(between(climateReadingTable.readOn, from, to))
      .get()?.days ?? 0
  );
}
