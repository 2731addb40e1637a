// The way back from a place in the folded text of a page to the characters it came from.
import { foldCharacter } from "#db/fold-text";

/** A piece of the page: from one character of a line to another, ends included; words may run across lines. */
export type Piece = {
  readonly from: { readonly line: number; readonly at: number };
  readonly to: { readonly line: number; readonly at: number };
};

/** The character that folded to unit `at` (UTF-16) of the folded text of all lines; characters are counted as code points. */
function placeOf(lines: readonly string[], at: number): Piece["from"] {
  let passed = 0;
  for (const [line, text] of lines.entries()) {
    let step = 0;
    for (const character of text) {
      passed += foldCharacter(character).length;
      if (passed > at) return { line, at: step };
      step++;
    }
  }
  return { line: 0, at: 0 };
}

/** The piece that folded to [at, at + length) of the folded text of these lines. */
export const pieceOf = (lines: readonly string[], at: number, length: number): Piece => ({
  from: placeOf(lines, at),
  to: placeOf(lines, at + Math.max(1, length) - 1),
});
