// 民族, self-declared, sealed, apart from everything else (personal-data P3).
import { eq, inArray } from "drizzle-orm";
import { blob, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ResidentId } from "#contract/resident";
import type { ReadDb, WriteDb } from "./open.ts";

export const ethnicityStatementTable = sqliteTable("ethnicity_statement", {
  residentId: text("resident_id").$type<ResidentId>().primaryKey(),
  sealed: blob({ mode: "buffer" }).notNull(),
  statedOn: text("stated_on").notNull(),
  enteredAt: text("entered_at").notNull(),
});
export type SealedStatement = typeof ethnicityStatementTable.$inferSelect;

/** The newest statement under any of the ids of one person. */
export function getStatement(db: ReadDb, idsOfOne: readonly ResidentId[]): SealedStatement | undefined {
  return db
    .select()
    .from(ethnicityStatementTable)
    .where(inArray(ethnicityStatementTable.residentId, [...idsOfOne]))
    .all()
    .sort((one, other) => other.enteredAt.localeCompare(one.enteredAt))[0];
}

/** Keeps a statement in place of an earlier one. */
export function putStatement(db: WriteDb, statement: SealedStatement): void {
  const { residentId: _, ...rest } = statement;
  db.insert(ethnicityStatementTable)
    .values(statement)
    .onConflictDoUpdate({ target: ethnicityStatementTable.residentId, set: rest })
    .run();
}

/** Removes whatever was stated under the ids of one person. */
export function removeStatements(db: WriteDb, idsOfOne: readonly ResidentId[]): void {
  db.delete(ethnicityStatementTable)
    .where(inArray(ethnicityStatementTable.residentId, [...idsOfOne]))
    .run();
}

export function hasStatement(db: ReadDb, id: ResidentId): boolean {
  return (
    db
      .select({ id: ethnicityStatementTable.residentId })
      .from(ethnicityStatementTable)
      .where(eq(ethnicityStatementTable.residentId, id))
      .get() !== undefined
  );
}
