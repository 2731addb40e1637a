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

function mayBreak(before: string, after: string): boolean {
  if (after === " " || neverFirst.has(after) || mark.test(after) || neverLast.has(before)) return false;
  if (before === " ") return true;
  if (/[.,:]/.test(before) && /\p{Nd}/u.test(after)) return false;
  return !(inWord.test(before) && inWord.test(after));
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
