// 阅读副本: which sealed file is read in place of a digital file.
import { eq } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DigitalFileId, ReadingCopy } from "#contract/digital-file";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { dropUnusedFiles } from "./vault-file.ts";

export const readingCopyTable = sqliteTable("reading_copy", {
  digitalFileId: text("digital_file_id").$type<DigitalFileId>().primaryKey(),
  fileId: text("file_id").notNull(),
  format: text().$type<ReadingCopy["format"]>().notNull(),
  sourceName: text("source_name").notNull(),
  suppliedBy: text("supplied_by").notNull(),
  suppliedAt: text("supplied_at").notNull(),
});
export type ReadingCopyRecord = typeof readingCopyTable.$inferSelect;

/** The reading copy of a digital file. */
export function getReadingCopy(db: ReadDb, id: DigitalFileId): ReadingCopyRecord | undefined {
  return db.select().from(readingCopyTable).where(eq(readingCopyTable.digitalFileId, id)).get();
}

/** Sets the reading copy; returns the sealed file of the one it replaces, key dropped, for removal on disk. */
export function putReadingCopy(db: WriteDb, copy: ReadingCopyRecord): string[] {
  const of = eq(readingCopyTable.digitalFileId, copy.digitalFileId);
  const before = db.select({ fileId: readingCopyTable.fileId }).from(readingCopyTable).where(of).get();
  db.delete(readingCopyTable).where(of).run();
  insertRow(db, readingCopyTable, copy);
  return before ? dropUnusedFiles(db, [before.fileId]) : [];
}
