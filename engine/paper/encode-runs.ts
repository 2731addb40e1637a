import type { EmbeddedFace } from "./embedded-face.ts";
import type { FontName, FontShelf } from "./font-shelf.ts";
import { advanceOf } from "./text-style.ts";
import type { TextStyle } from "./text-style.ts";

/**
 * One line of text as the show operators of a PDF page: a font change where the font changes, and around a
 * half-width separator the shift that centres its glyph in half a character.
 */
export function encodeRuns(
  shelf: FontShelf,
  faceOf: (name: FontName) => EmbeddedFace,
  style: TextStyle,
  text: string,
): string {
  const operators: string[] = [];
  let current: EmbeddedFace | null = null;
  let pieces: string[] = [];
  let codes = "";
  const endCodes = (): void => {
    if (codes !== "") pieces.push(`<${codes}>`);
    codes = "";
  };
  const endRun = (): void => {
    endCodes();
    if (pieces.length > 0) operators.push(`[${pieces.join(" ")}] TJ`);
    pieces = [];
  };
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = shelf.glyph(codePoint, style.weight);
    const face = faceOf(glyph.font);
    if (face !== current) {
      endRun();
      operators.push(`/${face.resourceName} ${style.sizePt} Tf`);
      current = face;
    }
    const code = face.codeOf(codePoint, glyph.id, glyph.advance);
    const shift = (advanceOf(shelf, style, character) - (style.tracking ?? 0) - glyph.advance) / 2;
    if (shift === 0) {
      codes += code;
      continue;
    }
    endCodes();
    const before = -Math.round(shift * 10000) / 10;
    pieces.push(String(before), `<${code}>`, String(before));
  }
  endRun();
  return operators.join(" ");
}
