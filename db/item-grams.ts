// Tokens of the indexes of items: every character, pair and triple. Titles are short and their lists are counted and sorted, so
// that a word of three characters has to be settled by the index alone.
import { cutPieces, type Grams } from "./grams.ts";

const longest = 3;

function tokensOf(folded: string): string {
  const tokens = new Set<string>();
  let before = "";
  let pair = "";
  for (const character of folded) {
    tokens.add(character);
    if (before) tokens.add(before + character);
    if (pair) tokens.add(pair + character);
    pair = before && before + character;
    before = character;
  }
  return [...tokens].join(" ");
}

const isToken = (word: string): boolean => [...word].length <= longest;

export const itemGrams: Grams = {
  tokensOf,
  piecesOf: (word) => (isToken(word) ? [word] : cutPieces(word, longest)),
  tokenOf: (piece) => piece,
  isToken,
};
