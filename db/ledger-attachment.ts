// 附件 of a row: pages and items that prove it, both ways.
import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import { alias, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import type { LedgerRowId } from "#contract/ledger-row";
import type { PageId } from "#contract/scan";
import { captureTable } from "./capture.ts";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import { itemTable } from "./item.ts";
import { ledgerRowTable } from "./ledger-row.ts";
import { ledgerTable } from "./ledger.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { inTray, pageTable, scanTable } from "./scan.ts";

export const ledgerAttachmentTable = sqliteTable("ledger_attachment", {
  rowId: text("row_id").$type<LedgerRowId>().notNull(),
  itemId: text("item_id").$type<ItemId>(),
  pageId: text("page_id").$type<PageId>(),
  attachedAt: text("attached_at").notNull(),
  position: real().notNull(),
});
export type AttachmentRecord = typeof ledgerAttachmentTable.$inferSelect;

/** What is attached to a row, in order. */
export const listAttachmentRecords = (db: ReadDb, rowId: LedgerRowId): AttachmentRecord[] =>
  db
    .select()
    .from(ledgerAttachmentTable)
    .where(eq(ledgerAttachmentTable.rowId, rowId))
    .orderBy(asc(ledgerAttachmentTable.position))
    .all();

/** Attaches one paper; it must not be attached already. */
export const addAttachment = (db: WriteDb, record: AttachmentRecord): void =>
  insertRow(db, ledgerAttachmentTable, record);

/** Takes papers off a row. */
export function dropAttachments(
  db: WriteDb,
  rowId: LedgerRowId,
  pageIds: readonly PageId[],
  itemIds: readonly ItemId[],
): void {
  const { pageId, itemId } = ledgerAttachmentTable;
  const some = or(inArray(pageId, [...pageIds]), inArray(itemId, [...itemIds]));
  db.delete(ledgerAttachmentTable)
    .where(and(eq(ledgerAttachmentTable.rowId, rowId), some))
    .run();
}

/** The item of an attachment: itself, or the one its page lies in. */
const ofItem = sql`coalesce(${ledgerAttachmentTable.itemId}, ${pageTable.itemId})`;
const firstPage = alias(pageTable, "first_page");

/** What is attached to a row with what is shown of it; a paper hidden from this person (党务) is left out. */
export const listAttachedPapers = (db: ReadDb, rowId: LedgerRowId) =>
  db
    .select({
      attachment: ledgerAttachmentTable,
      page: pageTable,
      item: itemTable,
      first: { id: firstPage.id, shownVersion: firstPage.shownVersion },
      sourceName: scanTable.sourceName,
      enteredAt: scanTable.enteredAt,
      capturedAt: captureTable.capturedAt,
    })
    .from(ledgerAttachmentTable)
    .leftJoin(pageTable, eq(pageTable.id, ledgerAttachmentTable.pageId))
    .leftJoin(itemTable, eq(itemTable.id, ofItem))
    // Of an item its first page stands for it.
    .leftJoin(
      firstPage,
      sql`${firstPage.id} = coalesce(${pageTable.id}, (SELECT p.id FROM page p WHERE p.item_id = ${itemTable.id}
        ORDER BY p.part_number, p.position LIMIT 1))`,
    )
    .leftJoin(scanTable, eq(scanTable.id, firstPage.scanId))
    .leftJoin(captureTable, eq(captureTable.scanId, scanTable.id))
    .where(
      and(
        eq(ledgerAttachmentTable.rowId, rowId),
        sql`(${pageTable.id} IS NOT NULL OR ${itemTable.id} IS NOT NULL)`,
        sql`(${ofItem} IS NULL OR ${itemTable.id} IS NOT NULL)`,
      ),
    )
    .orderBy(asc(ledgerAttachmentTable.position))
    .all();
export type AttachedPaper = ReturnType<typeof listAttachedPapers>[number];

/** Pages of the tray, entered last first, with whether they lie on this row. */
export function listTrayPapers(db: ReadDb, rowId: LedgerRowId, offset: number, limit: number) {
  const { pageId } = ledgerAttachmentTable;
  const pages = db
    .select({
      pageId: pageTable.id,
      version: pageTable.shownVersion,
      sourceName: scanTable.sourceName,
      sourcePage: pageTable.sourcePage,
      capturedAt: sql<string>`coalesce(${captureTable.capturedAt}, ${scanTable.enteredAt})`,
      isAttached: sql<number>`${pageId} IS NOT NULL`,
    })
    .from(pageTable)
    .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
    .leftJoin(captureTable, eq(captureTable.scanId, scanTable.id))
    .leftJoin(ledgerAttachmentTable, and(eq(pageId, pageTable.id), eq(ledgerAttachmentTable.rowId, rowId)))
    .where(inTray)
    .orderBy(desc(pageTable.seq))
    .limit(limit)
    .offset(offset)
    .all();
  return { pages, total: countRows(db, pageTable, inTray) };
}

/** Standing rows an item, or a page of it, proves; each once, by ledger and number. */
export const listRowsOfItem = (db: ReadDb, itemId: ItemId) =>
  db
    .select({
      ledgerId: ledgerTable.id,
      ledgerName: ledgerTable.name,
      periodKind: ledgerTable.period,
      occurredOn: ledgerRowTable.occurredOn,
      rowId: ledgerRowTable.id,
      rowNumber: ledgerRowTable.seq,
      attachedAt: sql<string>`min(${ledgerAttachmentTable.attachedAt})`,
    })
    .from(ledgerAttachmentTable)
    .innerJoin(
      ledgerRowTable,
      and(eq(ledgerRowTable.id, ledgerAttachmentTable.rowId), eq(ledgerRowTable.removedAt, "")),
    )
    .innerJoin(ledgerTable, eq(ledgerTable.id, ledgerRowTable.ledgerId))
    .where(
      or(
        eq(ledgerAttachmentTable.itemId, itemId),
        sql`${ledgerAttachmentTable.pageId} IN (SELECT id FROM page WHERE item_id = ${itemId})`,
      ),
    )
    .groupBy(ledgerRowTable.id)
    .orderBy(asc(ledgerTable.position), asc(ledgerRowTable.seq))
    .all();

/** How many of these papers are attached to some row: their going would leave it without its proof. */
export function countAttached(
  db: ReadDb,
  ids: { readonly pageIds?: readonly PageId[]; readonly itemIds?: readonly ItemId[] },
): number {
  const pages = JSON.stringify(ids.pageIds ?? []);
  const items = JSON.stringify(ids.itemIds ?? []);
  return countRows(
    db,
    ledgerAttachmentTable,
    sql`${ledgerAttachmentTable.pageId} IN (SELECT value FROM json_each(${pages}))
      OR ${ledgerAttachmentTable.itemId} IN (SELECT value FROM json_each(${items}))`,
  );
}
