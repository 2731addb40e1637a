// 保管期限表: versions and rows.
import { and, asc, eq, inArray, like, or, sql, type SQL } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ScheduleRowId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";
import type {
  ScheduleRow,
  ScheduleStatus,
  ScheduleUsage,
  ScheduleVersion,
  ScheduleVersionId,
} from "#contract/schedule";
import type { StartRule } from "#contract/start-rule";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const scheduleVersionTable = sqliteTable("schedule_version", {
  id: text().$type<ScheduleVersionId>().primaryKey(),
  number: integer().notNull(),
  name: text().notNull(),
  state: text().$type<ScheduleVersion["state"]>().notNull(),
  validFrom: text("valid_from").notNull(),
  madeAt: text("made_at").notNull(),
  note: text().notNull(),
});

export const scheduleRowTable = sqliteTable("schedule_row", {
  id: text().$type<ScheduleRowId>().primaryKey(),
  versionId: text("version_id").$type<ScheduleVersionId>().notNull(),
  position: integer().notNull(),
  category: text().notNull(),
  matterCode: text("matter_code").notNull(),
  subcategory: text().notNull(),
  content: text().notNull(),
  retention: text().$type<Retention>(),
  isMinimum: integer("is_minimum", { mode: "boolean" }).notNull(),
  startRule: text("start_rule").$type<StartRule>().notNull(),
  usage: text().$type<ScheduleUsage>().notNull(),
  source: text().notNull(),
  sourceRow: text("source_row").notNull(),
  basis: text().notNull(),
  provenance: text().$type<ScheduleRow["provenance"]>().notNull(),
  confidence: text().$type<ScheduleRow["confidence"]>().notNull(),
  status: text().$type<ScheduleStatus>().notNull(),
  note: text().notNull(),
  judgedBy: text("judged_by").notNull().default(""),
  judgedAt: text("judged_at").notNull().default(""),
  derivedFrom: text("derived_from").$type<ScheduleRowId>(),
});
export type ScheduleRecord = typeof scheduleRowTable.$inferSelect;

const countOf = (where: SQL): SQL<number> =>
  sql<number>`(SELECT count(*) FROM schedule_row r WHERE r.version_id = schedule_version.id AND ${where})`;

function selectVersions(db: ReadDb, where?: SQL): ScheduleVersion[] {
  return db
    .select({
      id: scheduleVersionTable.id,
      number: scheduleVersionTable.number,
      name: scheduleVersionTable.name,
      state: scheduleVersionTable.state,
      validFrom: scheduleVersionTable.validFrom,
      madeAt: scheduleVersionTable.madeAt,
      note: scheduleVersionTable.note,
      rowCount: countOf(sql`1`).as("row_count"),
      confirmedCount: countOf(sql`r.status = 'confirmed'`).as("confirmed_count"),
      droppedCount: countOf(sql`r.status = 'dropped'`).as("dropped_count"),
    })
    .from(scheduleVersionTable)
    .where(where)
    .orderBy(asc(scheduleVersionTable.number))
    .all();
}

/** All versions, oldest first. */
export const listVersions = (db: ReadDb): ScheduleVersion[] => selectVersions(db);

/** One version. */
export const getVersion = (db: ReadDb, id: ScheduleVersionId): ScheduleVersion | undefined =>
  selectVersions(db, eq(scheduleVersionTable.id, id))[0];

/** The version in force, or the starter while none was put in force. */
export const versionInForce = (db: ReadDb): ScheduleVersion | undefined =>
  selectVersions(db, inArray(scheduleVersionTable.state, ["in-force", "starter"]))[0];

/** The one draft, if any. */
export const openDraft = (db: ReadDb): ScheduleVersion | undefined =>
  selectVersions(db, eq(scheduleVersionTable.state, "draft"))[0];

/** Adds a version with the next number and no rows; answers the number. */
export function addVersion(db: WriteDb, version: Omit<typeof scheduleVersionTable.$inferInsert, "number">): number {
  const last = db
    .select({ number: sql<number>`coalesce(max(${scheduleVersionTable.number}), 0)` })
    .from(scheduleVersionTable)
    .get();
  const number = (last?.number ?? 0) + 1;
  db.insert(scheduleVersionTable)
    .values({ ...version, number })
    .run();
  return number;
}

/** Changes state, name or day of a version. */
export function setVersion(
  db: WriteDb,
  id: ScheduleVersionId,
  change: Partial<Pick<ScheduleVersion, "state" | "validFrom" | "name">>,
): void {
  db.update(scheduleVersionTable).set(change).where(eq(scheduleVersionTable.id, id)).run();
}

/** Removes a draft with its rows; a row that an item hangs on stops it (foreign key). */
export function removeVersion(db: WriteDb, id: ScheduleVersionId): void {
  db.delete(scheduleRowTable).where(eq(scheduleRowTable.versionId, id)).run();
  db.delete(scheduleVersionTable).where(eq(scheduleVersionTable.id, id)).run();
}

export type RowFilter = { readonly category?: string; readonly status?: ScheduleStatus; readonly words?: string };

function whereRows(versionId: ScheduleVersionId, { category, status, words = "" }: RowFilter): SQL | undefined {
  const pattern = `%${words.trim().replaceAll(/[%_]/g, "")}%`;
  return and(
    eq(scheduleRowTable.versionId, versionId),
    category ? eq(scheduleRowTable.category, category) : undefined,
    status ? eq(scheduleRowTable.status, status) : undefined,
    words.trim() === ""
      ? undefined
      : or(like(scheduleRowTable.content, pattern), like(scheduleRowTable.subcategory, pattern)),
  );
}

/** Rows of a version in order. Without a window: all of them. */
export function listRows(
  db: ReadDb,
  versionId: ScheduleVersionId,
  filter: RowFilter = {},
  window: { offset: number; limit: number } = { offset: 0, limit: -1 },
): ScheduleRecord[] {
  return db
    .select()
    .from(scheduleRowTable)
    .where(whereRows(versionId, filter))
    .orderBy(asc(scheduleRowTable.position))
    .limit(window.limit)
    .offset(window.offset)
    .all();
}

/** How many rows of a version meet a filter. */
export const countRowsOf = (db: ReadDb, versionId: ScheduleVersionId, filter: RowFilter): number =>
  countRows(db, scheduleRowTable, whereRows(versionId, filter));

/** One row. */
export const getRow = (db: ReadDb, id: ScheduleRowId): ScheduleRecord | undefined =>
  db.select().from(scheduleRowTable).where(eq(scheduleRowTable.id, id)).get();

/** Adds a row. */
export function addRow(db: WriteDb, row: ScheduleRecord): void {
  insertRow(db, scheduleRowTable, row);
}

/** Changes columns of a row. */
export function setRow(db: WriteDb, id: ScheduleRowId, change: Partial<ScheduleRecord>): void {
  db.update(scheduleRowTable).set(change).where(eq(scheduleRowTable.id, id)).run();
}

/** Removes a row; one that an item hangs on stops it (foreign key). */
export function removeRow(db: WriteDb, id: ScheduleRowId): void {
  db.delete(scheduleRowTable).where(eq(scheduleRowTable.id, id)).run();
}

/** The next free position of a version. */
export function nextPosition(db: ReadDb, versionId: ScheduleVersionId): number {
  const last = db
    .select({ last: sql<number>`coalesce(max(${scheduleRowTable.position}), 0)` })
    .from(scheduleRowTable)
    .where(eq(scheduleRowTable.versionId, versionId))
    .get();
  return (last?.last ?? 0) + 1;
}
