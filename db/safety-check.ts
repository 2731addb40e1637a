// 八防: rounds through the archive room, with one line per guard.
import { and, asc, between, desc, eq, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { archivalDate } from "#contract/archival-date";
import type { SafetyCheck } from "#contract/safety-check";
import { countRows } from "./count-rows.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const safetyCheckTable = sqliteTable("safety_check", {
  id: text().primaryKey(),
  room: text().notNull(),
  checkedOn: text("checked_on").notNull(),
  checker: text().notNull(),
  remark: text().notNull(),
  enteredAt: text("entered_at").notNull(),
});
export const safetyCheckLineTable = sqliteTable(
  "safety_check_line",
  {
    checkId: text("check_id").notNull(),
    position: integer().notNull(),
    guard: text().notNull(),
    isFine: integer("is_fine", { mode: "boolean" }).notNull(),
    problem: text().notNull(),
    measure: text().notNull(),
    solvedOn: text("solved_on").notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkId, table.position] })],
);

function withLines(db: ReadDb, check: typeof safetyCheckTable.$inferSelect): SafetyCheck {
  const lines = db
    .select()
    .from(safetyCheckLineTable)
    .where(eq(safetyCheckLineTable.checkId, check.id))
    .orderBy(asc(safetyCheckLineTable.position))
    .all()
    .map(({ checkId: _, position: __, solvedOn, ...line }) => ({ ...line, solvedOn: archivalDate.parse(solvedOn) }));
  return { ...check, checkedOn: archivalDate.parse(check.checkedOn), lines };
}

/** Rounds of the days from … to, oldest first. What 安全检查记录 prints. */
export function listSafetyChecks(db: ReadDb, from: string, to: string): SafetyCheck[] {
  return db
    .select()
    .from(safetyCheckTable)
    .where(between(safetyCheckTable.checkedOn, from, to))
    .orderBy(asc(safetyCheckTable.checkedOn), asc(safetyCheckTable.enteredAt))
    .all()
    .map((check) => withLines(db, check));
}

/** One round. */
export function getSafetyCheck(db: ReadDb, id: string): SafetyCheck | undefined {
  const row = db.select().from(safetyCheckTable).where(eq(safetyCheckTable.id, id)).get();
  return row && withLines(db, row);
}

/** Writes a round down, or over the one of its id. */
export function putSafetyCheck(db: WriteDb, { lines, ...check }: SafetyCheck): void {
  const { id, ...rest } = check;
  db.insert(safetyCheckTable).values(check).onConflictDoUpdate({ target: safetyCheckTable.id, set: rest }).run();
  db.delete(safetyCheckLineTable).where(eq(safetyCheckLineTable.checkId, id)).run();
  lines.forEach((line, at) =>
    db
      .insert(safetyCheckLineTable)
      .values({ ...line, checkId: id, position: at + 1 })
      .run(),
  );
}

/** Takes a round out with its lines. */
export function dropSafetyCheck(db: WriteDb, id: string): void {
  db.delete(safetyCheckTable).where(eq(safetyCheckTable.id, id)).run();
}

/** The day of the last round of a room, blank when there was none. */
export function lastSafetyCheck(db: ReadDb, room: string): string {
  return (
    db
      .select({ on: safetyCheckTable.checkedOn })
      .from(safetyCheckTable)
      .where(eq(safetyCheckTable.room, room))
      .orderBy(desc(safetyCheckTable.checkedOn))
      .limit(1)
      .get()?.on ?? ""
  );
}

/** Problems found that nobody has marked as solved. */
export function countOpenProblems(db: ReadDb): number {
  const open = and(eq(safetyCheckLineTable.isFine, false), sql`${safetyCheckLineTable.solvedOn} = ''`);
  return countRows(db, safetyCheckLineTable, open);
}
