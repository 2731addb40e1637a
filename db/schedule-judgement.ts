// 核对 of schedule rows: who judged what, and what stood there before.
import { and, desc, eq } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PersonId } from "#contract/archive";
import type { ScheduleRowId } from "#contract/place-of-item";
import type { ScheduleJudgement } from "#contract/schedule";
import type { ReadDb, WriteDb } from "./open.ts";
import { personTable } from "./person.ts";
import type { ScheduleRecord } from "./schedule.ts";

export const scheduleJudgementTable = sqliteTable(
  "schedule_judgement",
  {
    rowId: text("row_id").$type<ScheduleRowId>().notNull(),
    number: integer().notNull(),
    verdict: text().$type<ScheduleJudgement["verdict"]>().notNull(),
    role: text().$type<ScheduleJudgement["role"]>().notNull(),
    personId: text("person_id").$type<PersonId>().notNull(),
    judgedAt: text("judged_at").notNull(),
    reason: text().notNull(),
    before: text({ mode: "json" }).$type<Partial<ScheduleRecord>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.rowId, table.number] })],
);
export type JudgementRecord = typeof scheduleJudgementTable.$inferSelect;

/** What was judged of a row, in order, with the names of the persons as they are now. */
export function listJudgements(db: ReadDb, rowId: ScheduleRowId): ScheduleJudgement[] {
  return db
    .select({
      number: scheduleJudgementTable.number,
      verdict: scheduleJudgementTable.verdict,
      role: scheduleJudgementTable.role,
      personName: personTable.name,
      judgedAt: scheduleJudgementTable.judgedAt,
      reason: scheduleJudgementTable.reason,
    })
    .from(scheduleJudgementTable)
    .innerJoin(personTable, eq(personTable.id, scheduleJudgementTable.personId))
    .where(eq(scheduleJudgementTable.rowId, rowId))
    .orderBy(scheduleJudgementTable.number)
    .all();
}

/** The newest judgement of a row. */
export function lastJudgement(db: ReadDb, rowId: ScheduleRowId): JudgementRecord | undefined {
  return db
    .select()
    .from(scheduleJudgementTable)
    .where(eq(scheduleJudgementTable.rowId, rowId))
    .orderBy(desc(scheduleJudgementTable.number))
    .limit(1)
    .get();
}

/** Keeps one judgement. */
export function addJudgement(db: WriteDb, judgement: JudgementRecord): void {
  db.insert(scheduleJudgementTable).values(judgement).run();
}

/** Takes one judgement out. */
export function removeJudgement(db: WriteDb, rowId: ScheduleRowId, number: number): void {
  const one = and(eq(scheduleJudgementTable.rowId, rowId), eq(scheduleJudgementTable.number, number));
  db.delete(scheduleJudgementTable).where(one).run();
}

/** Carries what was judged of a row over to its copy in a draft. */
export function copyJudgements(db: WriteDb, from: ScheduleRowId, to: ScheduleRowId): void {
  const known = db.select().from(scheduleJudgementTable).where(eq(scheduleJudgementTable.rowId, from)).all();
  for (const each of known) addJudgement(db, { ...each, rowId: to });
}
