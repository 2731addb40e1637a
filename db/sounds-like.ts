// Words typed in letters beside words of characters, where no index of sounds stands ready.
import type { Readings } from "./sound-words.ts";

/** Whether letters are a name said from its beginning: each character by its syllable or its first letter, the last one begun. */
export function soundsLike(said: readonly Readings[], letters: string): boolean {
  if (letters === "") return true;
  const [first, ...others] = said;
  if (!first) return false;
  return first.some(
    (reading) =>
      reading.startsWith(letters) ||
      (letters.startsWith(reading) && soundsLike(others, letters.slice(reading.length))) ||
      (reading[0] === letters[0] && soundsLike(others, letters.slice(1))),
  );
}

/** Letters as they are compared: small, without blanks, lv for 绿. */
export const plainLetters = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[\s'’]/g, "")
    .replaceAll("ü", "v");
