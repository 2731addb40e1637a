// From single glyphs to the text of a line: spaces only where Latin words have them, brackets of a 文号 in their pairs.
import type { Glyph } from "./recognise-line.ts";

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Latin}\p{Nd},.;:!?'")(%&/-]/u.test(character) && character < "\u2000";

/** Glyphs without leading and trailing spaces, and without any beside a Chinese character (issue 4, point 5). */
export function dropSpaces(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter(({ character }, at) => {
    if (character.trim() !== "") return true;
    return isLatin(glyphs[at - 1]?.character) && isLatin(glyphs[at + 1]?.character);
  });
}

const opening = "〔[［【(（{｛「『〈《<＜";
const closing = "〕]］】)）}｝」』〉》>＞";
const yearInBrackets = new RegExp(
  `[${escape(opening)}](?=((?:19|20)\\d\\d)[${escape(closing)}](?:第?\\d{1,5}号)?)`,
  "gu",
);

function escape(characters: string): string {
  return characters.replace(/[\\\]^[-]/g, String.raw`\$&`);
}

/**
 * A 文号 has its year in 〔 〕 (GB/T 9704-2012, 7.2.5). Read with two brackets of different kinds round a year, or with
 * any kind before 「…号」 that the paper's own kind is confused with, both become 〔 〕; their confidences stay.
 */
export function repairDocumentNumber(glyphs: readonly Glyph[]): Glyph[] {
  const repaired = [...glyphs];
  const text = glyphs.map(({ character }) => character).join("");
  // Characters beyond the basic plane would shift the places; such a line has no need of this repair.
  if (text.length !== glyphs.length) return repaired;
  for (const { index } of text.matchAll(yearInBrackets)) {
    const [open, close] = [index, index + 5];
    const [from, to] = [text[open] ?? "", text[close] ?? ""];
    const isPair = opening.indexOf(from) === closing.indexOf(to);
    const isNumber = /^第?\d{1,5}号/u.test(text.slice(close + 1));
    if (!isNumber || (isPair && !"〔【".includes(from))) continue;
    for (const [at, character] of [
      [open, "〔"],
      [close, "〕"],
    ] as const) {
      const glyph = repaired[at];
      if (glyph) repaired[at] = { ...glyph, character };
    }
  }
  return repaired;
}
