// 台账导入: tables taken into ledgers, rows that are there already, and how columns were read.
import { and, desc, eq, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerImport } from "#contract/ledger-import";
import type { LedgerId } from "#contract/ledger";
import { insertRow } from "./insert-row.ts";
import { ledgerRowTable } from "./ledger-row.ts";
import { ledgerTable } from "./ledger.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { personTable } from "./person.ts";

export const ledgerImportTable = sqliteTable("ledger_import", {
  id: text().primaryKey(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  changeId: text("change_id").notNull(),
  sourceName: text("source_name").notNull(),
  importedAt: text("imported_at").notNull(),
  importedBy: text("imported_by").notNull(),
  rowCount: integer("row_count").notNull(),
  /** Keyed digest of the file's bytes; '' on an import older than this column. */
  fileDigest: text("file_digest").notNull().default(""),
});
export const ledgerColumnChoiceTable = sqliteTable(
  "ledger_column_choice",
  {
    headingDigest: text("heading_digest").notNull(),
    ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
    columnIndex: integer("column_index").notNull(),
    columnKey: text("column_key").$type<ColumnKey | "">().notNull(),
  },
  (table) => [primaryKey({ columns: [table.headingDigest, table.ledgerId, table.columnIndex] })],
);

/** Notes a table taken in. */
export const addLedgerImport = (db: WriteDb, row: typeof ledgerImportTable.$inferInsert): void =>
  insertRow(db, ledgerImportTable, row);

/** All imports, newest first; one none of whose rows stands was taken back. */
export const listLedgerImports = (db: ReadDb): LedgerImport[] =>
  db
    .select({
      id: ledgerImportTable.id,
      ledgerId: ledgerImportTable.ledgerId,
      ledgerName: ledgerTable.name,
      changeId: ledgerImportTable.changeId,
      sourceName: ledgerImportTable.sourceName,
      importedAt: ledgerImportTable.importedAt,
      importedBy: sql<string>`coalesce(${personTable.name}, '')`,
      rowCount: ledgerImportTable.rowCount,
      isWithdrawn: sql`NOT EXISTS (SELECT 1 FROM ledger_row r WHERE r.ledger_id = ${ledgerImportTable.ledgerId}
        AND r.removed_at = '' AND r.import_id = ${ledgerImportTable.id})`.mapWith(Boolean),
    })
    .from(ledgerImportTable)
    .innerJoin(ledgerTable, eq(ledgerTable.id, ledgerImportTable.ledgerId))
    .leftJoin(personTable, eq(personTable.id, ledgerImportTable.importedBy))
    .orderBy(desc(ledgerImportTable.importedAt), desc(ledgerImportTable.id))
    .all();

/**
 * Which of these digests a row of the ledger has: one that stands, or one the clerk took out by itself. Rows of an import that was
 * taken back as a whole are not known any more.
 */
export function findKnownDigests(db: ReadDb, ledgerId: LedgerId, digests: readonly string[]): Set<string> {
  const rows = db
    .select({ digest: ledgerRowTable.importDigest })
    .from(ledgerRowTable)
    .where(
      and(
        eq(ledgerRowTable.ledgerId, ledgerId),
        // One list as one value: compiling a place for each costs more than looking them up.
        sql`${ledgerRowTable.importDigest} IN (SELECT value FROM json_each(${JSON.stringify(digests)}))`,
        // Few rows are taken out by hand, and they are listed once: a table that was taken back has ten thousand to ask of.
        sql`(ledger_row.removed_at = '' OR ledger_row.id IN (SELECT rc.row_id FROM ledger_change c
          JOIN ledger_row_change rc ON rc.change_id = c.id WHERE c.ledger_id = ${ledgerId} AND c.kind = 'remove'))`,
      ),
    )
    .all();
  return new Set(rows.flatMap(({ digest }) => digest ?? []));
}

export type EarlierImport = Pick<LedgerImport, "importedAt" | "rowCount"> & { readonly isSameFile: boolean };

/**
 * The newest import of these bytes into the ledger, or else of a file of this name, of which some row still stands that is none of
 * these digests: so it was read otherwise, or its words were others.
 */
export function findEarlierImport(
  db: ReadDb,
  ledgerId: LedgerId,
  { name, fileDigest }: { readonly name: string; readonly fileDigest: string },
  digests: readonly string[],
): EarlierImport | undefined {
  const isSameFile = sql`${ledgerImportTable.fileDigest} = ${fileDigest}`;
  const { importedAt, rowCount } = ledgerImportTable;
  return db
    .select({ importedAt, rowCount, isSameFile: isSameFile.mapWith(Boolean) })
    .from(ledgerImportTable)
    .where(
      and(
        eq(ledgerImportTable.ledgerId, ledgerId),
        sql`(${isSameFile} OR ${ledgerImportTable.sourceName} = ${name})`,
        sql`EXISTS (SELECT 1 FROM ledger_row r WHERE r.ledger_id = ${ledgerId} AND r.removed_at = ''
          AND r.import_id = ${ledgerImportTable.id}
          AND r.import_digest NOT IN (SELECT value FROM json_each(${JSON.stringify(digests)})))`,
      ),
    )
    .orderBy(desc(isSameFile), desc(importedAt))
    .limit(1)
    .get();
}

/** How columns under these headings were read for a ledger the last time. */
export const listLedgerChoices = (
  db: ReadDb,
  headingDigest: string,
  ledgerId: LedgerId,
): { index: number; column: ColumnKey | null }[] =>
  db
    .select({ index: ledgerColumnChoiceTable.columnIndex, key: ledgerColumnChoiceTable.columnKey })
    .from(ledgerColumnChoiceTable)
    .where(
      and(eq(ledgerColumnChoiceTable.headingDigest, headingDigest), eq(ledgerColumnChoiceTable.ledgerId, ledgerId)),
    )
    .all()
    .map(({ index, key }) => ({ index, column: key === "" ? null : key }));

/** Keeps how columns were read; the newest word counts. */
export function keepLedgerChoices(
  db: WriteDb,
  headingDigest: string,
  ledgerId: LedgerId,
  columns: readonly { index: number; column: ColumnKey | null }[],
): void {
  const same = and(
    eq(ledgerColumnChoiceTable.headingDigest, headingDigest),
    eq(ledgerColumnChoiceTable.ledgerId, ledgerId),
  );
  db.delete(ledgerColumnChoiceTable).where(same).run();
  for (const { index, column } of columns)
    insertRow(db, ledgerColumnChoiceTable, { headingDigest, ledgerId, columnIndex: index, columnKey: column ?? "" });
}
