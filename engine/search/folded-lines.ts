// The lines of a page as one folded text, with the way back from every place in it to the character it came from.
import { foldCharacter } from "#db/fold-text";

/** A piece of the page: from one character of a line to another, ends included; words may run across lines. */
export type Piece = {
  readonly from: { readonly line: number; readonly at: number };
  readonly to: { readonly line: number; readonly at: number };
};

export type FoldedLines = {
  readonly text: string;
  /** The piece that folded to text[at, at + length), UTF-16 units. */
  pieceOf(at: number, length: number): Piece;
};

/** Folds lines as the index does when they are joined; characters are counted as code points. */
export function foldLines(lines: readonly string[]): FoldedLines {
  let text = "";
  const lineOf: number[] = [];
  const placeOf: number[] = [];
  lines.forEach((line, number) => {
    let at = 0;
    for (const character of line) {
      const folded = foldCharacter(character);
      for (let unit = 0; unit < folded.length; unit++) {
        lineOf.push(number);
        placeOf.push(at);
      }
      text += folded;
      at++;
    }
  });
  const place = (at: number): Piece["from"] => ({ line: lineOf[at] ?? 0, at: placeOf[at] ?? 0 });
  return { text, pieceOf: (at, length) => ({ from: place(at), to: place(at + Math.max(1, length) - 1) }) };
}
