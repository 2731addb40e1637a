import type { FontShelf, Weight } from "./font-shelf.ts";
import { toMillimetres } from "./millimetre.ts";

/** What is drawn with: a grey from 0 black to 1 white, or the red of a 归档章 (DA/T 22-2015, Annex A). */
export type Ink = number | "red";

/** How a text is set. `tracking` widens every character (in em). */
export type TextStyle = {
  readonly weight: Weight;
  readonly sizePt: number;
  readonly tracking?: number;
  readonly gray?: Ink;
  /** 档号: its separators `-` and `·` take half a character, centred (DA/T 22-2015, 5.4). */
  readonly halfWidthSeparators?: boolean;
};

/** The room of one character in em. */
export function advanceOf(shelf: FontShelf, style: TextStyle, character: string): number {
  const isSeparator = style.halfWidthSeparators === true && (character === "-" || character === "·");
  const advance = isSeparator ? 0.5 : shelf.glyph(character.codePointAt(0) ?? 0, style.weight).advance;
  return advance + (style.tracking ?? 0);
}

/** The width of a text set in one line, in millimetres. */
export function textWidth(shelf: FontShelf, style: TextStyle, text: string): number {
  let em = 0;
  for (const character of text) em += advanceOf(shelf, style, character);
  return em * toMillimetres(style.sizePt);
}
