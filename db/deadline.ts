// 归档时间: the rule of each 门类, and what was postponed.
import { and, desc, eq } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DeadlineRule } from "#contract/deadline";
import type { FondsId } from "#contract/fonds";
import type { YearClass } from "./filing-year.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const deadlineTable = sqliteTable("deadline", {
  category: text().primaryKey(),
  rule: text().$type<DeadlineRule>().notNull(),
  month: integer(),
  day: integer(),
  basis: text().notNull(),
});
export type DeadlineRecord = typeof deadlineTable.$inferSelect;

export const deadlinePostponementTable = sqliteTable("deadline_postponement", {
  id: text().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  category: text().notNull(),
  year: integer().notNull(),
  dueOn: text("due_on").notNull(),
  reason: text().notNull(),
  decidedAt: text("decided_at").notNull(),
  decidedBy: text("decided_by").notNull(),
  withdrawnAt: text("withdrawn_at").notNull().default(""),
});
export type PostponementRecord = typeof deadlinePostponementTable.$inferSelect;

/** The rules of all classes. */
export function listDeadlineRules(db: ReadDb): DeadlineRecord[] {
  return db.select().from(deadlineTable).all();
}

/** Postponements of a class and year, newest first, also those taken back. */
export function listPostponements(db: ReadDb, of: YearClass): PostponementRecord[] {
  const table = deadlinePostponementTable;
  return db
    .select()
    .from(table)
    .where(and(eq(table.fondsId, of.fondsId), eq(table.category, of.category), eq(table.year, of.year)))
    .orderBy(desc(table.decidedAt), desc(table.dueOn))
    .all();
}

/** Keeps a postponement. */
export function addPostponement(db: WriteDb, postponement: PostponementRecord): void {
  db.insert(deadlinePostponementTable).values(postponement).run();
}

/** Marks a postponement as taken back. */
export function withdrawPostponement(db: WriteDb, id: string, at: string): void {
  db.update(deadlinePostponementTable).set({ withdrawnAt: at }).where(eq(deadlinePostponementTable.id, id)).run();
}
