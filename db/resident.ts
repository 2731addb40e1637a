// 居民: what is needed to fill a form; sealed under the resident's own key what is sensitive (personal-data P4, P7).
import { and, eq, sql } from "drizzle-orm";
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { HouseholdId, Resident, ResidentId, ResidentSecret } from "#contract/resident";
import { getHousehold } from "./household.ts";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const residentTable = sqliteTable("resident", {
  seq: integer().primaryKey(),
  id: text().$type<ResidentId>().notNull(),
  name: text().notNull(),
  sounds: text().notNull(),
  sex: text().$type<"" | "男" | "女">().notNull(),
  bornOn: text("born_on").$type<ArchivalDate>().notNull(),
  phone: text().notNull(),
  householdId: text("household_id").$type<HouseholdId>(),
  sealed: blob({ mode: "buffer" }),
  masked: text({ mode: "json" }).$type<readonly ResidentSecret[]>().notNull().default([]),
  idNumberDigest: text("id_number_digest").notNull().default(""),
  enteredAt: text("entered_at").notNull(),
  revision: integer().notNull().default(1),
  isRestricted: integer("is_restricted", { mode: "boolean" }).notNull().default(false),
  joinedTo: text("joined_to").$type<ResidentId>(),
});
export type ResidentRecord = typeof residentTable.$inferSelect;

/** The record under this very id, joined or not. */
export function getResidentRecord(db: ReadDb, id: ResidentId): ResidentRecord | undefined {
  return db.select().from(residentTable).where(eq(residentTable.id, id)).get();
}

/** The record that stands for this id: what it was joined to, or itself. */
export function getStandingRecord(db: ReadDb, id: ResidentId): ResidentRecord | undefined {
  let record = getResidentRecord(db, id);
  while (record?.joinedTo) record = getResidentRecord(db, record.joinedTo);
  return record;
}

/** This id and those of all records joined to it, near and far. */
export function idsOfPerson(db: ReadDb, id: ResidentId): ResidentId[] {
  const joined = db.select({ id: residentTable.id }).from(residentTable).where(eq(residentTable.joinedTo, id)).all();
  return [id, ...joined.flatMap((each) => idsOfPerson(db, each.id))];
}

/** A record as it is shown: without its sealed values. */
export function shownResident(db: ReadDb, record: ResidentRecord): Resident {
  const { id, name, sex, bornOn, phone, masked, revision, isRestricted, householdId } = record;
  const household = (householdId && getHousehold(db, householdId)) || null;
  return { id, name, sex, bornOn, phone, household, masked, revision, isRestricted };
}

export function addResident(db: WriteDb, record: Omit<ResidentRecord, "seq">): void {
  insertRow(db, residentTable, record);
}

/** Writes some of a record; its revision counts on. */
export function setResident(
  db: WriteDb,
  id: ResidentId,
  given: Partial<Omit<ResidentRecord, "seq" | "id" | "revision">>,
): void {
  db.update(residentTable)
    .set({ ...given, revision: sql`${residentTable.revision} + 1` })
    .where(eq(residentTable.id, id))
    .run();
}

export function removeResident(db: WriteDb, id: ResidentId): void {
  db.delete(residentTable).where(eq(residentTable.id, id)).run();
}

/** Records that were joined to one of these, and are not among them, stand by themselves again. */
export function standAlone(db: WriteDb, gone: readonly ResidentId[]): void {
  const ids = JSON.stringify(gone);
  db.run(sql`UPDATE resident SET joined_to = NULL WHERE joined_to IN (SELECT value FROM json_each(${ids}))
    AND id NOT IN (SELECT value FROM json_each(${ids}))`);
}

/** Whether a consent, another record or a row of a ledger, also one taken out, names this record. */
export function isResidentUsed(db: ReadDb, id: ResidentId): boolean {
  const found = db
    .select({
      isUsed: sql<number>`EXISTS (SELECT 1 FROM consent WHERE resident_id = ${id})
        OR EXISTS (SELECT 1 FROM resident WHERE joined_to = ${id})
        OR EXISTS (SELECT 1 FROM ethnicity_statement WHERE resident_id = ${id})
        OR EXISTS (SELECT 1 FROM rights_request WHERE resident_id = ${id})
        OR EXISTS (SELECT 1 FROM ledger_row WHERE instr(links, ${id}) > 0)`,
    })
    .from(residentTable)
    .where(and(eq(residentTable.id, id)))
    .get();
  return found?.isUsed === 1;
}
