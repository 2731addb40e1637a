// Boxes with what lies in them counted: for the shelf map, labels and the search by place.
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { BoxId } from "#contract/place-of-item";
import type { ShelvedBox } from "#contract/shelf-place";
import { boxTable } from "./box.ts";
import { matterTable } from "./fonds.ts";
import type { ReadDb } from "./open.ts";
import { retentionOrder } from "./retention-order.ts";

// Volumes are counted by themselves, their items with them.
const lying = sql`(SELECT v.volume_number AS number FROM volume v WHERE v.box_id = box.id
  UNION ALL SELECT i.item_number FROM item i WHERE i.box_id = box.id AND i.volume_id IS NULL)`;

/** These boxes in the order given, or all of them by class and 盒号. */
export function listShelvedBoxes(db: ReadDb, ids?: readonly BoxId[]): ShelvedBox[] {
  if (ids?.length === 0) return [];
  const rows = db
    .select({
      boxId: boxTable.id,
      boxNumber: boxTable.boxNumber,
      spineMm: boxTable.spineMm,
      category: boxTable.category,
      year: boxTable.year,
      retention: boxTable.retention,
      matterName: sql<string>`coalesce(${matterTable.name}, '')`,
      firstNumber: sql<number | null>`(SELECT min(number) FROM ${lying})`,
      lastNumber: sql<number | null>`(SELECT max(number) FROM ${lying})`,
      itemCount: sql<number>`(SELECT count(*) FROM ${lying})`,
      placeId: boxTable.placeId,
    })
    .from(boxTable)
    .leftJoin(matterTable, eq(matterTable.id, boxTable.matterId))
    .where(ids && inArray(boxTable.id, [...ids]))
    .orderBy(
      asc(boxTable.category),
      asc(boxTable.year),
      retentionOrder(boxTable.retention),
      sql`coalesce(${matterTable.code}, '')`,
      asc(boxTable.boxNumber),
    )
    .all();
  if (!ids) return rows;
  const place = new Map(ids.map((id, at) => [id, at]));
  return rows.sort((a, b) => (place.get(a.boxId) ?? 0) - (place.get(b.boxId) ?? 0));
}
