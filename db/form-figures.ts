// Figures for 统计表 and the registration forms: kept counts of items, counts of volumes and boxes, bytes of files.
import { and, eq, sql } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import type { Retention } from "#contract/retention";
import { boxTable } from "./box.ts";
import { categoryTable } from "./fonds.ts";
import { itemTallyTable } from "./item-tally.ts";
import type { ReadDb } from "./open.ts";
import { retentionOrder } from "./retention-order.ts";
import { volumeTable } from "./volume.ts";

export type HoldingFigures = {
  readonly category: string;
  readonly categoryName: string;
  readonly retention: Retention;
  readonly items: number;
  readonly pages: number;
  readonly digitised: number;
  readonly digital: number;
};

/** What is filed by 门类 and 保管期限, in one year or in all. */
export function listHoldingFigures(db: ReadDb, fondsId: FondsId, year: number | null): HoldingFigures[] {
  const tally = itemTallyTable;
  return db
    .select({
      category: tally.category,
      categoryName: categoryTable.name,
      retention: sql<Retention>`${tally.retention}`,
      items: sql<number>`sum(${tally.items})`,
      pages: sql<number>`sum(${tally.pages})`,
      digitised: sql<number>`sum(${tally.digitised})`,
      digital: sql<number>`sum(CASE ${tally.carrier} WHEN 'digital' THEN ${tally.items} ELSE 0 END)`,
    })
    .from(tally)
    .innerJoin(categoryTable, eq(categoryTable.code, tally.category))
    .where(and(eq(tally.fondsId, fondsId), eq(tally.state, "filed"), year === null ? undefined : eq(tally.year, year)))
    .groupBy(tally.category, tally.retention)
    .having(sql`sum(${tally.items}) > 0`)
    .orderBy(categoryTable.position, retentionOrder(tally.retention))
    .all();
}

/** Filed volumes (卷, 组) by 门类 and term: key "KU/D30". */
export function countVolumesByClass(db: ReadDb, fondsId: FondsId, year: number | null): ReadonlyMap<string, number> {
  const rows = db
    .select({
      key: sql<string>`${volumeTable.category} || '/' || ${volumeTable.retention}`,
      count: sql<number>`count(*)`,
    })
    .from(volumeTable)
    .where(
      and(
        eq(volumeTable.fondsId, fondsId),
        eq(volumeTable.state, "filed"),
        year === null ? undefined : eq(volumeTable.year, year),
      ),
    )
    .groupBy(volumeTable.category, volumeTable.retention)
    .all();
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** Boxes by 门类 and term: key "WS/Y". */
export function countBoxesByClass(db: ReadDb, fondsId: FondsId, year: number | null): ReadonlyMap<string, number> {
  const rows = db
    .select({ key: sql<string>`${boxTable.category} || '/' || ${boxTable.retention}`, count: sql<number>`count(*)` })
    .from(boxTable)
    .where(and(eq(boxTable.fondsId, fondsId), year === null ? undefined : eq(boxTable.year, year)))
    .groupBy(boxTable.category, boxTable.retention)
    .all();
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** Filed electronic content of a class: items with files or images, files and images, minutes, bytes as received. */
export type ElectronicFigures = {
  readonly items: number;
  readonly volumes: number;
  readonly files: number;
  readonly milliseconds: number;
  readonly bytes: number;
};

/** Figures of the electronic records of one 门类 of one year. */
export function sumElectronic(db: ReadDb, fondsId: FondsId, category: string, year: number): ElectronicFigures {
  const ours = sql`(SELECT id FROM item WHERE fonds_id = ${fondsId} AND category = ${category} AND year = ${year} AND state = 'filed')`;
  const scans = sql`(SELECT scan_id FROM page WHERE item_id IN ${ours} UNION SELECT scan_id FROM digital_file WHERE item_id IN ${ours})`;
  const row = db
    .select({
      items: sql<number>`(SELECT count(*) FROM item WHERE id IN ${ours} AND (image_count > 0 OR file_count > 0))`,
      volumes: sql<number>`(SELECT count(DISTINCT volume_id) FROM item WHERE id IN ${ours} AND (image_count > 0 OR file_count > 0))`,
      files: sql<number>`(SELECT count(*) FROM ${scans})`,
      milliseconds: sql<number>`coalesce((SELECT sum(r.duration_ms) FROM recording r JOIN digital_file d ON d.id = r.digital_file_id
        WHERE d.item_id IN ${ours}), 0)`,
      bytes: sql<number>`coalesce((SELECT sum(v.plain_size) FROM scan s JOIN vault_file v ON v.id = s.file_id WHERE s.id IN ${scans}), 0)`,
    })
    .from(categoryTable)
    .where(eq(categoryTable.code, category))
    .get();
  return row ?? { items: 0, volumes: 0, files: 0, milliseconds: 0, bytes: 0 };
}
