// What can be printed: classes of filed items from the kept counts, boxes and volumes with what they hold.
import { and, asc, desc, eq, gt, ne, sql } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { BoxId, VolumeId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";
import { boxTable } from "./box.ts";
import { categoryTable, matterTable } from "./fonds.ts";
import { itemTable } from "./item.ts";
import { itemTallyTable } from "./item-tally.ts";
import type { ReadDb } from "./open.ts";
import { retentionOrder } from "./retention-order.ts";
import { volumeTable } from "./volume.ts";

/** One class of one year with how much it holds. */
export type PrintableClass = {
  readonly category: string;
  readonly categoryName: string;
  readonly year: number;
  readonly retention: Retention;
  readonly matterCode: string | null;
  readonly matterName: string | null;
  readonly count: number;
};

/** Classes of filed items, newest year first, in the order of the shelf. */
export function listItemClasses(db: ReadDb, fondsId: FondsId): PrintableClass[] {
  const tally = itemTallyTable;
  return db
    .select({
      category: tally.category,
      categoryName: categoryTable.name,
      year: tally.year,
      retention: sql<Retention>`${tally.retention}`,
      matterCode: matterTable.code,
      matterName: matterTable.name,
      count: sql<number>`sum(${tally.items})`,
    })
    .from(tally)
    .innerJoin(categoryTable, eq(categoryTable.code, tally.category))
    .leftJoin(matterTable, sql`${matterTable.id} = ${tally.matterId}`)
    .where(and(eq(tally.fondsId, fondsId), eq(tally.state, "filed"), gt(tally.items, 0)))
    .groupBy(tally.category, tally.year, tally.retention, tally.matterId)
    .orderBy(desc(tally.year), categoryTable.position, retentionOrder(tally.retention), asc(matterTable.code))
    .all();
}

/** Boxes of a 全宗 with their class, in the order of the shelf. */
export function listPrintableBoxes(
  db: ReadDb,
  fondsId: FondsId,
): (Omit<PrintableClass, "count"> & { id: BoxId; boxNumber: number })[] {
  return db
    .select({
      id: boxTable.id,
      boxNumber: boxTable.boxNumber,
      category: boxTable.category,
      categoryName: categoryTable.name,
      year: boxTable.year,
      retention: boxTable.retention,
      matterCode: matterTable.code,
      matterName: matterTable.name,
    })
    .from(boxTable)
    .innerJoin(categoryTable, eq(categoryTable.code, boxTable.category))
    .leftJoin(matterTable, eq(matterTable.id, boxTable.matterId))
    .where(eq(boxTable.fondsId, fondsId))
    .orderBy(
      desc(boxTable.year),
      categoryTable.position,
      retentionOrder(boxTable.retention),
      asc(matterTable.code),
      asc(boxTable.boxNumber),
    )
    .all();
}

/** Filed volumes and groups of a 全宗, in the order of the shelf; `year` is 0 where it is not settled. */
export function listPrintableVolumes(
  db: ReadDb,
  fondsId: FondsId,
): (Omit<PrintableClass, "count"> & { id: VolumeId; archivalCode: string; title: string })[] {
  return db
    .select({
      id: volumeTable.id,
      archivalCode: volumeTable.archivalCode,
      title: volumeTable.title,
      category: volumeTable.category,
      categoryName: categoryTable.name,
      year: sql<number>`coalesce(${volumeTable.year}, 0)`,
      retention: sql<Retention>`coalesce(${volumeTable.retention}, 'Y')`,
      matterCode: matterTable.code,
      matterName: matterTable.name,
    })
    .from(volumeTable)
    .innerJoin(categoryTable, eq(categoryTable.code, volumeTable.category))
    .leftJoin(matterTable, eq(matterTable.id, volumeTable.matterId))
    .where(and(eq(volumeTable.fondsId, fondsId), eq(volumeTable.state, "filed")))
    .orderBy(
      desc(volumeTable.year),
      categoryTable.position,
      retentionOrder(volumeTable.retention),
      asc(matterTable.code),
      asc(volumeTable.volumeNumber),
    )
    .all();
}

/** Filed items with pictures, the newest first, without restricted ones; for what is printed one item at a time. */
export function listPicturedItems(
  db: ReadDb,
  fondsId: FondsId,
  limit: number,
): { id: ItemId; archivalCode: string; year: number | null; imageCount: number }[] {
  return db
    .select({
      id: itemTable.id,
      archivalCode: itemTable.archivalCode,
      year: itemTable.year,
      imageCount: itemTable.imageCount,
    })
    .from(itemTable)
    .where(
      and(
        eq(itemTable.fondsId, fondsId),
        eq(itemTable.state, "filed"),
        gt(itemTable.imageCount, 0),
        ne(itemTable.access, "restricted"),
      ),
    )
    .orderBy(desc(itemTable.seq))
    .limit(limit)
    .all();
}
