// What stands on forms: boxes, volumes and items with the names of their class, in the order of the shelf.
import { and, asc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { BoxId, VolumeId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";
import { boxTable, type BoxRecord } from "./box.ts";
import { categoryTable, fondsTable, matterTable } from "./fonds.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { retentionOrder } from "./retention-order.ts";
import { volumeTable, type VolumeRecord } from "./volume.ts";

/** The names of the class something lies in. */
export type ClassNames = {
  readonly fondsCode: string;
  readonly fondsName: string;
  readonly categoryName: string;
  readonly matterCode: string | null;
  readonly matterName: string | null;
};
export type ClassScope = {
  readonly fondsId: FondsId;
  readonly category: string;
  readonly year: number;
  readonly retention?: Retention | undefined;
  readonly matterCode?: string | undefined;
};

const names = {
  fondsCode: fondsTable.code,
  // 全宗名称 is the full or standard short name of the 立档单位 (DA/T 22-2015, 5.5).
  fondsName: sql<string>`CASE ${fondsTable.unit} WHEN '' THEN ${fondsTable.name} ELSE ${fondsTable.unit} END`,
  categoryName: categoryTable.name,
  matterCode: matterTable.code,
  matterName: matterTable.name,
};
const ofMatter = (code: string | undefined): SQL | undefined =>
  code === undefined ? undefined : sql`coalesce(${matterTable.code}, '') = ${code}`;

function selectBoxes(db: ReadDb, where: SQL | undefined): { box: BoxRecord; names: ClassNames }[] {
  return db
    .select({ box: boxTable, names })
    .from(boxTable)
    .innerJoin(fondsTable, eq(fondsTable.id, boxTable.fondsId))
    .innerJoin(categoryTable, eq(categoryTable.code, boxTable.category))
    .leftJoin(matterTable, eq(matterTable.id, boxTable.matterId))
    .where(where)
    .orderBy(
      asc(boxTable.year),
      categoryTable.position,
      retentionOrder(boxTable.retention),
      sql`coalesce(${matterTable.code}, '')`,
      asc(boxTable.boxNumber),
    )
    .all();
}

/** These boxes. */
export function listBoxesById(db: ReadDb, ids: readonly BoxId[]): { box: BoxRecord; names: ClassNames }[] {
  return selectBoxes(db, inArray(boxTable.id, [...ids]));
}

/** The boxes of a class. */
export function listBoxesInScope(db: ReadDb, scope: ClassScope): { box: BoxRecord; names: ClassNames }[] {
  return selectBoxes(
    db,
    and(
      eq(boxTable.fondsId, scope.fondsId),
      eq(boxTable.category, scope.category),
      eq(boxTable.year, scope.year),
      scope.retention ? eq(boxTable.retention, scope.retention) : undefined,
      ofMatter(scope.matterCode),
    ),
  );
}

function selectVolumes(db: ReadDb, where: SQL | undefined): { volume: VolumeRecord; names: ClassNames }[] {
  return db
    .select({ volume: volumeTable, names })
    .from(volumeTable)
    .innerJoin(fondsTable, eq(fondsTable.id, volumeTable.fondsId))
    .innerJoin(categoryTable, eq(categoryTable.code, volumeTable.category))
    .leftJoin(matterTable, eq(matterTable.id, volumeTable.matterId))
    .where(and(eq(volumeTable.state, "filed"), where))
    .orderBy(
      asc(volumeTable.year),
      categoryTable.position,
      retentionOrder(volumeTable.retention),
      sql`coalesce(${matterTable.code}, '')`,
      asc(volumeTable.volumeNumber),
    )
    .all();
}

/** These volumes, filed ones only. */
export function listVolumesById(db: ReadDb, ids: readonly VolumeId[]): { volume: VolumeRecord; names: ClassNames }[] {
  return selectVolumes(db, inArray(volumeTable.id, [...ids]));
}

/** The filed volumes of a class. */
export function listVolumesInScope(db: ReadDb, scope: ClassScope): { volume: VolumeRecord; names: ClassNames }[] {
  return selectVolumes(
    db,
    and(
      eq(volumeTable.fondsId, scope.fondsId),
      eq(volumeTable.category, scope.category),
      eq(volumeTable.year, scope.year),
      scope.retention ? eq(volumeTable.retention, scope.retention) : undefined,
      ofMatter(scope.matterCode),
    ),
  );
}

/** The filed volumes that lie in a box. */
export function listVolumesInBox(db: ReadDb, boxId: BoxId): VolumeRecord[] {
  return selectVolumes(db, eq(volumeTable.boxId, boxId)).map(({ volume }) => volume);
}

/** The filed items that lie in a box by themselves, not inside a volume. */
export function listItemsInBox(db: ReadDb, boxId: BoxId): ItemRecord[] {
  return db
    .select()
    .from(itemTable)
    .where(and(eq(itemTable.boxId, boxId), eq(itemTable.state, "filed"), sql`${itemTable.volumeId} IS NULL`))
    .orderBy(asc(itemTable.itemNumber))
    .all();
}

/** The filed items of a volume or group, in order. */
export function listItemsInVolume(db: ReadDb, volumeId: VolumeId): ItemRecord[] {
  return db
    .select()
    .from(itemTable)
    .where(and(eq(itemTable.volumeId, volumeId), eq(itemTable.state, "filed")))
    .orderBy(asc(itemTable.itemNumber), asc(itemTable.seq))
    .all();
}

/** These filed items with the names of their class, in the order of their 档号. */
export function listItemsById(db: ReadDb, ids: readonly ItemId[]): { item: ItemRecord; names: ClassNames }[] {
  const found: { item: ItemRecord; names: ClassNames }[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const rows = db
      .select({ item: itemTable, names })
      .from(itemTable)
      .innerJoin(fondsTable, eq(fondsTable.id, itemTable.fondsId))
      .innerJoin(categoryTable, eq(categoryTable.code, itemTable.category))
      .leftJoin(matterTable, eq(matterTable.id, itemTable.matterId))
      .where(and(inArray(itemTable.id, ids.slice(at, at + 500)), eq(itemTable.state, "filed")))
      .orderBy(asc(itemTable.archivalCode))
      .all();
    found.push(...rows);
  }
  return found;
}
