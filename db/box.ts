// 档案盒: their table, and the short functions that keep it.
import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SpineMm } from "#contract/boxing-rules";
import type { FondsId, MatterId } from "#contract/fonds";
import type { BoxId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";
import type { ShelfPlaceId } from "#contract/shelf-place";
import type { UnitClass } from "./filing-unit.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const boxTable = sqliteTable("box", {
  id: text().$type<BoxId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  category: text().notNull(),
  year: integer().notNull(),
  retention: text().$type<Retention>().notNull(),
  matterId: text("matter_id").$type<MatterId>(),
  boxNumber: integer("box_number").notNull(),
  spineMm: integer("spine_mm").$type<SpineMm>().notNull(),
  placeId: text("place_id").$type<ShelfPlaceId>(),
  note: text().notNull().default(""),
  arrangedBy: text("arranged_by").notNull().default(""),
  arrangedOn: text("arranged_on").notNull().default(""),
  checkedBy: text("checked_by").notNull().default(""),
  checkedOn: text("checked_on").notNull().default(""),
});
export type BoxRecord = typeof boxTable.$inferSelect;

/** The boxes of one year of one 门类, or of the whole 全宗 when year and 门类 are left out. */
type YearOf = { readonly fondsId: FondsId; readonly category: string; readonly year: number };

const ofYear = (of: YearOf): SQL | undefined =>
  and(eq(boxTable.fondsId, of.fondsId), eq(boxTable.category, of.category), eq(boxTable.year, of.year));
const ofClass = (of: UnitClass): SQL | undefined =>
  and(
    ofYear(of),
    eq(boxTable.retention, of.retention),
    of.matterId === null ? isNull(boxTable.matterId) : eq(boxTable.matterId, of.matterId),
  );

/** One box. */
export function getBox(db: ReadDb, id: BoxId): BoxRecord | undefined {
  return db.select().from(boxTable).where(eq(boxTable.id, id)).get();
}

/** The boxes of one class by 盒号. */
export function listBoxesOfClass(db: ReadDb, of: UnitClass): BoxRecord[] {
  return db.select().from(boxTable).where(ofClass(of)).orderBy(asc(boxTable.boxNumber)).all();
}

/** Every box there is, by class and 盒号. */
export function listAllBoxes(db: ReadDb): BoxRecord[] {
  return db
    .select()
    .from(boxTable)
    .orderBy(
      boxTable.fondsId,
      boxTable.category,
      boxTable.year,
      boxTable.retention,
      boxTable.matterId,
      boxTable.boxNumber,
    )
    .all();
}

/**
 * Highest 盒号 in a class, or through all classes of its year; 0 when there is none. Counted in the table itself, so that
 * a number is given once whoever looks (hide-party).
 */
export function lastBoxNumber(db: ReadDb, of: UnitClass, within: "class" | "year"): number {
  const inClass = sql`AND retention = ${of.retention} AND matter_id IS ${of.matterId}`;
  return (
    db
      .select({ last: sql<number | null>`max(box_number)` })
      .from(sql`main.box`)
      .where(
        sql`fonds_id = ${of.fondsId} AND category = ${of.category} AND year = ${of.year} ${within === "class" ? inClass : sql``}`,
      )
      .get()?.last ?? 0
  );
}

/** The box that bears this 盒号 in the class, or in the year. */
export function findBoxNumber(db: ReadDb, of: UnitClass, within: "class" | "year", number: number): BoxId | undefined {
  const where = and(within === "class" ? ofClass(of) : ofYear(of), eq(boxTable.boxNumber, number));
  return db.select({ id: boxTable.id }).from(boxTable).where(where).get()?.id;
}

/** Adds a box. */
export function addBox(db: WriteDb, box: BoxRecord): void {
  db.insert(boxTable).values(box).run();
}

/** Changes columns of a box. */
export function setBox(db: WriteDb, id: BoxId, change: Partial<BoxRecord>): void {
  db.update(boxTable).set(change).where(eq(boxTable.id, id)).run();
}

/** Takes a box away; nothing may lie in it any more. */
export function removeBox(db: WriteDb, id: BoxId): void {
  db.delete(boxTable).where(eq(boxTable.id, id)).run();
}
