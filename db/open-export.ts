// 全部导出: when everything left in open formats, and why restricted pages did.
import { desc, eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OpenExportSummary } from "#contract/open-export";
import type { ReadDb, WriteDb } from "./open.ts";
import { personTable } from "./person.ts";

export const openExportTable = sqliteTable("open_export", {
  id: text().primaryKey(),
  madeAt: text("made_at").notNull(),
  madeBy: text("made_by").notNull(),
  itemCount: integer("item_count").notNull(),
  fileCount: integer("file_count").notNull(),
  restrictedCount: integer("restricted_count").notNull(),
  withRestricted: integer("with_restricted", { mode: "boolean" }).notNull(),
  reason: text().notNull(),
  listDigest: text("list_digest").notNull(),
});

/** Notes an export that is finished and checked. */
export function addOpenExport(db: WriteDb, row: typeof openExportTable.$inferInsert): void {
  db.insert(openExportTable).values(row).run();
}

/** All exports, newest first. */
export function listOpenExports(db: ReadDb): OpenExportSummary[] {
  return db
    .select({
      id: openExportTable.id,
      madeAt: openExportTable.madeAt,
      madeBy: sql<string>`coalesce(${personTable.name}, '')`,
      itemCount: openExportTable.itemCount,
      fileCount: openExportTable.fileCount,
      restrictedCount: openExportTable.restrictedCount,
      withRestricted: openExportTable.withRestricted,
      reason: openExportTable.reason,
      listDigest: openExportTable.listDigest,
    })
    .from(openExportTable)
    .leftJoin(personTable, eq(personTable.id, openExportTable.madeBy))
    .orderBy(desc(openExportTable.madeAt))
    .all();
}
