// 封存件: each sealing with its label, and its opening. Rows are added and never taken away but with the first mistake.
import { and, eq } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import { countRows } from "./count-rows.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const sealedPacketTable = sqliteTable(
  "sealed_packet",
  {
    itemId: text("item_id").$type<ItemId>().notNull(),
    number: integer().notNull(),
    labelNumber: text("label_number").notNull(),
    count: integer().notNull(),
    unit: text().notNull(),
    sealedOn: text("sealed_on").notNull(),
    firstSealer: text("first_sealer").notNull(),
    secondSealer: text("second_sealer").notNull(),
    openedOn: text("opened_on").notNull().default(""),
    firstOpener: text("first_opener").notNull().default(""),
    secondOpener: text("second_opener").notNull().default(""),
    openingReason: text("opening_reason").notNull().default(""),
    enteredAt: text("entered_at").notNull(),
    openingEnteredAt: text("opening_entered_at"),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.number] })],
);
export type SealedPacketRecord = typeof sealedPacketTable.$inferSelect;
type Opening = Pick<
  SealedPacketRecord,
  "openedOn" | "firstOpener" | "secondOpener" | "openingReason" | "openingEnteredAt"
>;

/** All sealings of an item, oldest first. */
export function listSealings(db: ReadDb, itemId: ItemId): SealedPacketRecord[] {
  return db
    .select()
    .from(sealedPacketTable)
    .where(eq(sealedPacketTable.itemId, itemId))
    .orderBy(sealedPacketTable.number)
    .all();
}

/** Whether a label has been used in this archive. */
export const isLabelUsed = (db: ReadDb, labelNumber: string): boolean =>
  countRows(db, sealedPacketTable, eq(sealedPacketTable.labelNumber, labelNumber)) > 0;

/** Writes a sealing down. */
export function addSealing(db: WriteDb, sealing: typeof sealedPacketTable.$inferInsert): void {
  db.insert(sealedPacketTable).values(sealing).run();
}

/** Writes the opening of a sealing down; the store refuses a second one. */
export function setOpening(db: WriteDb, itemId: ItemId, number: number, opening: Opening): void {
  const one = and(eq(sealedPacketTable.itemId, itemId), eq(sealedPacketTable.number, number));
  db.update(sealedPacketTable).set(opening).where(one).run();
}

/** Takes a first sealing back. */
export function removeSealings(db: WriteDb, itemId: ItemId): void {
  db.delete(sealedPacketTable).where(eq(sealedPacketTable.itemId, itemId)).run();
}
