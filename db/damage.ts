// 破损与修复: the register. It keeps the 档号 of the day, so that the line stays readable when the item is gone.
import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import { countRows } from "./count-rows.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const damageTable = sqliteTable("damage", {
  id: text().primaryKey(),
  itemId: text("item_id").$type<ItemId>().notNull(),
  archivalCode: text("archival_code").notNull(),
  kind: text().notNull(),
  foundOn: text("found_on").notNull(),
  foundBy: text("found_by").notNull(),
  extent: text().notNull(),
  measure: text().notNull(),
  repairedOn: text("repaired_on").notNull(),
  repairedBy: text("repaired_by").notNull(),
  remark: text().notNull(),
  enteredAt: text("entered_at").notNull(),
});
export type DamageRecord = typeof damageTable.$inferSelect;

/** The register, newest found first. What 修复登记 prints. */
export function listDamages(db: ReadDb, state: "all" | "open" | "repaired"): DamageRecord[] {
  const where = { all: undefined, open: eq(damageTable.repairedOn, ""), repaired: ne(damageTable.repairedOn, "") };
  return db
    .select()
    .from(damageTable)
    .where(where[state])
    .orderBy(desc(damageTable.foundOn), desc(damageTable.enteredAt), asc(damageTable.id))
    .all();
}

/** One line of the register. */
export function getDamage(db: ReadDb, id: string): DamageRecord | undefined {
  return db.select().from(damageTable).where(eq(damageTable.id, id)).get();
}

/** Damages of these items that are not repaired, by 档号. */
export function listOpenDamages(db: ReadDb, itemIds: readonly string[]): DamageRecord[] {
  const found: DamageRecord[] = [];
  for (let at = 0; at < itemIds.length; at += 500) {
    const some = inArray(damageTable.itemId, itemIds.slice(at, at + 500) as ItemId[]);
    found.push(
      ...db
        .select()
        .from(damageTable)
        .where(and(some, eq(damageTable.repairedOn, "")))
        .orderBy(asc(damageTable.archivalCode), asc(damageTable.foundOn), asc(damageTable.id))
        .all(),
    );
  }
  return found;
}

/** Writes a damage down, or over the one of its id. */
export function putDamage(db: WriteDb, damage: DamageRecord): void {
  const { id: _, ...rest } = damage;
  db.insert(damageTable).values(damage).onConflictDoUpdate({ target: damageTable.id, set: rest }).run();
}

/** Takes a line out. */
export function dropDamage(db: WriteDb, id: string): void {
  db.delete(damageTable).where(eq(damageTable.id, id)).run();
}

/** How many damages wait for repair. */
export const countOpenDamages = (db: ReadDb): number => countRows(db, damageTable, eq(damageTable.repairedOn, ""));
