// 年度自查 (personal-data P16).
import { desc, eq } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { SelfAudit, SelfAuditLine } from "#contract/self-audit";
import type { ReadDb, WriteDb } from "./open.ts";

export const selfAuditTable = sqliteTable("self_audit", {
  year: integer().primaryKey(),
  lines: text({ mode: "json" }).$type<readonly SelfAuditLine[]>().notNull(),
  auditedOn: text("audited_on").$type<ArchivalDate>().notNull(),
  enteredAt: text("entered_at").notNull(),
  auditorPost: text("auditor_post").notNull(),
  revision: integer().notNull().default(1),
});

/** The sheet of a year, or undefined. */
export function getSelfAudit(db: ReadDb, year: number): SelfAudit | undefined {
  return db.select().from(selfAuditTable).where(eq(selfAuditTable.year, year)).get();
}

/** Years with a sheet, newest first. */
export function listSelfAuditYears(db: ReadDb): { year: number; count: number }[] {
  return db
    .select({ year: selfAuditTable.year, lines: selfAuditTable.lines })
    .from(selfAuditTable)
    .orderBy(desc(selfAuditTable.year))
    .all()
    .map(({ year, lines }) => ({ year, count: lines.length }));
}

/** Keeps the sheet of a year. */
export function putSelfAudit(db: WriteDb, audit: SelfAudit): void {
  const { year: _, ...rest } = audit;
  db.insert(selfAuditTable).values(audit).onConflictDoUpdate({ target: selfAuditTable.year, set: rest }).run();
}
