// 组: volumes of kind 组 with the event they are about.
import { and, asc, desc, eq, sql, type SQL } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { Group } from "#contract/group";
import type { ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import { countRows } from "./count-rows.ts";
import { itemTable } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { volumeTable } from "./volume.ts";

export const groupEventTable = sqliteTable("group_event", {
  volumeId: text("volume_id").$type<VolumeId>().primaryKey(),
  photographer: text().notNull(),
  place: text().notNull(),
  people: text().notNull(),
  affair: text().notNull(),
  background: text().notNull(),
});
export type GroupEvent = typeof groupEventTable.$inferSelect;

const columns = {
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
  seeAlso: volumeTable.seeAlso,
  note: volumeTable.note,
  state: volumeTable.state,
  volumeNumber: volumeTable.volumeNumber,
  archivalCode: volumeTable.archivalCode,
  revision: volumeTable.revision,
  enteredAt: volumeTable.enteredAt,
  filedAt: volumeTable.filedAt,
  photographer: sql<string>`coalesce(${groupEventTable.photographer}, '')`,
  place: sql<string>`coalesce(${groupEventTable.place}, '')`,
  people: sql<string>`coalesce(${groupEventTable.people}, '')`,
  affair: sql<string>`coalesce(${groupEventTable.affair}, '')`,
  background: sql<string>`coalesce(${groupEventTable.background}, '')`,
  itemCount: sql<number>`(SELECT count(*) FROM item i WHERE i.volume_id = volume.id)`.as("item_count"),
  firstPageId: sql<string | null>`(SELECT p.id FROM item i JOIN page p ON p.item_id = i.id
    WHERE i.volume_id = volume.id AND i.access <> 'restricted' ORDER BY i.item_number, i.seq LIMIT 1)`.as(
    "first_page_id",
  ),
};
const selectGroups = (db: ReadDb) =>
  db.select(columns).from(volumeTable).leftJoin(groupEventTable, eq(groupEventTable.volumeId, volumeTable.id));
// Dates and the page id are checked where they are entered; drizzle knows them only as text.
const asGroup = (row: Record<string, unknown>): Group => row as unknown as Group;

/** Groups, the newest year first, drafts before filed ones, then by number and as entered. */
export function listGroups(
  db: ReadDb,
  of: { fondsId?: FondsId | undefined; category?: string | undefined; year?: number | undefined },
  offset: number,
  limit: number,
): { rows: Group[]; total: number } {
  const where: SQL | undefined = and(
    eq(volumeTable.kind, "group"),
    of.fondsId ? eq(volumeTable.fondsId, of.fondsId) : undefined,
    of.category ? eq(volumeTable.category, of.category) : undefined,
    of.year === undefined ? undefined : eq(volumeTable.year, of.year),
  );
  const rows = selectGroups(db)
    .where(where)
    .orderBy(
      asc(volumeTable.state),
      desc(volumeTable.year),
      asc(volumeTable.archivalCode),
      asc(volumeTable.beginDate),
      asc(volumeTable.enteredAt),
      asc(volumeTable.id),
    )
    .limit(limit)
    .offset(offset)
    .all();
  return { rows: rows.map(asGroup), total: countRows(db, volumeTable, where) };
}

/** One group. */
export function getGroup(db: ReadDb, id: VolumeId): Group | undefined {
  const row = selectGroups(db)
    .where(and(eq(volumeTable.id, id), eq(volumeTable.kind, "group")))
    .get();
  return row && asGroup(row);
}

/** Writes the event of a group anew. */
export function putGroupEvent(db: WriteDb, event: GroupEvent): void {
  const { volumeId: _, ...fields } = event;
  db.insert(groupEventTable).values(event).onConflictDoUpdate({ target: groupEventTable.volumeId, set: fields }).run();
}

/** Ids of all items of a group. */
export function listGroupItemIds(db: ReadDb, id: VolumeId): ItemId[] {
  return db
    .select({ id: itemTable.id })
    .from(itemTable)
    .where(eq(itemTable.volumeId, id))
    .orderBy(asc(itemTable.seq))
    .all()
    .map((row) => row.id);
}
