// What a granted deletion takes out of the tables of ledgers (personal-data P9): the values with everything derived of them.
import { and, eq, inArray, sql } from "drizzle-orm";
import type { ColumnKey } from "#contract/ledger-column";
import type { RowCells, RowLinks } from "#contract/ledger-row";
import type { ResidentId } from "#contract/resident";
import { consentTable } from "./consent.ts";
import { ledgerAttachmentTable } from "./ledger-attachment.ts";
import { putCells } from "./ledger-cell.ts";
import { ledgerRowChangeTable } from "./ledger-change.ts";
import { listColumnRecords } from "./ledger-column.ts";
import { ledgerRowTable, type RowRecord } from "./ledger-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { residentTable } from "./resident.ts";
import { revealTable } from "./reveal.ts";
import { savedViewTable } from "./saved-view.ts";
import { tableImportRowTable } from "./table-import.ts";

/** What stays of a row: no value that leads to the person. */
export type RestOfRow = {
  readonly cells: RowCells;
  readonly links: RowLinks;
  readonly sealed: Buffer | null;
  readonly masked: readonly ColumnKey[];
};

/** Writes the rest of a row over it; its history, index of dropped columns, papers and import marks go. */
export function eraseRow(db: WriteDb, { id, seq, ledgerId, revision }: RowRecord, rest: RestOfRow): void {
  db.update(ledgerRowTable)
    .set({ ...rest, importId: null, importDigest: null, isRestricted: false, revision: revision + 1 })
    .where(eq(ledgerRowTable.seq, seq))
    .run();
  const kept = new Set<string>([...Object.keys(rest.cells), ...rest.masked]);
  // Columns that were taken away keep their entries, so they are asked as well.
  for (const column of listColumnRecords(db, ledgerId))
    if (!kept.has(column.key)) putCells(db, column.seq, [[seq, undefined]]);
  db.delete(ledgerRowChangeTable).where(eq(ledgerRowChangeTable.rowId, id)).run();
  db.delete(ledgerAttachmentTable).where(eq(ledgerAttachmentTable.rowId, id)).run();
  db.delete(tableImportRowTable).where(eq(tableImportRowTable.objectId, id)).run();
  db.update(revealTable).set({ reason: "" }).where(eq(revealTable.rowId, id)).run();
}

/** Takes the records of one person out; consents, statement of 民族 and links of requests go with them (schema). */
export function eraseResidents(db: WriteDb, ids: readonly ResidentId[]): void {
  const some = [...ids];
  db.update(revealTable).set({ reason: "", residentId: null }).where(inArray(revealTable.residentId, some)).run();
  const households = db
    .select({ id: residentTable.householdId })
    .from(residentTable)
    .where(inArray(residentTable.id, some))
    .all();
  db.delete(residentTable).where(inArray(residentTable.id, some)).run();
  // A household nobody is left in, and no row names, is an address and nothing more.
  for (const { id } of households) {
    if (id === null) continue;
    db.run(sql`DELETE FROM household WHERE id = ${id} AND NOT EXISTS (SELECT 1 FROM resident WHERE household_id = ${id})
      AND NOT EXISTS (SELECT 1 FROM ledger_row WHERE instr(links, ${id}) > 0)`);
  }
}

/** Saved filters named after her go; words that were searched are in none (P5). */
export function eraseSavedWords(db: WriteDb, words: readonly string[]): void {
  for (const word of words)
    db.delete(savedViewTable)
      .where(sql`instr(${savedViewTable.name}, ${word}) > 0`)
      .run();
}

/** How many papers hang on these rows or prove a consent of these residents: they stay with their items. */
export function countPapersOf(db: ReadDb, rows: readonly RowRecord[], residentIds: readonly ResidentId[]): number {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const attached = db
    .select({ count: sql<number>`count(*)` })
    .from(ledgerAttachmentTable)
    .where(sql`${ledgerAttachmentTable.rowId} IN (SELECT value FROM json_each(${ids}))`)
    .get();
  const consents = db
    .select({ count: sql<number>`count(*)` })
    .from(consentTable)
    .where(and(inArray(consentTable.residentId, [...residentIds]), sql`${consentTable.paperItemId} IS NOT NULL`))
    .get();
  return (attached?.count ?? 0) + (consents?.count ?? 0);
}

/** Marks or frees everything held of these residents (限制处理). */
export function restrictPerson(
  db: WriteDb,
  residentIds: readonly ResidentId[],
  rows: readonly RowRecord[],
  isRestricted: boolean,
): void {
  db.update(residentTable)
    .set({ isRestricted, revision: sql`${residentTable.revision} + 1` })
    .where(inArray(residentTable.id, [...residentIds]))
    .run();
  for (const { seq } of rows)
    db.update(ledgerRowTable)
      .set({ isRestricted, revision: sql`${ledgerRowTable.revision} + 1` })
      .where(eq(ledgerRowTable.seq, seq))
      .run();
}
