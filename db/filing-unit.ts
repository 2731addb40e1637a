// 整理单元: the lowest class, in which 件号 runs without a gap; and the counts people ask of it.
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FilingUnit, FilingUnitId } from "#contract/filing-unit";
import type { FondsId, MatterId } from "#contract/fonds";
import type { Retention } from "#contract/retention";
import { classOrder } from "./class-order.ts";
import { matterTable } from "./fonds.ts";
import { itemTallyTable } from "./item-tally.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { retentionOrder } from "./retention-order.ts";
import { levelOrderOf } from "./scheme.ts";

export const filingUnitTable = sqliteTable("filing_unit", {
  id: text().$type<FilingUnitId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  category: text().notNull(),
  year: integer().notNull(),
  retention: text().$type<Retention>().notNull(),
  matterId: text("matter_id").$type<MatterId>(),
});
export type UnitClass = Omit<typeof filingUnitTable.$inferSelect, "id">;

/** The unit of this class, if it has been opened. */
export function findUnit(db: ReadDb, of: UnitClass): FilingUnitId | undefined {
  return db
    .select({ id: filingUnitTable.id })
    .from(filingUnitTable)
    .where(
      and(
        eq(filingUnitTable.fondsId, of.fondsId),
        eq(filingUnitTable.category, of.category),
        eq(filingUnitTable.year, of.year),
        eq(filingUnitTable.retention, of.retention),
        of.matterId === null ? isNull(filingUnitTable.matterId) : eq(filingUnitTable.matterId, of.matterId),
      ),
    )
    .get()?.id;
}

/** Opens a unit. */
export function addUnit(db: WriteDb, id: FilingUnitId, of: UnitClass): void {
  db.insert(filingUnitTable)
    .values({ id, ...of })
    .run();
}

/** Highest 件号 given in a unit, 0 when none. */
export function lastNumberOf(db: ReadDb, unitId: FilingUnitId): number {
  const row = db
    .select({ last: sql<number | null>`max(${itemTable.itemNumber})` })
    .from(itemTable)
    .where(and(eq(itemTable.filingUnitId, unitId), isNull(itemTable.volumeId)))
    .get();
  return row?.last ?? 0;
}

/** Whether any item of the fonds bears a 档号. */
export function hasFiledItems(db: ReadDb, fondsId: FondsId): boolean {
  return (
    db
      .select({ id: itemTable.id })
      .from(itemTable)
      .where(and(eq(itemTable.fondsId, fondsId), eq(itemTable.state, "filed")))
      .limit(1)
      .get() !== undefined
  );
}

/** Drafts of one year by time, then as entered; their final order is arrangeDrafts' (DA/T 22-2015, 5.3). */
export function listDraftsOf(db: ReadDb, fondsId: FondsId, category: string, year: number): ItemRecord[] {
  return db
    .select()
    .from(itemTable)
    .where(
      and(
        eq(itemTable.fondsId, fondsId),
        eq(itemTable.category, category),
        eq(itemTable.year, year),
        eq(itemTable.state, "draft"),
      ),
    )
    .orderBy(asc(itemTable.documentDate), asc(itemTable.seq))
    .all();
}

/** Filed items of a scope in the order of their numbers: by 期限 (永久, 30年, 10年) and matter code as the year's scheme orders them, 件号. */
export function listFiledOf(
  db: ReadDb,
  scope: {
    fondsId: FondsId;
    category: string;
    year: number;
    retention?: Retention | undefined;
    matterCode?: string | undefined;
  },
): { item: ItemRecord; matterCode: string | null; matterName: string | null }[] {
  return db
    .select({ item: itemTable, matterCode: matterTable.code, matterName: matterTable.name })
    .from(itemTable)
    .leftJoin(matterTable, eq(matterTable.id, itemTable.matterId))
    .where(
      and(
        eq(itemTable.fondsId, scope.fondsId),
        eq(itemTable.category, scope.category),
        eq(itemTable.year, scope.year),
        eq(itemTable.state, "filed"),
        scope.retention ? eq(itemTable.retention, scope.retention) : undefined,
        scope.matterCode === undefined ? undefined : sql`coalesce(${matterTable.code}, '') = ${scope.matterCode}`,
      ),
    )
    .orderBy(
      ...classOrder(levelOrderOf(db, scope.fondsId, scope.year), itemTable.retention, matterTable.code),
      asc(itemTable.itemNumber),
    )
    .all();
}

/** Units with what they hold. */
export function listUnits(db: ReadDb, of: { fondsId?: FondsId | undefined; year?: number | undefined }): FilingUnit[] {
  return db
    .select({
      id: filingUnitTable.id,
      fondsId: filingUnitTable.fondsId,
      category: filingUnitTable.category,
      year: filingUnitTable.year,
      retention: filingUnitTable.retention,
      matter: matterTable,
      itemCount: sql<number>`coalesce(sum(${itemTallyTable.items}), 0)`,
      pageSum: sql<number>`coalesce(sum(${itemTallyTable.pages}), 0)`,
      firstCode: sql<string>`coalesce((SELECT i.archival_code FROM item i WHERE i.filing_unit_id = ${filingUnitTable.id} ORDER BY i.item_number LIMIT 1), '')`,
      lastCode: sql<string>`coalesce((SELECT i.archival_code FROM item i WHERE i.filing_unit_id = ${filingUnitTable.id} ORDER BY i.item_number DESC LIMIT 1), '')`,
    })
    .from(filingUnitTable)
    .leftJoin(
      itemTallyTable,
      and(
        eq(itemTallyTable.fondsId, filingUnitTable.fondsId),
        eq(itemTallyTable.category, filingUnitTable.category),
        eq(itemTallyTable.year, filingUnitTable.year),
        eq(itemTallyTable.retention, filingUnitTable.retention),
        sql`${itemTallyTable.matterId} = coalesce(${filingUnitTable.matterId}, '')`,
        eq(itemTallyTable.state, "filed"),
      ),
    )
    .leftJoin(matterTable, eq(matterTable.id, filingUnitTable.matterId))
    .where(
      and(
        of.fondsId ? eq(filingUnitTable.fondsId, of.fondsId) : undefined,
        of.year === undefined ? undefined : eq(filingUnitTable.year, of.year),
      ),
    )
    .groupBy(filingUnitTable.id)
    .orderBy(sql`${filingUnitTable.year} DESC`, retentionOrder(filingUnitTable.retention), matterTable.code)
    .all();
}

/** Drafts and filed items per year; null is the year not yet settled. */
export function countYears(
  db: ReadDb,
  fondsId: FondsId,
  category: string,
): { year: number | null; draftCount: number; filedCount: number }[] {
  return db
    .select({
      year: sql<number | null>`nullif(${itemTallyTable.year}, 0)`,
      draftCount: sql<number>`coalesce(sum(${itemTallyTable.items}) FILTER (WHERE ${itemTallyTable.state} = 'draft'), 0)`,
      filedCount: sql<number>`coalesce(sum(${itemTallyTable.items}) FILTER (WHERE ${itemTallyTable.state} = 'filed'), 0)`,
    })
    .from(itemTallyTable)
    .where(and(eq(itemTallyTable.fondsId, fondsId), eq(itemTallyTable.category, category), gt(itemTallyTable.items, 0)))
    .groupBy(itemTallyTable.year)
    .orderBy(sql`${itemTallyTable.year} DESC`)
    .all();
}
