// The word index of items. Written beside every change of an item, because a trigger may not call our folding (0001).
import { sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { foldText } from "./fold-text.ts";
import { itemGrams } from "./item-grams.ts";
import { insertRow } from "./insert-row.ts";
import type { WriteDb } from "./open.ts";
import { searchedColumns, type SearchedItem } from "./searched-columns.ts";

export type IndexedWords = SearchedItem & { readonly seq: number };

/** Items whose words or pinyin are still to be indexed in the background. */
export const itemDueTable = sqliteTable("item_due", {
  seq: integer().primaryKey(),
  needsWords: integer("needs_words", { mode: "boolean" }).notNull(),
});

// A virtual table: told to drizzle here alone, so that its rows can be put in by a statement built once.
const itemFtTable = sqliteTable("item_ft", {
  rowid: integer().primaryKey(),
  title: text(),
  creator: text(),
  documentNumber: text("document_number"),
  archivalCode: text("archival_code"),
  documentDate: text("document_date"),
});

function wordsOf({ seq, ...item }: IndexedWords): Required<typeof itemFtTable.$inferInsert> {
  const [title = "", creator = "", documentNumber = "", archivalCode = "", documentDate = ""] = searchedColumns(
    item,
  ).map((column) => itemGrams.tokensOf(foldText(column)));
  return { rowid: seq, title, creator, documentNumber, archivalCode, documentDate };
}

/** Indexes an item anew. */
export function indexItemWords(db: WriteDb, item: IndexedWords): void {
  const { rowid, title, creator, documentNumber, archivalCode, documentDate } = wordsOf(item);
  db.run(sql`INSERT OR REPLACE INTO item_ft (rowid, title, creator, document_number, archival_code, document_date)
    VALUES (${rowid}, ${title}, ${creator}, ${documentNumber}, ${archivalCode}, ${documentDate})`);
}

/** Indexes an item that was never indexed: many at once cost half. */
export const indexNewItemWords = (db: WriteDb, item: IndexedWords): void => insertRow(db, itemFtTable, wordsOf(item));

/** Takes an item out of the index. */
export function unindexItemWords(db: WriteDb, seq: number): void {
  db.run(sql`DELETE FROM item_ft WHERE rowid = ${seq}`);
}
