// What stands on labels of shelves and of sealed packets.
import { and, asc, between, eq, inArray } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { Retention } from "#contract/retention";
import { boxTable } from "./box.ts";
import { categoryTable, fondsTable, matterTable } from "./fonds.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { sealedPacketTable, type SealedPacketRecord } from "./sealed-packet.ts";
import { shelfPlaceTable } from "./shelf-place.ts";

/** One place; what is said of the box is null where none stands. */
export type StandingPlace = {
  readonly room: string;
  readonly cabinet: number;
  readonly tier: number;
  readonly boxNumber: number | null;
  readonly fondsCode: string | null;
  readonly categoryName: string | null;
  readonly year: number | null;
  readonly retention: Retention | null;
  readonly matterName: string | null;
};

/** All cabinets, room by room. */
export function listCabinets(db: ReadDb): { room: string; cabinet: number }[] {
  return db
    .selectDistinct({ room: shelfPlaceTable.room, cabinet: shelfPlaceTable.cabinet })
    .from(shelfPlaceTable)
    .orderBy(asc(shelfPlaceTable.room), asc(shelfPlaceTable.cabinet))
    .all();
}

/** Every place with its box and the class of the box, as one walks along the shelves. */
export function listStanding(db: ReadDb): StandingPlace[] {
  return db
    .select({
      room: shelfPlaceTable.room,
      cabinet: shelfPlaceTable.cabinet,
      tier: shelfPlaceTable.tier,
      boxNumber: boxTable.boxNumber,
      fondsCode: fondsTable.code,
      categoryName: categoryTable.name,
      year: boxTable.year,
      retention: boxTable.retention,
      matterName: matterTable.name,
    })
    .from(shelfPlaceTable)
    .leftJoin(boxTable, eq(boxTable.placeId, shelfPlaceTable.id))
    .leftJoin(fondsTable, eq(fondsTable.id, boxTable.fondsId))
    .leftJoin(categoryTable, eq(categoryTable.code, boxTable.category))
    .leftJoin(matterTable, eq(matterTable.id, boxTable.matterId))
    .orderBy(
      asc(shelfPlaceTable.room),
      asc(shelfPlaceTable.cabinet),
      asc(shelfPlaceTable.tier),
      asc(shelfPlaceTable.slot),
    )
    .all();
}

/** Sealings that nobody has opened: of these items, or of a 全宗 and, where days are given, sealed from … to. */
export function listStandingSeals(
  db: ReadDb,
  of:
    | { readonly fondsId: FondsId; readonly from?: string; readonly to?: string }
    | { readonly itemIds: readonly ItemId[] },
): { item: ItemRecord; seal: SealedPacketRecord }[] {
  const whose = "itemIds" in of ? inArray(itemTable.id, [...of.itemIds]) : eq(itemTable.fondsId, of.fondsId);
  const within = "from" in of && of.from && of.to ? between(sealedPacketTable.sealedOn, of.from, of.to) : undefined;
  return db
    .select({ item: itemTable, seal: sealedPacketTable })
    .from(sealedPacketTable)
    .innerJoin(itemTable, eq(itemTable.id, sealedPacketTable.itemId))
    .where(and(whose, within, eq(sealedPacketTable.openedOn, "")))
    .orderBy(asc(sealedPacketTable.sealedOn), asc(sealedPacketTable.labelNumber))
    .all();
}
