// The word index of items. Written beside every change of an item, because a trigger may not call our segmenter (0001).
import { sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AccessClass } from "#contract/access";
import { insertRow } from "./insert-row.ts";
import type { WriteDb } from "./open.ts";
import { segmentWords } from "./segment-words.ts";

export type IndexedWords = {
  readonly seq: number;
  readonly title: string;
  readonly creator: string;
  readonly documentNumber: string;
  readonly archivalCode: string;
  readonly access: AccessClass;
};

// A virtual table: told to drizzle here alone, so that its rows can be put in by a statement built once.
const itemFtTable = sqliteTable("item_ft", {
  rowid: integer().primaryKey(),
  title: text(),
  creator: text(),
  documentNumber: text("document_number"),
  archivalCode: text("archival_code"),
});

/** What of an item is indexed; of a restricted one title and 档号 only (personal-data P6). */
function wordsOf({ seq, access, ...item }: IndexedWords): Required<typeof itemFtTable.$inferInsert> {
  const isRestricted = access === "restricted";
  return {
    rowid: seq,
    title: segmentWords(item.title),
    creator: isRestricted ? "" : segmentWords(item.creator),
    documentNumber: isRestricted ? "" : segmentWords(item.documentNumber),
    archivalCode: segmentWords(item.archivalCode),
  };
}

/** Indexes an item anew. */
export function indexItemWords(db: WriteDb, item: IndexedWords): void {
  const { rowid, title, creator, documentNumber, archivalCode } = wordsOf(item);
  db.run(sql`INSERT OR REPLACE INTO item_ft (rowid, title, creator, document_number, archival_code)
    VALUES (${rowid}, ${title}, ${creator}, ${documentNumber}, ${archivalCode})`);
}

/** Indexes an item that was never indexed: many at once cost half. */
export const indexNewItemWords = (db: WriteDb, item: IndexedWords): void => insertRow(db, itemFtTable, wordsOf(item));

/** Takes an item out of the index. */
export function unindexItemWords(db: WriteDb, seq: number): void {
  db.run(sql`DELETE FROM item_ft WHERE rowid = ${seq}`);
}
