// Line breaking of Chinese text with 禁则: no closing mark begins a line, no opening mark ends one; words of
// Latin letters and digits stay whole where they fit.
import type { FontShelf } from "./font-shelf.ts";
import { toMillimetres } from "./millimetre.ts";
import { advanceOf } from "./text-style.ts";
import type { TextStyle } from "./text-style.ts";

const neverFirst = new Set("，。、；：？！」』）】》〉〕］｝”’…—～·％‰℃°,.;:?!)]}%ー々〻");
const neverLast = new Set("「『（【《〈〔［｛“‘([{￥＄§№");
const inWord = /[\p{Script=Latin}\p{Nd}\p{Script=Greek}\p{Script=Cyrillic}\-_/&+@#'’~]/u;
const mark = /\p{M}/u;
const digit = /\p{Nd}/u;
const insideNumber = new Set(".,:");

type Kind = { readonly isWord: boolean; readonly isMark: boolean; readonly isDigit: boolean };
const kinds = new Map<string, Kind>();

/** What a character is for breaking; remembered, because a catalogue asks about the same few thousand a million times. */
function kindOf(character: string): Kind {
  const known = kinds.get(character);
  if (known) return known;
  const kind = { isWord: inWord.test(character), isMark: mark.test(character), isDigit: digit.test(character) };
  kinds.set(character, kind);
  return kind;
}

function mayBreak(before: string, after: string): boolean {
  if (after === " " || neverFirst.has(after) || neverLast.has(before) || kindOf(after).isMark) return false;
  if (before === " ") return true;
  if (insideNumber.has(before) && kindOf(after).isDigit) return false;
  return !(kindOf(before).isWord && kindOf(after).isWord);
}

/**
 * Breaks a text into lines no wider than `widthMm`. The lines joined give the text back, character by character:
 * blanks at a line's end stay and hang over the edge. A piece longer than a line (a web address, a row of
 * closing marks) is broken where the line is full.
 */
export function breakLines(shelf: FontShelf, style: TextStyle, text: string, widthMm: number): string[] {
  const room = widthMm / toMillimetres(style.sizePt) + 1e-9;
  const characters = Array.from(text);
  const lines: string[] = [];
  let start = 0;
  let lastBreak = 0;
  let width = 0;
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? "";
    if (index > start && mayBreak(characters[index - 1] ?? "", character)) lastBreak = index;
    const advance = advanceOf(shelf, style, character);
    while (width + advance > room && character !== " " && index > start) {
      const end = lastBreak > start ? lastBreak : index;
      lines.push(characters.slice(start, end).join(""));
      start = end;
      lastBreak = end;
      width = 0;
      for (let rest = end; rest < index; rest++) width += advanceOf(shelf, style, characters[rest] ?? "");
    }
    width += advance;
  }
  lines.push(characters.slice(start).join(""));
  return lines;
}
