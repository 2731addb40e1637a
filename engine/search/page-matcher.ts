// Whether a page that the index proposes has the words, and where.
import type { Likeness } from "#contract/search";
import { findNear, nearQueryOf } from "#db/near-characters";
import { hasWords, isSettledByIndex, queryOf, readSearchWords } from "#db/search-words";
import { pieceOf, type Piece } from "./piece-of-page.ts";

export type PageMatcher = {
  /** What the index is asked. */
  readonly query: string;
  /** Whether what the index proposes needs no second look. */
  readonly isSettled: boolean;
  /** Whether this folded text has all words: as typed, or for near hits only when near characters count. */
  has(folded: string): boolean;
  /** Where the words stand in these lines, whose folded text is given, at most `most` places for each. */
  placesIn(lines: readonly string[], folded: string, most: number): Piece[];
};

/** The matcher for what was typed; undefined when nothing can be found in this way. */
export function matchPages(typed: string, likeness: Likeness): PageMatcher | undefined {
  const words = readSearchWords(typed);
  const exact = queryOf(words);
  const near = likeness === "near" ? nearQueryOf(words) : null;
  const query = likeness === "near" ? near : exact;
  if (query === null || likeness === "sound") return undefined;
  const findIn = (text: string, shape: string, from: number): { at: number; length: number } | undefined => {
    if (likeness === "near") return findNear(text, shape, from);
    const at = text.indexOf(shape, from);
    return at < 0 ? undefined : { at, length: shape.length };
  };
  return {
    query,
    isSettled: likeness === "exact" && isSettledByIndex(words),
    has: (folded) =>
      likeness === "near"
        ? words.every(([word]) => findNear(folded, word) !== undefined) && !hasWords(words, [folded])
        : hasWords(words, [folded]),
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
