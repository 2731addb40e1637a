// 导入: which tables were taken in, and which rows are there already.
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { TableField, TableImportId, TableImportSummary, TableUse } from "#contract/table-import";
import { countRows } from "./count-rows.ts";
import { formerCodeTable } from "./former-code.ts";
import { insertRow } from "./insert-row.ts";
import { itemTable } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { personTable } from "./person.ts";

export const tableImportTable = sqliteTable("table_import", {
  id: text().$type<TableImportId>().primaryKey(),
  usedAs: text("used_as").$type<TableUse>().notNull(),
  sourceName: text("source_name").notNull(),
  importedAt: text("imported_at").notNull(),
  importedBy: text("imported_by").notNull(),
  rowCount: integer("row_count").notNull(),
  withdrawnAt: text("withdrawn_at").notNull().default(""),
});
export const tableImportRowTable = sqliteTable("table_import_row", {
  fingerprint: text().primaryKey(),
  importId: text("import_id").$type<TableImportId>().notNull(),
  sheet: text().notNull(),
  sourceRow: integer("source_row").notNull(),
  objectId: text("object_id").notNull(),
});
export const columnChoiceTable = sqliteTable(
  "column_choice",
  {
    headingDigest: text("heading_digest").notNull(),
    usedAs: text("used_as").$type<TableUse>().notNull(),
    columnIndex: integer("column_index").notNull(),
    field: text().$type<TableField>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.headingDigest, table.usedAs, table.columnIndex] })],
);

/** Notes a table taken in. */
export function addTableImport(db: WriteDb, row: typeof tableImportTable.$inferInsert): void {
  insertRow(db, tableImportTable, { ...row, withdrawnAt: "" });
}

/** Notes one row of it. */
export function addTableImportRow(db: WriteDb, row: typeof tableImportRowTable.$inferInsert): void {
  insertRow(db, tableImportRowTable, row);
}

/** One import, or undefined. */
export const getTableImport = (db: ReadDb, id: TableImportId): typeof tableImportTable.$inferSelect | undefined =>
  db.select().from(tableImportTable).where(eq(tableImportTable.id, id)).get();

/** All imports, newest first. */
export function listTableImports(db: ReadDb): TableImportSummary[] {
  return db
    .select({
      id: tableImportTable.id,
      as: tableImportTable.usedAs,
      sourceName: tableImportTable.sourceName,
      importedAt: tableImportTable.importedAt,
      importedBy: sql<string>`coalesce(${personTable.name}, '')`,
      rowCount: tableImportTable.rowCount,
      withdrawnAt: tableImportTable.withdrawnAt,
    })
    .from(tableImportTable)
    .leftJoin(personTable, eq(personTable.id, tableImportTable.importedBy))
    .orderBy(desc(tableImportTable.importedAt), desc(tableImportTable.id))
    .all()
    .map(({ withdrawnAt, ...row }) => ({ ...row, isWithdrawn: withdrawnAt !== "" }));
}

const together = 500;

/** Which of these fingerprints are there already. */
export function findKnownRows(db: ReadDb, fingerprints: readonly string[]): Set<string> {
  const known = new Set<string>();
  for (let at = 0; at < fingerprints.length; at += together) {
    const some = inArray(tableImportRowTable.fingerprint, fingerprints.slice(at, at + together));
    const rows = db.select({ print: tableImportRowTable.fingerprint }).from(tableImportRowTable).where(some).all();
    for (const { print } of rows) known.add(print);
  }
  return known;
}

/** Which of these 档号 an item bears or bore. */
export function findBorneCodes(db: ReadDb, codes: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < codes.length; at += together) {
    const some = codes.slice(at, at + together);
    const now = db
      .select({ code: itemTable.archivalCode })
      .from(itemTable)
      .where(inArray(itemTable.archivalCode, some));
    const before = db
      .select({ code: formerCodeTable.archivalCode })
      .from(formerCodeTable)
      .where(inArray(formerCodeTable.archivalCode, some));
    for (const { code } of [...now.all(), ...before.all()]) found.add(code);
  }
  return found;
}

/** Work that hangs on an item without changing it. */
const isReferredTo = sql`EXISTS (SELECT 1 FROM cross_reference r WHERE r.item_id = item.id)
  OR EXISTS (SELECT 1 FROM cross_reference r WHERE r.other_item_id = item.id)
  OR EXISTS (SELECT 1 FROM register_entry e WHERE e.item_id = item.id)
  OR EXISTS (SELECT 1 FROM digital_file f WHERE f.item_id = item.id)`;

/** The items of an import that are no longer as they came: changed, filed, put away, given images, referred to, or gone. */
export function countTouchedItems(db: ReadDb, id: TableImportId): number {
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(tableImportRowTable)
      .leftJoin(itemTable, eq(itemTable.id, sql`${tableImportRowTable.objectId}`))
      .where(
        and(
          eq(tableImportRowTable.importId, id),
          sql`(item.id IS NULL OR item.revision <> 1 OR item.state <> 'draft' OR item.image_count > 0
            OR item.volume_id IS NOT NULL OR item.box_id IS NOT NULL OR ${isReferredTo})`,
        ),
      )
      .get()?.count ?? 0
  );
}

/** What an import made: items, or entries of a register. */
export function listImportedIds(db: ReadDb, id: TableImportId): string[] {
  return db
    .select({ id: tableImportRowTable.objectId })
    .from(tableImportRowTable)
    .where(eq(tableImportRowTable.importId, id))
    .all()
    .map((row) => row.id);
}

/** Forgets the rows of an import and says when it was taken back. */
export function markWithdrawn(db: WriteDb, id: TableImportId, at: string): void {
  db.delete(tableImportRowTable).where(eq(tableImportRowTable.importId, id)).run();
  db.update(tableImportTable).set({ withdrawnAt: at }).where(eq(tableImportTable.id, id)).run();
}

/** How columns under these headings were read the last time. */
export function listColumnChoices(
  db: ReadDb,
  headingDigest: string,
  usedAs: TableUse,
): { index: number; field: TableField }[] {
  return db
    .select({ index: columnChoiceTable.columnIndex, field: columnChoiceTable.field })
    .from(columnChoiceTable)
    .where(and(eq(columnChoiceTable.headingDigest, headingDigest), eq(columnChoiceTable.usedAs, usedAs)))
    .all();
}

/** Keeps how columns were read; the newest word counts. */
export function keepColumnChoices(
  db: WriteDb,
  headingDigest: string,
  usedAs: TableUse,
  fields: readonly { index: number; field: TableField }[],
): void {
  const same = and(eq(columnChoiceTable.headingDigest, headingDigest), eq(columnChoiceTable.usedAs, usedAs));
  db.delete(columnChoiceTable).where(same).run();
  for (const { index, field } of fields)
    insertRow(db, columnChoiceTable, { headingDigest, usedAs, columnIndex: index, field });
}

/** How many rows an import still has. */
export const countImportRows = (db: ReadDb, id: TableImportId): number =>
  countRows(db, tableImportRowTable, eq(tableImportRowTable.importId, id));
