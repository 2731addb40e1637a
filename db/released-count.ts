// Counts over a guarded column that were given: a later one that differs by fewer than ten is not (personal-data P8).
import { and, asc, eq } from "drizzle-orm";
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerId } from "#contract/ledger";
import type { ReadDb, WriteDb } from "./open.ts";

export const releasedCountTable = sqliteTable(
  "released_count",
  {
    ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
    question: text().notNull(),
    countedAt: text("counted_at").notNull(),
    cells: text({ mode: "json" }).$type<Readonly<Record<string, number>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.question, table.countedAt] })],
);
export type Release = typeof releasedCountTable.$inferSelect;

/** What was given to a question, oldest first; with the counts that were held back then. */
export const listReleases = (db: ReadDb, ledgerId: LedgerId, question: string): Release[] =>
  db
    .select()
    .from(releasedCountTable)
    .where(and(eq(releasedCountTable.ledgerId, ledgerId), eq(releasedCountTable.question, question)))
    .orderBy(asc(releasedCountTable.countedAt))
    .all();

export const addRelease = (db: WriteDb, release: Release): void =>
  void db.insert(releasedCountTable).values(release).onConflictDoNothing().run();
