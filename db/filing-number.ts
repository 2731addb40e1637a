// 件号 given and changed: the items of a lowest class in order, and the two steps a renumbering takes.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { FilingUnitId } from "#contract/filing-unit";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import { boxTable, type BoxRecord } from "./box.ts";
import { filingUnitTable, type UnitClass } from "./filing-unit.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";

/** One item with all its columns. */
export function getItem(db: ReadDb, id: ItemId): ItemRecord | undefined {
  return db.select().from(itemTable).where(eq(itemTable.id, id)).get();
}

/** The class of a unit. */
export function getUnit(db: ReadDb, id: FilingUnitId): UnitClass | undefined {
  return db.select().from(filingUnitTable).where(eq(filingUnitTable.id, id)).get();
}

/** What is numbered in a unit itself, by 件号; items of volumes are numbered inside those. */
export function listNumbered(db: ReadDb, unitId: FilingUnitId): ItemRecord[] {
  return db
    .select()
    .from(itemTable)
    .where(and(eq(itemTable.filingUnitId, unitId), isNull(itemTable.volumeId)))
    .orderBy(asc(itemTable.itemNumber))
    .all();
}

/** The boxes of a class, by 盒号. */
export function listBoxesOf(db: ReadDb, of: UnitClass): BoxRecord[] {
  return db
    .select()
    .from(boxTable)
    .where(
      and(
        eq(boxTable.fondsId, of.fondsId),
        eq(boxTable.category, of.category),
        eq(boxTable.year, of.year),
        eq(boxTable.retention, of.retention),
        of.matterId === null ? isNull(boxTable.matterId) : eq(boxTable.matterId, of.matterId),
      ),
    )
    .orderBy(asc(boxTable.boxNumber))
    .all();
}

/** First step of a renumbering: old numbers step aside, because no two items may bear one even for a moment. */
export function parkNumber(db: WriteDb, id: ItemId): void {
  db.update(itemTable)
    .set({ itemNumber: sql`1000000 + ${itemTable.itemNumber}`, archivalCode: sql`'~' || ${itemTable.id}` })
    .where(eq(itemTable.id, id))
    .run();
}

/** Sets the place given by hand; it is no part of the record, so the revision stays. */
export function setRank(db: WriteDb, id: ItemId, rank: number | null): void {
  db.update(itemTable).set({ rank }).where(eq(itemTable.id, id)).run();
}

/** One of these 档号 that an item of the fonds bears already, if any. */
export function findTakenCode(db: ReadDb, fondsId: FondsId, codes: readonly string[]): string | undefined {
  for (let at = 0; at < codes.length; at += 500) {
    const taken = db
      .select({ code: itemTable.archivalCode })
      .from(itemTable)
      .where(and(eq(itemTable.fondsId, fondsId), inArray(itemTable.archivalCode, codes.slice(at, at + 500))))
      .limit(1)
      .get();
    if (taken) return taken.code;
  }
  return undefined;
}
