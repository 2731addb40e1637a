// 案卷 and 组: their table; and the short functions that keep 案卷.
import { and, asc, desc, eq, gt, inArray, sql, type SQL } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SecurityLevel } from "#contract/access";
import type { FilingUnitId } from "#contract/filing-unit";
import type { FondsId, MatterId } from "#contract/fonds";
import type { BoxId, ScheduleRowId, VolumeId } from "#contract/place-of-item";
import type { ItemId, ItemRow } from "#contract/item";
import type { Retention } from "#contract/retention";
import type { VolumeRow } from "#contract/volume";
import { countRows } from "./count-rows.ts";
import { asItemRow, itemRowColumns, itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const volumeTable = sqliteTable("volume", {
  id: text().$type<VolumeId>().primaryKey(),
  kind: text().$type<"volume" | "group">().notNull(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  category: text().notNull(),
  title: text().notNull(),
  unit: text().notNull(),
  beginDate: text("begin_date").notNull(),
  endDate: text("end_date").notNull(),
  year: integer(),
  retention: text().$type<Retention>(),
  matterId: text("matter_id").$type<MatterId>(),
  scheduleRowId: text("schedule_row_id").$type<ScheduleRowId>(),
  securityLevel: text("security_level").$type<SecurityLevel>().notNull(),
  voucherFrom: text("voucher_from").notNull().default(""),
  voucherTo: text("voucher_to").notNull().default(""),
  seeAlso: text("see_also").notNull().default(""),
  note: text().notNull().default(""),
  compiledBy: text("compiled_by").notNull().default(""),
  compiledOn: text("compiled_on").notNull().default(""),
  checkedBy: text("checked_by").notNull().default(""),
  checkedOn: text("checked_on").notNull().default(""),
  state: text().$type<"draft" | "filed">().notNull(),
  filingUnitId: text("filing_unit_id").$type<FilingUnitId>(),
  volumeNumber: integer("volume_number"),
  archivalCode: text("archival_code").notNull().default(""),
  boxId: text("box_id").$type<BoxId>(),
  revision: integer().notNull().default(1),
  enteredAt: text("entered_at").notNull(),
  filedAt: text("filed_at"),
});
export type VolumeRecord = typeof volumeTable.$inferSelect;

export const formerVolumeCodeTable = sqliteTable(
  "former_volume_code",
  {
    volumeId: text("volume_id").$type<VolumeId>().notNull(),
    archivalCode: text("archival_code").notNull(),
    until: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.volumeId, table.until, table.archivalCode] })],
);
export type FormerVolumeCode = typeof formerVolumeCodeTable.$inferSelect;

// Inside a subquery the outer column is written out, as in db/item.ts.
const rowColumns = {
  id: volumeTable.id,
  fondsId: volumeTable.fondsId,
  category: volumeTable.category,
  title: volumeTable.title,
  unit: volumeTable.unit,
  beginDate: volumeTable.beginDate,
  endDate: volumeTable.endDate,
  year: volumeTable.year,
  retention: volumeTable.retention,
  matterId: volumeTable.matterId,
  scheduleRowId: volumeTable.scheduleRowId,
  securityLevel: volumeTable.securityLevel,
  voucherFrom: volumeTable.voucherFrom,
  voucherTo: volumeTable.voucherTo,
  seeAlso: volumeTable.seeAlso,
  note: volumeTable.note,
  compiledBy: volumeTable.compiledBy,
  compiledOn: volumeTable.compiledOn,
  checkedBy: volumeTable.checkedBy,
  checkedOn: volumeTable.checkedOn,
  state: volumeTable.state,
  volumeNumber: volumeTable.volumeNumber,
  archivalCode: volumeTable.archivalCode,
  boxId: volumeTable.boxId,
  revision: volumeTable.revision,
  enteredAt: volumeTable.enteredAt,
  filedAt: volumeTable.filedAt,
  itemCount: sql<number>`(SELECT count(*) FROM item i WHERE i.volume_id = volume.id)`.as("item_count"),
  pageSum: sql<number>`(SELECT coalesce(sum(i.page_count), 0) FROM item i WHERE i.volume_id = volume.id)`.as(
    "page_sum",
  ),
};
// The dates are checked where they are entered; drizzle knows them only as text.
const asVolumeRow = (row: Record<string, unknown>): VolumeRow => row as unknown as VolumeRow;

