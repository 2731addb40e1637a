// What stands on labels of shelves and of sealed packets.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import { boxTable, type BoxRecord } from "./box.ts";
import { categoryTable } from "./fonds.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { sealedPacketTable, type SealedPacketRecord } from "./sealed-packet.ts";
import { shelfPlaceTable } from "./shelf-place.ts";

/** Boxes that stand on a shelf, in the order of the shelves. */
export function listStandingBoxes(
  db: ReadDb,
  fondsId: FondsId,
): { room: string; cabinet: number; tier: number; categoryName: string; box: BoxRecord }[] {
  return db
    .select({
      room: shelfPlaceTable.room,
      cabinet: shelfPlaceTable.cabinet,
      tier: shelfPlaceTable.tier,
      categoryName: categoryTable.name,
      box: boxTable,
    })
    .from(boxTable)
    .innerJoin(shelfPlaceTable, eq(shelfPlaceTable.id, boxTable.placeId))
    .innerJoin(categoryTable, eq(categoryTable.code, boxTable.category))
    .where(eq(boxTable.fondsId, fondsId))
    .orderBy(
      asc(shelfPlaceTable.room),
      asc(shelfPlaceTable.cabinet),
      asc(shelfPlaceTable.tier),
      asc(shelfPlaceTable.slot),
    )
    .all();
}

/** Sealings that nobody has opened: of these items, or of a 全宗. */
export function listStandingSeals(
  db: ReadDb,
  of: { readonly fondsId: FondsId } | { readonly itemIds: readonly ItemId[] },
): { item: ItemRecord; seal: SealedPacketRecord }[] {
  const whose = "itemIds" in of ? inArray(itemTable.id, [...of.itemIds]) : eq(itemTable.fondsId, of.fondsId);
  return db
    .select({ item: itemTable, seal: sealedPacketTable })
    .from(sealedPacketTable)
    .innerJoin(itemTable, eq(itemTable.id, sealedPacketTable.itemId))
    .where(and(whose, sql`${sealedPacketTable.openedOn} = ''`))
    .orderBy(asc(sealedPacketTable.sealedOn), asc(sealedPacketTable.labelNumber))
    .all();
}
