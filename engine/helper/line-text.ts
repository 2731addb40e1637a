// From single glyphs to the text of a line: spaces only where Latin words have them, brackets of a 文号 in their pairs.
import { middleOf } from "./line-box.ts";
import type { Glyph } from "./recognise-line.ts";

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Latin}\p{Nd},.;:!?'")(%&]/u.test(character) && character < "\u2000";

/** A Chinese character, no mark and no digit. */
export const isHan = (character: string): boolean => /^\p{Script=Han}$/u.test(character);

/** Glyphs without leading and trailing spaces, and without any beside a Chinese character (issue 4, point 5). */
export function dropSpaces(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter(({ character }, at) => {
    if (character.trim() !== "") return true;
    return isLatin(glyphs[at - 1]?.character) && isLatin(glyphs[at + 1]?.character);
  });
}

/** A mark read with less certainty than this is dropped where there is no room for it. */
const doubtful = 0.7;

const opening = "〔[［【(（{｛「『〈《<＜";
const closing = "〕]］】)）}｝」』〉》>＞";
const yearInBrackets = new RegExp(
  `[${escape(opening)}](?=((?:19|20)\\d\\d)[${escape(closing)}](?:第?\\d{1,5}号)?)`,
  "gu",
);

function escape(characters: string): string {
  return characters.replace(/[\\\]^[-]/g, String.raw`\$&`);
}

const isBracketPair = (left: string, right: string): boolean =>
  (opening.includes(left) && opening.includes(right)) || (closing.includes(left) && closing.includes(right));

/**
 * Without marks that stand where no mark has room: specks read as points, a bracket read twice. A mark goes when it is
 * doubtful and either the characters on both sides are as near as neighbours, or a bracket of its kind is beside it.
 */
export function dropStrayMarks(glyphs: readonly Glyph[]): Glyph[] {
  const wide = (glyph: Glyph | undefined): glyph is Glyph =>
    glyph !== undefined && /[\p{Script=Han}（）《》]/u.test(glyph.character);
  const steps = glyphs.flatMap((glyph, at) => {
    const next = glyphs[at + 1];
    return wide(glyph) && wide(next) ? [next.at - glyph.at] : [];
  });
  const pitch = middleOf(steps, 0);
  return glyphs.filter((glyph, at) => {
    const [before, after] = [glyphs[at - 1], glyphs[at + 1]];
    if (glyph.confidence >= doubtful || !/[\p{P}\p{S}]/u.test(glyph.character)) return true;
    for (const beside of [before, after])
      if (beside && isBracketPair(beside.character, glyph.character) && beside.confidence >= glyph.confidence)
        return false;
    return !(wide(before) && wide(after) && after.at - before.at < 1.4 * pitch);
  });
}

/** What a line says once all rules have gone over it. */
export function tidyLine(glyphs: readonly Glyph[]): Glyph[] {
  return repairDocumentNumber(dropStrayMarks(dropSpaces(glyphs)));
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
