import { Refusal } from "#contract/refusal";
import { breakLines } from "#engine/paper/break-lines";
import { fitCode } from "#engine/paper/fit-code";
import type { FittedText } from "#engine/paper/fit-code";
import type { FontShelf } from "#engine/paper/font-shelf";
import { toMillimetres } from "#engine/paper/millimetre";
import type { TextStyle } from "#engine/paper/text-style";

export type BoxRoom = { readonly widthMm: number; readonly heightMm: number; readonly leastPt: number };

/** A code at one size, broken behind its separators only; null when a piece between them is too wide. */
function breakCode(shelf: FontShelf, style: TextStyle, text: string, widthMm: number): readonly string[] | null {
  const { lines } = fitCode(shelf, { ...style, halfWidthSeparators: true }, text, widthMm, style.sizePt);
  return lines.slice(0, -1).every((line) => /[-·]$/.test(line)) ? lines : null;
}

/**
 * Sets a text into a box: as given, or smaller in steps of half a point. A code breaks behind its separators before it
 * gets smaller than the box needs. Refuses `row-too-tall` when even the least size is too tall.
 */
export function fitBox(
  shelf: FontShelf,
  style: TextStyle,
  text: string,
  room: BoxRoom,
  isCode = false,
  leading = 1.3,
): FittedText {
  for (let sizePt = style.sizePt; sizePt >= room.leastPt; sizePt -= 0.5) {
    const sized = { ...style, sizePt };
    const isLeast = sizePt - 0.5 < room.leastPt;
    const asCode = isCode ? breakCode(shelf, sized, text, room.widthMm) : null;
    if (isCode && asCode === null && !isLeast) continue;
    const lines = asCode ?? breakLines(shelf, sized, text, room.widthMm);
    if (lines.length * toMillimetres(sizePt) * leading <= room.heightMm + 1e-6) return { lines, sizePt };
  }
  throw new Refusal("row-too-tall", { row: 1 });
}

/** Whether a value is read as one word: a 档号 has separators and at most a short Chinese element. */
export function isCodeLike(text: string): boolean {
  return /[-·]/.test(text) && !/\p{Script=Han}{7}/u.test(text) && !/[，。；：、（）《》\s]/.test(text);
}
