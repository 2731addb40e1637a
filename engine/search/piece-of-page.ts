// The way back from a place in the folded text of a page to the characters it came from.
import { foldCharacter } from "#db/fold-text";

/** A piece of the page: from one character of a line to another, ends included; words may run across lines. */
export type Piece = {
  readonly from: { readonly line: number; readonly at: number };
  readonly to: { readonly line: number; readonly at: number };
};

const beginning: Piece["from"] = { line: 0, at: 0 };

/**
 * The piece that folded to [at, at + length) of the folded text of these lines; `at` and `length` in its UTF-16 units, characters of
 * the piece counted as code points.
 */
export function pieceOf(lines: readonly string[], at: number, length: number): Piece {
  const last = at + Math.max(1, length) - 1;
  let passed = 0;
  let from: Piece["from"] | undefined;
  for (const [line, text] of lines.entries()) {
    let step = 0;
    for (const character of text) {
      passed += foldCharacter(character).length;
      if (passed > at) from ??= { line, at: step };
      if (from && passed > last) return { from, to: { line, at: step } };
      step++;
    }
  }
  return { from: from ?? beginning, to: beginning };
}
