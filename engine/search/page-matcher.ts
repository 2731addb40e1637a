// Whether a page that the index proposes has the words, and where.
import type { Likeness } from "#contract/search";
import type { PageQuestion } from "#db/found-pages";
import { findNear, hasNearWords, nearQueryOf } from "#db/near-characters";
import { pageGrams } from "#db/page-grams";
import type { ReadDb } from "#db/open";
import { rarestPieces } from "#db/rare-pieces";
import { hasWords, isSettledByIndex, queryOf, readSearchWords } from "#db/search-words";
import { pieceOf, type Piece } from "./piece-of-page.ts";

export type PageMatcher = {
  /** What the index is asked, and what is looked for in the pages it proposes; null when no page can have the words. */
  asks(db: ReadDb): PageQuestion | null;
  /** Whether a page proposed so is a hit by its folded words; of a near hit it says that the words do not stand there as typed. */
  has(folded: string): boolean;
  /** Where the words stand in these lines, whose folded text is given, at most `most` places for each. */
  placesIn(lines: readonly string[], folded: string, most: number): Piece[];
};

/** The matcher for what was typed; undefined when nothing can be found in this way. */
export function matchPages(typed: string, likeness: Likeness): PageMatcher | undefined {
  const words = readSearchWords(typed);
  const near = likeness === "near" ? nearQueryOf(words, pageGrams) : null;
  if (words.length === 0 || likeness === "sound" || (likeness === "near" && near === null)) return undefined;
  const findIn = (text: string, shape: string, from: number): { at: number; length: number } | undefined => {
    if (likeness === "near") return findNear(text, shape, from);
    const at = text.indexOf(shape, from);
    return at < 0 ? undefined : { at, length: shape.length };
  };
  return {
    asks: (db) => {
      if (near !== null) return { query: near, words: [] };
      const query = queryOf(words, { ...pageGrams, piecesOf: rarestPieces(db) });
      return query === null ? null : { query, words: words.filter((word) => !isSettledByIndex([word], pageGrams)) };
    },
    has: (folded) => likeness === "exact" || (hasNearWords(words, [folded]) && !hasWords(words, [folded])),
    placesIn: (lines, folded, most) =>
      words.flatMap((word) =>
        (likeness === "near" ? word.slice(0, 1) : word).flatMap((shape) => {
          const pieces: Piece[] = [];
          let found = findIn(folded, shape, 0);
          while (found && pieces.length < most) {
            pieces.push(pieceOf(lines, found.at, found.length));
            found = findIn(folded, shape, found.at + found.length);
          }
          return pieces;
        }),
      ),
  };
}
