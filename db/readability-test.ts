// 可读性检测: what was opened, and what did not come back as it went in.
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ReadabilityTest } from "#contract/readability-test";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export type ReadabilityResult = "same" | "differs" | "unreadable" | "missing";

export const readabilityTestTable = sqliteTable("readability_test", {
  id: text().primaryKey(),
  testedAt: text("tested_at").notNull(),
  tester: text().notNull(),
  kind: text().$type<ReadabilityTest["kind"]>().notNull(),
  fileTotal: integer("file_total").notNull(),
  fileCount: integer("file_count").notNull(),
  byteCount: integer("byte_count").notNull(),
  faultCount: integer("fault_count").notNull(),
  note: text().notNull(),
});
export const readabilityLineTable = sqliteTable(
  "readability_line",
  {
    testId: text("test_id").notNull(),
    fileId: text("file_id").notNull(),
    archivalCode: text("archival_code").notNull(),
    result: text().$type<ReadabilityResult>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.testId, table.fileId] })],
);
export type ReadabilityLine = typeof readabilityLineTable.$inferSelect;

/** All tests, newest first. */
export function listReadabilityTests(db: ReadDb): ReadabilityTest[] {
  return db.select().from(readabilityTestTable).orderBy(desc(readabilityTestTable.testedAt)).all();
}

/** One test. */
export function getReadabilityTest(db: ReadDb, id: string): ReadabilityTest | undefined {
  return db.select().from(readabilityTestTable).where(eq(readabilityTestTable.id, id)).get();
}

/** Keeps a finished test with every file it opened. */
export function addReadabilityTest(db: WriteDb, test: ReadabilityTest, lines: readonly ReadabilityLine[]): void {
  db.insert(readabilityTestTable).values(test).run();
  for (const line of lines) insertRow(db, readabilityLineTable, line);
}

/** Writes what was done about it. */
export function noteReadabilityTest(db: WriteDb, id: string, note: string): void {
  db.update(readabilityTestTable).set({ note }).where(eq(readabilityTestTable.id, id)).run();
}

/** The files of a test that did not come back as they went in, by 档号. */
export function listReadabilityFaults(db: ReadDb, testId: string): ReadabilityLine[] {
  return db
    .select()
    .from(readabilityLineTable)
    .where(and(eq(readabilityLineTable.testId, testId), ne(readabilityLineTable.result, "same")))
    .orderBy(asc(readabilityLineTable.archivalCode), asc(readabilityLineTable.fileId))
    .all();
}

/** The 档号 of the item a sealed file belongs to; blank while it lies in the tray. */
export function codeOfFile(db: ReadDb, fileId: string): string {
  const row = db
    .select({ code: sql<string>`i.archival_code` })
    .from(sql`item i`)
    .where(
      sql`i.id = (SELECT p.item_id FROM page_version v JOIN page p ON p.id = v.page_id WHERE v.file_id = ${fileId} LIMIT 1)
        OR i.id = (SELECT p.item_id FROM scan s JOIN page p ON p.scan_id = s.id WHERE s.file_id = ${fileId} LIMIT 1)
        OR i.id = (SELECT d.item_id FROM scan s JOIN digital_file d ON d.scan_id = s.id WHERE s.file_id = ${fileId} LIMIT 1)`,
    )
    .limit(1)
    .get();
  return row?.code ?? "";
}

/** When files were last tested, blank when never. */
export function lastReadabilityTest(db: ReadDb): string {
  return listReadabilityTests(db)[0]?.testedAt ?? "";
}
