// The word index of items. Written beside every change of an item, because a trigger may not call our segmenter (0001).
import { sql } from "drizzle-orm";
import type { AccessClass } from "#contract/access";
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

/** Indexes an item anew; a restricted one by title and 档号 only (personal-data P6). */
export function indexItemWords(db: WriteDb, item: IndexedWords): void {
  const isRestricted = item.access === "restricted";
  db.run(sql`INSERT OR REPLACE INTO item_ft (rowid, title, creator, document_number, archival_code) VALUES (
    ${item.seq}, ${segmentWords(item.title)}, ${isRestricted ? "" : segmentWords(item.creator)},
    ${isRestricted ? "" : segmentWords(item.documentNumber)}, ${segmentWords(item.archivalCode)})`);
}

/** Takes an item out of the index. */
export function unindexItemWords(db: WriteDb, seq: number): void {
  db.run(sql`DELETE FROM item_ft WHERE rowid = ${seq}`);
}
