// 人员 and their roles.
import { and, eq } from "drizzle-orm";
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Person, PersonId, PersonRight } from "#contract/archive";
import type { Role } from "#contract/procedure";
import type { ReadDb, WriteDb } from "./open.ts";

export const personTable = sqliteTable("person", {
  id: text().$type<PersonId>().primaryKey(),
  name: text().notNull(),
  slotId: text("slot_id").notNull(),
  createdAt: text("created_at").notNull(),
});
export const personRoleTable = sqliteTable(
  "person_role",
  { personId: text("person_id").$type<PersonId>().notNull(), role: text().$type<Role>().notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);
export const personRightTable = sqliteTable(
  "person_right",
  {
    personId: text("person_id").$type<PersonId>().notNull(),
    name: text().$type<PersonRight>().notNull(),
    grantedAt: text("granted_at").notNull(),
    grantedBy: text("granted_by").$type<PersonId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.name] })],
);

function personOf(db: ReadDb, row: typeof personTable.$inferSelect): Person {
  const roles = db.select().from(personRoleTable).where(eq(personRoleTable.personId, row.id)).all();
  const rights = db.select().from(personRightTable).where(eq(personRightTable.personId, row.id)).all();
  return {
    id: row.id,
    name: row.name,
    roles: roles.map((each) => each.role),
    rights: rights.map((each) => each.name),
  };
}

/** One person. */
export function getPerson(db: ReadDb, id: PersonId): Person | undefined {
  const row = db.select().from(personTable).where(eq(personTable.id, id)).get();
  return row && personOf(db, row);
}

/** Gives a right; given twice it stays as first given. */
export function giveRight(db: WriteDb, right: typeof personRightTable.$inferInsert): void {
  db.insert(personRightTable).values(right).onConflictDoNothing().run();
}

/** Takes a right back. */
export function takeRight(db: WriteDb, personId: PersonId, name: PersonRight): void {
  db.delete(personRightTable)
    .where(and(eq(personRightTable.personId, personId), eq(personRightTable.name, name)))
    .run();
}

/** Adds a person with roles, bound to a key slot. */
export function addPerson(db: WriteDb, person: Person, slotId: string, createdAt: string): void {
  db.insert(personTable).values({ id: person.id, name: person.name, slotId, createdAt }).run();
  for (const role of person.roles) db.insert(personRoleTable).values({ personId: person.id, role }).run();
  for (const name of person.rights)
    giveRight(db, { personId: person.id, name, grantedAt: createdAt, grantedBy: person.id });
}

/** The person a key slot belongs to. */
export function personOfSlot(db: ReadDb, slotId: string): Person | undefined {
  const row = db.select().from(personTable).where(eq(personTable.slotId, slotId)).get();
  return row && personOf(db, row);
}

/** The key slot of a person. */
export function slotOfPerson(db: ReadDb, id: PersonId): string | undefined {
  return db.select({ slotId: personTable.slotId }).from(personTable).where(eq(personTable.id, id)).get()?.slotId;
}

/** Everybody, in the order they came. */
export function listPeople(db: ReadDb): Person[] {
  return db
    .select()
    .from(personTable)
    .orderBy(personTable.createdAt)
    .all()
    .map((row) => personOf(db, row));
}

/** Gives a person another name; undefined when there is no such person. */
export function renamePerson(db: WriteDb, id: PersonId, name: string): Person | undefined {
  const row = db.update(personTable).set({ name }).where(eq(personTable.id, id)).returning().get();
  return row && personOf(db, row);
}

/** Binds a person to another slot, after a recovery made a new one. */
export function rebindPerson(db: WriteDb, id: PersonId, slotId: string): void {
  db.update(personTable).set({ slotId }).where(eq(personTable.id, id)).run();
}

/** Binds whoever had a slot to another one, where a restored archive gets the slots of today. */
export function rebindSlot(db: WriteDb, from: string, to: string): void {
  db.update(personTable).set({ slotId: to }).where(eq(personTable.slotId, from)).run();
}
