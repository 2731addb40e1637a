// 全宗名称 and 立档单位 over time: each borne from a day on, the first from the beginning.
import { and, desc, eq } from "drizzle-orm";
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { ReadDb, WriteDb } from "./open.ts";

export const fondsNameTable = sqliteTable(
  "fonds_name",
  {
    fondsId: text("fonds_id").$type<FondsId>().notNull(),
    since: text().notNull(),
    name: text().notNull(),
    unit: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.fondsId, table.since] })],
);
export type NameSince = typeof fondsNameTable.$inferSelect;

/** Names of a fonds, oldest first; "" is since the beginning. */
export function listFondsNames(db: ReadDb, fondsId: FondsId): NameSince[] {
  return db
    .select()
    .from(fondsNameTable)
    .where(eq(fondsNameTable.fondsId, fondsId))
    .orderBy(fondsNameTable.since)
    .all();
}

/** Corrects the name borne now, or writes the first. */
export function setPresentName(db: WriteDb, fondsId: FondsId, { name, unit }: { name: string; unit: string }): void {
  const present = db
    .select({ since: fondsNameTable.since })
    .from(fondsNameTable)
    .where(eq(fondsNameTable.fondsId, fondsId))
    .orderBy(desc(fondsNameTable.since))
    .limit(1)
    .get();
  addFondsName(db, { fondsId, since: present?.since ?? "", name, unit });
}

/** Adds the name borne from a day on, or writes that of the day anew. */
export function addFondsName(db: WriteDb, row: NameSince): void {
  db.insert(fondsNameTable)
    .values(row)
    .onConflictDoUpdate({
      target: [fondsNameTable.fondsId, fondsNameTable.since],
      set: { name: row.name, unit: row.unit },
    })
    .run();
}

/** Removes the name that began on a day: an act taken back. */
export function removeFondsName(db: WriteDb, fondsId: FondsId, since: string): void {
  db.delete(fondsNameTable)
    .where(and(eq(fondsNameTable.fondsId, fondsId), eq(fondsNameTable.since, since)))
    .run();
}
