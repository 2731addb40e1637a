// 安全事件登记 (PIPL 57; personal-data P16).
import { asc, desc, eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { Incident, IncidentFacts, IncidentKind } from "#contract/incident";
import type { ReadDb, WriteDb } from "./open.ts";

export const incidentTable = sqliteTable("incident", {
  id: text().primaryKey(),
  number: integer().notNull(),
  year: integer().notNull(),
  kind: text().$type<IncidentKind>().notNull(),
  happenedOn: text("happened_on").$type<ArchivalDate>().notNull(),
  foundOn: text("found_on").$type<ArchivalDate>().notNull(),
  enteredAt: text("entered_at").notNull(),
  facts: text({ mode: "json" }).$type<IncidentFacts>().notNull(),
  state: text().$type<"open" | "closed">().notNull(),
  revision: integer().notNull().default(1),
});

/** One incident, or undefined. */
export function getIncident(db: ReadDb, id: string): Incident | undefined {
  return db.select().from(incidentTable).where(eq(incidentTable.id, id)).get();
}

/** Incidents found in a year, by number. */
export function listIncidents(db: ReadDb, year: number): Incident[] {
  return db.select().from(incidentTable).where(eq(incidentTable.year, year)).orderBy(asc(incidentTable.number)).all();
}

/** All incidents, newest first. */
export function listAllIncidents(db: ReadDb): Incident[] {
  return db.select().from(incidentTable).orderBy(desc(incidentTable.year), desc(incidentTable.number)).all();
}

/** The next number of a year; none is ever taken out. */
export function nextIncidentNumber(db: ReadDb, year: number): number {
  const last = db
    .select({ number: sql<number | null>`max(${incidentTable.number})` })
    .from(incidentTable)
    .where(eq(incidentTable.year, year))
    .get();
  return (last?.number ?? 0) + 1;
}

/** Writes an incident down, or over the one of its id. */
export function putIncident(db: WriteDb, incident: Incident): void {
  const { id: _, ...rest } = incident;
  db.insert(incidentTable).values(incident).onConflictDoUpdate({ target: incidentTable.id, set: rest }).run();
}
