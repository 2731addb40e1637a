// What was typed, as the index is asked: words apart by blanks, each with the shapes it may stand in.
import { dateShapes } from "./date-shapes.ts";
import { foldText } from "./fold-text.ts";
import type { Grams } from "./grams.ts";

/** Folded shapes of one word, the typed one first; a text has the word when it has one of them. */
export type SearchWord = readonly [string, ...string[]];

/** More words narrow nothing any more. */
const mostWords = 12;

/** The words of what was typed; none when nothing searchable was typed (blanks, punctuation, signs). */
export function readSearchWords(typed: string): SearchWord[] {
  const { text, shapes } = dateShapes(typed);
  return text
    .split(/\s+/u)
    .map((word): SearchWord => {
      const all = shapes.flatMap(({ written, as }) =>
        word.includes(written) ? as.map((each) => word.replace(written, each)) : [],
      );
      const [first = "", ...others] = new Set([foldText(word), ...all.map(foldText)]);
      return [first, ...others];
    })
    .filter(([first]) => first !== "")
    .slice(0, mostWords);
}

/** How an index is asked for a shape of a word: by these pieces; null when nothing in the index can have it. */
export type Asking = Pick<Grams, "tokenOf"> & { piecesOf(shape: string): string[] | null };

/** One word as an FTS5 expression: its tokens joined by AND, its shapes by OR. Tokens hold letters, digits and marks alone. */
const askFor = (word: readonly string[], { piecesOf, tokenOf }: Asking): string =>
  word
    .flatMap((shape) => {
      const pieces = piecesOf(shape);
      return pieces ? `(${pieces.map((piece) => `"${tokenOf(piece)}"`).join(" AND ")})` : [];
    })
    .join(" OR ");

/** All words as an FTS5 query of an index; null when there are none, or when nothing can have one of them. */
export function queryOf(words: readonly SearchWord[], asking: Asking): string | null {
  const asked = words.map((word) => askFor(word, asking));
  return asked.length === 0 || asked.includes("") ? null : asked.map((each) => `(${each})`).join(" AND ");
}

/** Whether the index alone settles it: every shape is a token. */
export const isSettledByIndex = (words: readonly SearchWord[], { isToken }: Grams): boolean =>
  words.every((word) => word.every(isToken));

/** Whether every word stands in one of these folded texts, in one of its shapes. */
export const hasWords = (words: readonly SearchWord[], folded: readonly string[]): boolean =>
  words.every((word) => word.some((shape) => folded.some((text) => text.includes(shape))));
