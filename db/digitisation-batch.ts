// 数字化批次: slips and their lines.
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { archivalDate } from "#contract/archival-date";
import type { BindingMethod } from "#contract/custody";
import type { DigitisationBatch } from "#contract/digitisation-batch";
import type { ItemId } from "#contract/item";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const digitisationBatchTable = sqliteTable("digitisation_batch", {
  id: text().primaryKey(),
  number: integer().notNull(),
  handedOn: text("handed_on").notNull(),
  handedBy: text("handed_by").notNull(),
  operator: text().notNull(),
  dueOn: text("due_on").notNull(),
  state: text().$type<DigitisationBatch["state"]>().notNull(),
  returnedOn: text("returned_on").notNull(),
  returnedBy: text("returned_by").notNull(),
  receivedBy: text("received_by").notNull(),
  remark: text().notNull(),
  enteredAt: text("entered_at").notNull(),
  closedAt: text("closed_at"),
});
export const digitisationLineTable = sqliteTable(
  "digitisation_line",
  {
    batchId: text("batch_id").notNull(),
    itemId: text("item_id").$type<ItemId>().notNull(),
    position: integer().notNull(),
    archivalCode: text("archival_code").notNull(),
    countedPages: integer("counted_pages"),
    scannedPages: integer("scanned_pages"),
    isChecked: integer("is_checked", { mode: "boolean" }).notNull(),
    checkedBy: text("checked_by").notNull(),
    bindingMethod: text("binding_method").$type<BindingMethod | "">().notNull(),
    explanation: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.itemId] })],
);
export type DigitisationLineRecord = typeof digitisationLineTable.$inferSelect;

// While a batch is open the images count as they are; at closing they are written down.
const scanned = sql`coalesce(l.scanned_pages, (SELECT i.image_count FROM item i WHERE i.id = l.item_id), 0)`;
const sumOf = (what: ReturnType<typeof sql>) =>
  sql<number>`(SELECT coalesce(sum(${what}), 0) FROM digitisation_line l WHERE l.batch_id = digitisation_batch.id)`;
const columns = {
  id: digitisationBatchTable.id,
  number: digitisationBatchTable.number,
  handedOn: digitisationBatchTable.handedOn,
  handedBy: digitisationBatchTable.handedBy,
  operator: digitisationBatchTable.operator,
  dueOn: digitisationBatchTable.dueOn,
  state: digitisationBatchTable.state,
  returnedOn: digitisationBatchTable.returnedOn,
  returnedBy: digitisationBatchTable.returnedBy,
  receivedBy: digitisationBatchTable.receivedBy,
  remark: digitisationBatchTable.remark,
  closedAt: digitisationBatchTable.closedAt,
  itemCount: sumOf(sql`1`),
  countedPages: sumOf(sql`coalesce(l.counted_pages, 0)`),
  scannedPages: sumOf(scanned),
  checkedCount: sumOf(sql`l.is_checked`),
  differenceCount: sumOf(sql`l.counted_pages IS NOT NULL AND l.counted_pages <> ${scanned}`),
};
type Row = { handedOn: string; dueOn: string; returnedOn: string };
const asBatch = <R extends Row>(row: R) => ({
  ...row,
  handedOn: archivalDate.parse(row.handedOn),
  dueOn: archivalDate.parse(row.dueOn),
  returnedOn: archivalDate.parse(row.returnedOn),
});

/** All batches, newest first. */
export function listBatches(db: ReadDb): DigitisationBatch[] {
  return db
    .select(columns)
    .from(digitisationBatchTable)
    .orderBy(desc(digitisationBatchTable.number))
    .all()
    .map(asBatch);
}

/** One batch with its sums. */
export function getBatch(db: ReadDb, id: string): DigitisationBatch | undefined {
  const row = db.select(columns).from(digitisationBatchTable).where(eq(digitisationBatchTable.id, id)).get();
  return row && asBatch(row);
}

/** The lines of a batch in the order of its slip. What 数字化交接单 prints. */
export function listBatchLines(db: ReadDb, batchId: string): DigitisationLineRecord[] {
  return db
    .select()
    .from(digitisationLineTable)
    .where(eq(digitisationLineTable.batchId, batchId))
    .orderBy(asc(digitisationLineTable.position))
    .all();
}

/** Highest number a batch has, whoever looks; 0 when there is none. */
export function lastBatchNumber(db: ReadDb): number {
  const row = db
    .select({ last: sql<number | null>`max(number)` })
    .from(sql`main.digitisation_batch`)
    .get();
  return row?.last ?? 0;
}

/** The number of the open batch an item is in, if any. */
export function openBatchOf(db: ReadDb, itemId: ItemId): number | undefined {
  return db
    .select({ number: digitisationBatchTable.number })
    .from(digitisationLineTable)
    .innerJoin(digitisationBatchTable, eq(digitisationBatchTable.id, digitisationLineTable.batchId))
    .where(and(eq(digitisationLineTable.itemId, itemId), eq(digitisationBatchTable.state, "open")))
    .limit(1)
    .get()?.number;
}

/** Opens a batch with its lines. */
export function addBatch(
  db: WriteDb,
  batch: typeof digitisationBatchTable.$inferInsert,
  lines: readonly DigitisationLineRecord[],
): void {
  db.insert(digitisationBatchTable).values(batch).run();
  for (const line of lines) insertRow(db, digitisationLineTable, line);
}

/** Changes one line. */
export function setBatchLine(
  db: WriteDb,
  batchId: string,
  itemId: ItemId,
  change: Partial<DigitisationLineRecord>,
): void {
  const line = and(eq(digitisationLineTable.batchId, batchId), eq(digitisationLineTable.itemId, itemId));
  db.update(digitisationLineTable).set(change).where(line).run();
}

/** Changes the slip. */
export function setBatch(db: WriteDb, id: string, change: Partial<typeof digitisationBatchTable.$inferInsert>): void {
  db.update(digitisationBatchTable).set(change).where(eq(digitisationBatchTable.id, id)).run();
}

/** Takes a batch away with its lines. */
export function dropBatch(db: WriteDb, id: string): void {
  db.delete(digitisationBatchTable).where(eq(digitisationBatchTable.id, id)).run();
}
