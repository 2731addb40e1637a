// 填写的总数: typed once a year with its paper, never counted from persons (personal-data P3, P11).
import { and, asc, eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { TypedTotalCode, TypedTotalId } from "#contract/typed-total";
import type { ReadDb, WriteDb } from "./open.ts";

export const typedTotalTable = sqliteTable("typed_total", {
  id: text().$type<TypedTotalId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  year: integer().notNull(),
  code: text().$type<TypedTotalCode>().notNull(),
  label: text().notNull(),
  value: integer().notNull(),
  source: text().notNull(),
  itemId: text("item_id").$type<ItemId>(),
  typedAt: text("typed_at").notNull(),
  personId: text("person_id").notNull(),
  revision: integer().notNull().default(1),
});
export type TotalRecord = typeof typedTotalTable.$inferSelect;

/** The totals of one year, as they were typed. */
export const listTotals = (db: ReadDb, fondsId: FondsId, year: number): TotalRecord[] =>
  db
    .select()
    .from(typedTotalTable)
    .where(and(eq(typedTotalTable.fondsId, fondsId), eq(typedTotalTable.year, year)))
    .orderBy(asc(typedTotalTable.typedAt), asc(typedTotalTable.id))
    .all();

/** One total, or undefined. */
export const getTotal = (db: ReadDb, id: TypedTotalId): TotalRecord | undefined =>
  db.select().from(typedTotalTable).where(eq(typedTotalTable.id, id)).get();

export const addTotal = (db: WriteDb, total: TotalRecord): void => void db.insert(typedTotalTable).values(total).run();

/** Changes a total and raises its revision. */
export const setTotal = (
  db: WriteDb,
  id: TypedTotalId,
  change: Pick<TotalRecord, "value" | "source" | "itemId" | "typedAt" | "personId">,
): void =>
  void db
    .update(typedTotalTable)
    .set({ ...change, revision: sql`${typedTotalTable.revision} + 1` })
    .where(eq(typedTotalTable.id, id))
    .run();

export const removeTotal = (db: WriteDb, id: TypedTotalId): void =>
  void db.delete(typedTotalTable).where(eq(typedTotalTable.id, id)).run();