type VolumeScope = {
  fondsId?: FondsId | undefined;
  category?: string | undefined;
  year?: number | undefined;
  state?: VolumeRecord["state"] | undefined;
};
const whereScope = (of: VolumeScope, kind?: VolumeRecord["kind"]): SQL | undefined =>
  and(
    kind ? eq(volumeTable.kind, kind) : undefined,
    of.fondsId ? eq(volumeTable.fondsId, of.fondsId) : undefined,
    of.category ? eq(volumeTable.category, of.category) : undefined,
    of.year === undefined ? undefined : eq(volumeTable.year, of.year),
    of.state ? eq(volumeTable.state, of.state) : undefined,
  );

/** A window of the list of 案卷: filed ones in the order of their numbers, then drafts as entered. */
export function listVolumes(
  db: ReadDb,
  of: VolumeScope,
  offset: number,
  limit: number,
): { rows: VolumeRow[]; total: number } {
  const rows = db
    .select(rowColumns)
    .from(volumeTable)
    .where(whereScope(of, "volume"))
    .orderBy(
      desc(volumeTable.state),
      desc(volumeTable.year),
      asc(volumeTable.archivalCode),
      asc(volumeTable.enteredAt),
      asc(volumeTable.id),
    )
    .limit(limit)
    .offset(offset)
    .all();
  return { rows: rows.map(asVolumeRow), total: countRows(db, volumeTable, whereScope(of, "volume")) };
}

/** One 案卷 as a row of the contract; a 组 too where both are meant. */
export function getVolumeRow(db: ReadDb, id: VolumeId, mayBeGroup = false): VolumeRow | undefined {
  const row = db
    .select(rowColumns)
    .from(volumeTable)
    .where(and(eq(volumeTable.id, id), mayBeGroup ? undefined : eq(volumeTable.kind, "volume")))
    .get();
  return row && asVolumeRow(row);
}

/** All 案卷 or 组 of a scope, drafts in the order they will be numbered: by dates, then as entered. */
export function listVolumeRecords(db: ReadDb, of: VolumeScope): VolumeRecord[] {
  return db
    .select()
    .from(volumeTable)
    .where(whereScope(of))
    .orderBy(
      asc(volumeTable.volumeNumber),
      asc(volumeTable.beginDate),
      asc(volumeTable.endDate),
      asc(volumeTable.enteredAt),
      asc(volumeTable.id),
    )
    .all();
}

const inOrder = [asc(itemTable.itemNumber), sql`${itemTable.rank} IS NULL`, asc(itemTable.rank), asc(itemTable.seq)];

/** Items of a volume in order: by number once filed, by rank before. */
export function listVolumeItems(db: ReadDb, id: VolumeId): ItemRow[] {
  const of = eq(itemTable.volumeId, id);
  return db
    .select(itemRowColumns)
    .from(itemTable)
    .where(of)
    .orderBy(...inOrder)
    .all()
    .map(asItemRow);
}

/** The same items as whole records, of several volumes at once. */
export function listRecordsIn(db: ReadDb, ids: readonly VolumeId[]): Map<VolumeId, ItemRecord[]> {
  const found = new Map<VolumeId, ItemRecord[]>(ids.map((id) => [id, []]));
  for (let at = 0; at < ids.length; at += 500) {
    const some = inArray(itemTable.volumeId, ids.slice(at, at + 500));
    for (const record of db
      .select()
      .from(itemTable)
      .where(some)
      .orderBy(...inOrder)
      .all())
      if (record.volumeId) found.get(record.volumeId)?.push(record);
  }
  return found;
}

