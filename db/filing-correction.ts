// 更正 of records of closed years: what was changed, by whom, why, and the record hash it was closed under.
import { asc, eq, sql } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import { itemTable } from "./item.ts";
import type { YearClass } from "./filing-year.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const filingCorrectionTable = sqliteTable("filing_correction", {
  id: text().primaryKey(),
  itemId: text("item_id").$type<ItemId>().notNull(),
  correctedAt: text("corrected_at").notNull(),
  correctedBy: text("corrected_by").notNull(),
  reason: text().notNull(),
  fieldsBefore: text("fields_before").notNull(),
  fieldsAfter: text("fields_after").notNull(),
  codeBefore: text("code_before").notNull(),
  codeAfter: text("code_after").notNull(),
  hashBefore: text("hash_before").notNull(),
  hashAfter: text("hash_after").notNull(),
});
export type CorrectionRecord = typeof filingCorrectionTable.$inferSelect;

/** Keeps a correction. */
export function addCorrection(db: WriteDb, correction: CorrectionRecord): void {
  db.insert(filingCorrectionTable).values(correction).run();
}

/** Corrections of one item, oldest first. */
export function listCorrections(db: ReadDb, itemId: ItemId): CorrectionRecord[] {
  return db
    .select()
    .from(filingCorrectionTable)
    .where(eq(filingCorrectionTable.itemId, itemId))
    .orderBy(asc(filingCorrectionTable.correctedAt))
    .all();
}

/** 档号 and record hash each corrected item of a year had when the year was closed. */
export function listHashesAtClose(
  db: ReadDb,
  of: YearClass,
): Map<ItemId, { archivalCode: string; recordHash: string }> {
  const rows = db
    .select({
      itemId: filingCorrectionTable.itemId,
      archivalCode: filingCorrectionTable.codeBefore,
      recordHash: filingCorrectionTable.hashBefore,
    })
    .from(filingCorrectionTable)
    .innerJoin(itemTable, eq(itemTable.id, filingCorrectionTable.itemId))
    .where(
      sql`${itemTable.fondsId} = ${of.fondsId} AND ${itemTable.category} = ${of.category} AND ${itemTable.year} = ${of.year}`,
    )
    .orderBy(asc(filingCorrectionTable.correctedAt))
    .all();
  const first = new Map<ItemId, { archivalCode: string; recordHash: string }>();
  for (const { itemId, ...at } of rows) if (!first.has(itemId)) first.set(itemId, at);
  return first;
}
