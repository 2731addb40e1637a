// A 档号 is read as one word: it shrinks before it breaks, and breaks only behind its own separators.
import type { FontShelf } from "./font-shelf.ts";
import { shrinkToWidth } from "./shrink-to-width.ts";
import { textWidth } from "./text-style.ts";
import type { TextStyle } from "./text-style.ts";
import { breakLines } from "./break-lines.ts";

export type FittedText = { readonly lines: readonly string[]; readonly sizePt: number };

/** Sets a code in one line, smaller if need be down to `leastPt`; longer ones at that size in lines that end behind `-` or `·`. */
export function fitCode(
  shelf: FontShelf,
  style: TextStyle,
  text: string,
  widthMm: number,
  leastPt: number,
): FittedText {
  const { sizePt } = shrinkToWidth(shelf, style, text, widthMm);
  if (sizePt >= leastPt) return { lines: [text], sizePt };
  const least = { ...style, sizePt: leastPt };
  const lines: string[] = [];
  for (const part of text.match(/[^-·]*[-·]|[^-·]+$/g) ?? [text]) {
    const joined = (lines.at(-1) ?? "") + part;
    if (lines.length > 0 && textWidth(shelf, least, joined) <= widthMm) lines[lines.length - 1] = joined;
    else lines.push(...breakLines(shelf, least, part, widthMm));
  }
  return { lines, sizePt: leastPt };
}
