// The work of the index in the background: what is due, a few rows at a time, each piece one short transaction.
import { listDueItems, settleDueItem } from "#db/due-items";
import { foldText } from "#db/fold-text";
import { indexItemWords } from "#db/item-words";
import { indexPageText, listDuePages, unindexPageText } from "#db/page-words";
import type { WriteDb } from "#db/open";
import { indexItemSounds, soundTokens, type Readings } from "#db/sound-words";
import type { OpenArchive } from "#engine/vault/open-archive";
import { wordsOfPages } from "./words-of-pages.ts";

/** Says how a character may be read; loaded when first needed. */
export type SayReadings = (character: string) => Readings;

/** How many items and pages are indexed together. */
export type IndexPiece = { readonly items: number; readonly pages: number };
/** Under a tenth of a second on a slow machine. */
export const usualPiece: IndexPiece = { items: 100, pages: 60 };

/**
 * Indexes a piece of what is due; says how much it was. More pages in one piece make fewer, larger parts of the index and cost
 * less each, but whoever asks something meanwhile waits for the piece.
 */
export function indexDue(archive: OpenArchive, sayReadings: SayReadings, piece = usualPiece): IndexPiece {
  return archive.connection.write((db) => ({
    items: indexItems(db, sayReadings, piece.items),
    pages: indexPages(db, archive, piece.pages),
  }));
}

function indexItems(db: WriteDb, sayReadings: SayReadings, itemsOfPiece: number): number {
  const due = listDueItems(db, itemsOfPiece);
  // Upwards: a row below the one before it would be written as a part of the index of its own.
  for (const { item, needsWords } of due.toReversed()) {
    if (needsWords) indexItemWords(db, item);
    // Of a restricted item 题名 alone (P6).
    const spoken = item.access === "restricted" ? [item.title] : [item.title, item.creator];
    const readings = spoken.map((text) => [...foldText(text)].map(sayReadings));
    indexItemSounds(db, item.seq, soundTokens(readings));
    settleDueItem(db, item.seq);
  }
  return due.length;
}

function indexPages(db: WriteDb, archive: OpenArchive, pagesOfPiece: number): number {
  const due = listDuePages(db, pagesOfPiece);
  const wordsOf = wordsOfPages(db, archive, due);
  for (const seq of due) {
    const words = wordsOf(seq);
    if (words === undefined) unindexPageText(db, seq);
    else indexPageText(db, seq, words);
  }
  return due.length;
}
