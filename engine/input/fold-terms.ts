// The folding of refused-terms.ts, worked out once per character: a table from outside asks for some hundred thousand of them.
import { foldCharacter } from "./refused-terms.ts";

const foldedCodes: (string | undefined)[] = Array.from({ length: 0x10000 });

/** How one code point is spelled in the list; "" for a blank. */
export function foldKnown(character: string): string {
  // Outside the basic plane stands next to nothing; it is folded each time, so that no text can fill the memory.
  if (character.length > 1) return foldCharacter(character);
  return (foldedCodes[character.charCodeAt(0)] ??= foldCharacter(character));
}

/** A whole text as the list spells it. */
export function foldTerms(text: string): string {
  let folded = "";
  for (const character of text) folded += foldKnown(character);
  return folded;
}
