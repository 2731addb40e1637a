// 柜-层-位: places, and which box stands at each.
import { and, asc, eq, gte, inArray, isNotNull, lte, sql, type SQL } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { BoxId } from "#contract/place-of-item";
import { shelfLabel, type ShelfPlace, type ShelfPlaceId, type ShelfWords } from "#contract/shelf-place";
import { boxTable } from "./box.ts";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const shelfPlaceTable = sqliteTable("shelf_place", {
  id: text().$type<ShelfPlaceId>().primaryKey(),
  room: text().notNull(),
  cabinet: integer().notNull(),
  tier: integer().notNull(),
  slot: integer().notNull(),
});

const inOrder = [shelfPlaceTable.room, shelfPlaceTable.cabinet, shelfPlaceTable.tier, shelfPlaceTable.slot] as const;

/** All places of all rooms, as one walks along the shelves. */
export function listShelfPlaces(db: ReadDb): ShelfPlace[] {
  return db
    .select()
    .from(shelfPlaceTable)
    .orderBy(...inOrder)
    .all();
}

/** One place. */
export function getShelfPlace(db: ReadDb, id: ShelfPlaceId): ShelfPlace | undefined {
  return db.select().from(shelfPlaceTable).where(eq(shelfPlaceTable.id, id)).get();
}

/** Places of some cabinets of a room. */
function ofCabinets(room: string, from: number, count: number): SQL | undefined {
  return and(
    eq(shelfPlaceTable.room, room),
    gte(shelfPlaceTable.cabinet, from),
    lte(shelfPlaceTable.cabinet, from + count - 1),
  );
}

/** The places of cabinets `from` … `from + count - 1`. */
export function listCabinetPlaces(db: ReadDb, room: string, from: number, count: number): ShelfPlace[] {
  return db
    .select()
    .from(shelfPlaceTable)
    .where(ofCabinets(room, from, count))
    .orderBy(...inOrder)
    .all();
}

/** Sets a place up. */
export function addShelfPlace(db: WriteDb, place: ShelfPlace): void {
  insertRow(db, shelfPlaceTable, place);
}

/** Takes cabinets away; no box may stand there any more. Returns how many places went. */
export function removeCabinets(db: WriteDb, room: string, from: number, count: number): number {
  return db
    .delete(shelfPlaceTable)
    .where(ofCabinets(room, from, count))
    .run().changes;
}

/** How many boxes stand in these cabinets. */
export function countShelved(db: ReadDb, room: string, from: number, count: number): number {
  const here = sql`${boxTable.placeId} IN (SELECT p.id FROM shelf_place p
    WHERE p.room = ${room} AND p.cabinet BETWEEN ${from} AND ${from + count - 1})`;
  return countRows(db, boxTable, here);
}

/** The box that stands at a place, if any. */
export function boxAt(db: ReadDb, placeId: ShelfPlaceId): BoxId | undefined {
  return db.select({ id: boxTable.id }).from(boxTable).where(eq(boxTable.placeId, placeId)).limit(1).get()?.id;
}

/** Boxes at a place as it was typed, in shelf order. */
export function findShelvedBoxes(db: ReadDb, { cabinet, tier, slot }: ShelfWords): BoxId[] {
  return db
    .select({ id: boxTable.id })
    .from(shelfPlaceTable)
    .innerJoin(boxTable, eq(boxTable.placeId, shelfPlaceTable.id))
    .where(
      and(
        eq(shelfPlaceTable.cabinet, cabinet),
        tier === undefined ? undefined : eq(shelfPlaceTable.tier, tier),
        slot === undefined ? undefined : eq(shelfPlaceTable.slot, slot),
      ),
    )
    .orderBy(...inOrder)
    .all()
    .map((row) => row.id);
}

/** Whether there is more than one room: then a place is said with its room. */
function hasRooms(db: ReadDb): boolean {
  return (
    (db
      .select({ rooms: sql<number>`count(DISTINCT ${shelfPlaceTable.room})` })
      .from(shelfPlaceTable)
      .get()?.rooms ?? 0) > 1
  );
}

/** 「第 3 柜第 2 层第 5 位 盒 5」 for each of these boxes; 「盒 5」 where it stands on no shelf. */
export function listShelfWords(db: ReadDb, boxIds: readonly BoxId[]): Map<BoxId, string> {
  const words = new Map<BoxId, string>();
  const wanted = [...new Set(boxIds)];
  const withRoom = wanted.length > 0 && hasRooms(db);
  for (let at = 0; at < wanted.length; at += 500) {
    const rows = db
      .select({ id: boxTable.id, boxNumber: boxTable.boxNumber, place: shelfPlaceTable })
      .from(boxTable)
      .leftJoin(shelfPlaceTable, eq(shelfPlaceTable.id, boxTable.placeId))
      .where(inArray(boxTable.id, wanted.slice(at, at + 500)))
      .all();
    for (const { id, boxNumber, place } of rows) {
      const where = place ? `${withRoom ? `${place.room} ` : ""}${shelfLabel(place)} ` : "";
      words.set(id, `${where}盒 ${boxNumber}`);
    }
  }
  return words;
}

/** How many boxes have a place. */
export const countPlacedBoxes = (db: ReadDb): number => countRows(db, boxTable, isNotNull(boxTable.placeId));

/** Places in shelf order from one on, in its room. */
export function listPlacesFrom(db: ReadDb, from: ShelfPlace): ShelfPlace[] {
  const later = sql`(${shelfPlaceTable.cabinet}, ${shelfPlaceTable.tier}, ${shelfPlaceTable.slot})
    >= (${from.cabinet}, ${from.tier}, ${from.slot})`;
  return db
    .select()
    .from(shelfPlaceTable)
    .where(and(eq(shelfPlaceTable.room, from.room), later))
    .orderBy(asc(shelfPlaceTable.cabinet), asc(shelfPlaceTable.tier), asc(shelfPlaceTable.slot))
    .all();
}
