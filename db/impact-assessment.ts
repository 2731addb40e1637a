// 个人信息保护影响评估, kept three years at least (PIPL 55–56): nothing here changes or removes one.
import { desc, eq } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { AssessmentConclusion, ImpactAssessment, ImpactAssessmentId } from "#contract/impact-assessment";
import type { LedgerId } from "#contract/ledger";
import type { ReadDb, WriteDb } from "./open.ts";

export const impactAssessmentTable = sqliteTable("impact_assessment", {
  id: text().$type<ImpactAssessmentId>().primaryKey(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  assessedOn: text("assessed_on").$type<ArchivalDate>().notNull(),
  enteredAt: text("entered_at").notNull(),
  assessorPost: text("assessor_post").notNull(),
  answers: text({ mode: "json" }).$type<ImpactAssessment["answers"]>().notNull(),
  conclusion: text().$type<AssessmentConclusion>().notNull(),
  columns: text({ mode: "json" }).$type<ImpactAssessment["columns"]>().notNull(),
});

/** Assessments of a ledger, the one entered last first. */
export const listAssessments = (db: ReadDb, ledgerId: LedgerId): ImpactAssessment[] =>
  db
    .select()
    .from(impactAssessmentTable)
    .where(eq(impactAssessmentTable.ledgerId, ledgerId))
    .orderBy(desc(impactAssessmentTable.enteredAt), desc(impactAssessmentTable.id))
    .all();

/** Keeps an assessment. */
export const addAssessment = (db: WriteDb, assessment: ImpactAssessment): void =>
  void db.insert(impactAssessmentTable).values(assessment).run();

/** One assessment, or undefined. */
export const getAssessment = (db: ReadDb, id: string): ImpactAssessment | undefined =>
  db
    .select()
    .from(impactAssessmentTable)
    .where(eq(impactAssessmentTable.id, id as ImpactAssessmentId))
    .get();
