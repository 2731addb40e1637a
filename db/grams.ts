// Tokens of the search indexes: pieces of folded text. Code points, so that 𠮷 is one.

/** How the words of one index become its tokens. */
export type Grams = {
  /** All tokens of a folded text, each once, with a blank between them. */
  tokensOf(folded: string): string;
  /** Pieces of a folded word; every text with the word has the tokens of all of them. */
  piecesOf(word: string): string[];
  tokenOf(piece: string): string;
  /** Whether the word itself is a token, so that the index alone tells who has it. */
  isToken(word: string): boolean;
};

/** More tokens of one long word narrow nothing any more: the text is looked into anyway. */
const mostPieces = 20;

/** The pieces of a word longer than one piece, the last one always among them. */
export function cutPieces(word: string, length: number): string[] {
  const characters = [...word];
  const last = characters.length - length;
  const step = Math.ceil(last / mostPieces);
  const pieces = new Set<string>();
  for (let at = 0; at < last; at += step) pieces.add(characters.slice(at, at + length).join(""));
  return [...pieces.add(characters.slice(last).join(""))];
}
