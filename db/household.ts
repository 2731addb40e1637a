// 户.
import { eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { mostHits, type Household, type HouseholdId } from "#contract/resident";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const householdTable = sqliteTable("household", {
  id: text().$type<HouseholdId>().primaryKey(),
  number: text().notNull(),
  address: text().notNull(),
  grid: text().notNull(),
  enteredAt: text("entered_at").notNull(),
  revision: integer().notNull().default(1),
});
type HouseholdFields = Pick<Household, "number" | "address" | "grid">;

const shown = {
  id: householdTable.id,
  number: householdTable.number,
  address: householdTable.address,
  grid: householdTable.grid,
  revision: householdTable.revision,
};

export function getHousehold(db: ReadDb, id: HouseholdId): Household | undefined {
  return db.select(shown).from(householdTable).where(eq(householdTable.id, id)).get();
}

/** The household that bears this 户号. */
export function findHousehold(db: ReadDb, number: string): Household | undefined {
  return db.select(shown).from(householdTable).where(eq(householdTable.number, number)).get();
}

/** All of them by 户号. */
export const listHouseholds = (db: ReadDb): Household[] =>
  db.select(shown).from(householdTable).orderBy(householdTable.number, householdTable.id).all();

/** Households whose 户号 begins so, then those whose address has the words; by 户号, 20 at most. */
export function findHouseholds(db: ReadDb, words: string): Household[] {
  const isNumber = sql<number>`substr(${householdTable.number}, 1, length(${words})) = ${words}`;
  return db
    .select(shown)
    .from(householdTable)
    .where(sql`${isNumber} OR instr(${householdTable.address}, ${words}) > 0`)
    .orderBy(sql`${isNumber} DESC`, householdTable.number, householdTable.id)
    .limit(mostHits)
    .all();
}

export function addHousehold(db: WriteDb, household: Omit<Household, "revision">, enteredAt: string): void {
  insertRow(db, householdTable, { ...household, enteredAt, revision: 1 });
}

export function setHousehold(db: WriteDb, id: HouseholdId, fields: HouseholdFields): void {
  db.update(householdTable)
    .set({ ...fields, revision: sql`${householdTable.revision} + 1` })
    .where(eq(householdTable.id, id))
    .run();
}

export function removeHousehold(db: WriteDb, id: HouseholdId): void {
  db.delete(householdTable).where(eq(householdTable.id, id)).run();
}

/** Whether a resident or a row of a ledger, also one taken out, names it. */
export function isHouseholdUsed(db: ReadDb, id: HouseholdId): boolean {
  const found = db
    .select({
      isUsed: sql<number>`EXISTS (SELECT 1 FROM resident WHERE household_id = ${id})
        OR EXISTS (SELECT 1 FROM ledger_row WHERE instr(links, ${id}) > 0)`,
    })
    .from(householdTable)
    .where(eq(householdTable.id, id))
    .get();
  return found?.isUsed === 1;
}
