import { Refusal } from "#contract/refusal";
import { breakLines } from "#engine/paper/break-lines";
import { fitCode } from "#engine/paper/fit-code";
import type { FittedText } from "#engine/paper/fit-code";
import type { FontShelf } from "#engine/paper/font-shelf";
import { toMillimetres } from "#engine/paper/millimetre";
import type { TextStyle } from "#engine/paper/text-style";

export type BoxRoom = { readonly widthMm: number; readonly heightMm: number; readonly leastPt: number };

/** Sets a text into a box: as given, or smaller in steps of half a point. Refuses `row-too-tall` when even the least size is too tall. */
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
    const fitted: FittedText = isCode
      ? fitCode(shelf, { ...sized, halfWidthSeparators: true }, text, room.widthMm, room.leastPt)
      : { lines: breakLines(shelf, sized, text, room.widthMm), sizePt };
    if (fitted.lines.length * toMillimetres(fitted.sizePt) * leading <= room.heightMm + 1e-6) return fitted;
  }
  throw new Refusal("row-too-tall", { row: 1 });
}

/** Whether a value is read as one word: a 档号 has separators and at most a short Chinese element. */
export function isCodeLike(text: string): boolean {
  return /[-·]/.test(text) && !/\p{Script=Han}{7}/u.test(text) && !/[，。；：、（）《》\s]/.test(text);
}