/** Adds a volume. */
export function addVolume(db: WriteDb, volume: typeof volumeTable.$inferInsert): void {
  db.insert(volumeTable).values(volume).run();
}

/** Changes columns of a volume and raises its revision. */
export function setVolume(db: WriteDb, id: VolumeId, change: Partial<VolumeRecord>): void {
  db.update(volumeTable)
    .set({ ...change, revision: sql`${volumeTable.revision} + 1` })
    .where(eq(volumeTable.id, id))
    .run();
}

/** Removes a volume; its items must have left it. */
export function removeVolume(db: WriteDb, id: VolumeId): void {
  db.delete(volumeTable).where(eq(volumeTable.id, id)).run();
}

/** Puts an item at a place of a volume, or outside any. The item's own description does not change, nor its revision. */
export function placeInVolume(db: WriteDb, itemId: ItemId, volumeId: VolumeId | null, rank: number | null): void {
  db.update(itemTable).set({ volumeId, rank }).where(eq(itemTable.id, itemId)).run();
}

/** Keeps a 档号 a volume gave up. */
export function keepFormerVolumeCode(db: WriteDb, former: FormerVolumeCode): void {
  db.insert(formerVolumeCodeTable).values(former).run();
}

/** The former 档号 of a volume, oldest first. */
export function listFormerVolumeCodes(db: ReadDb, id: VolumeId): FormerVolumeCode[] {
  return db
    .select()
    .from(formerVolumeCodeTable)
    .where(eq(formerVolumeCodeTable.volumeId, id))
    .orderBy(formerVolumeCodeTable.until)
    .all();
}

/** The breadth within which 案卷号 runs; a value that is absent does not count. */
export type VolumeClass = {
  readonly fondsId: FondsId;
  readonly category: string;
  readonly year?: number;
  readonly retention?: Retention;
  readonly matterId?: MatterId | null;
};

/** Highest 案卷号 of a class, 0 when none; counted past what may be hidden from a person, so no number comes twice. */
export function lastVolumeNumber(db: ReadDb, of: VolumeClass): number {
  const conditions = [
    sql`fonds_id = ${of.fondsId} AND category = ${of.category}`,
    ...(of.year === undefined ? [] : [sql`year = ${of.year}`]),
    ...(of.retention === undefined ? [] : [sql`retention = ${of.retention}`]),
    ...(of.matterId === undefined ? [] : [sql`matter_id IS ${of.matterId}`]),
  ];
  const row = db
    .select({ last: sql<number | null>`max(volume_number)` })
    .from(sql`main.volume`)
    .where(sql.join(conditions, sql` AND `))
    .get();
  return row?.last ?? 0;
}

/** Filed volumes of a class behind a number, by number. */
export function listFiledAfter(db: ReadDb, of: VolumeClass, volumeNumber: number): VolumeRecord[] {
  return db
    .select()
    .from(volumeTable)
    .where(
      and(
        whereScope({ fondsId: of.fondsId, category: of.category, year: of.year, state: "filed" }),
        of.retention === undefined ? undefined : eq(volumeTable.retention, of.retention),
        of.matterId === undefined ? undefined : sql`${volumeTable.matterId} IS ${of.matterId}`,
        gt(volumeTable.volumeNumber, volumeNumber),
      ),
    )
    .orderBy(asc(volumeTable.volumeNumber))
    .all();
}

/** The whole record of a 案卷. */
export function getVolumeRecord(db: ReadDb, id: VolumeId): VolumeRecord | undefined {
  return db.select().from(volumeTable).where(eq(volumeTable.id, id)).get();
}

/** Whether a volume of this fonds bears the 档号 already. */
export const isVolumeCodeTaken = (db: ReadDb, fondsId: FondsId, archivalCode: string): boolean =>
  countRows(db, volumeTable, and(eq(volumeTable.fondsId, fondsId), eq(volumeTable.archivalCode, archivalCode))) > 0;
