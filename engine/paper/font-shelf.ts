// The fonts in the box, and which of them draws a character. Statutory paper uses shipped fonts only, so that every
// machine makes the same bytes.
import { readFileSync } from "node:fs";
import type { FontkitFont } from "fontkit";
import { Refusal } from "#contract/refusal";
import { resourcePath } from "#engine/resources";

export type Weight = "regular" | "bold";

/** Which face is asked first: 宋体 (serif) or 黑体 (sans). The others follow in a fixed order. */
export type FirstFace = "serif" | "sans";

const fontNames = {
  serif: {
    regular: ["noto-serif-sc-regular", "noto-sans-sc-regular", "noto-sans-jp-regular"],
    bold: ["noto-serif-sc-bold", "noto-sans-sc-bold", "noto-sans-jp-regular"],
  },
  sans: {
    regular: ["noto-sans-sc-regular", "noto-serif-sc-regular", "noto-sans-jp-regular"],
    bold: ["noto-sans-sc-bold", "noto-serif-sc-bold", "noto-sans-jp-regular"],
  },
} as const;
export type FontName = (typeof fontNames)[FirstFace][Weight][number];

/** One glyph of one shipped font; the advance is in em. */
export type Glyph = { readonly font: FontName; readonly id: number; readonly advance: number };

export type FontShelf = {
  /** The glyph of the first shipped font that has the character; refuses `glyph-missing` when none has it. */
  glyph(codePoint: number, weight: Weight): Glyph;
  /** The font itself, for embedding. */
  font(name: FontName): FontkitFont;
};

/** Font files still in memory, held by nobody: documents made one after another read their fifteen megabytes once. */
const read = new Map<FontName, WeakRef<Buffer>>();

function bytesOf(name: FontName): Buffer {
  const bytes = read.get(name)?.deref() ?? readFileSync(resourcePath(`fonts/${name}.ttf`));
  read.set(name, new WeakRef(bytes));
  return bytes;
}

/**
 * Opens the shelf for one document. Fonts are opened when first needed and forgotten with the document: what one
 * document printed must not leave a trace in the bytes of the next.
 */
export async function openFontShelf(first: FirstFace = "serif"): Promise<FontShelf> {
  const { create } = await import("fontkit");
  const opened = new Map<FontName, FontkitFont>();
  const known = { regular: new Map<number, Glyph>(), bold: new Map<number, Glyph>() };

  const font = (name: FontName): FontkitFont => {
    const found = opened.get(name) ?? create(bytesOf(name));
    opened.set(name, found);
    return found;
  };

  const find = (codePoint: number, weight: Weight): Glyph => {
    for (const name of fontNames[first][weight]) {
      const candidate = font(name);
      if (!candidate.hasGlyphForCodePoint(codePoint)) continue;
      const { id, advanceWidth } = candidate.glyphForCodePoint(codePoint);
      return { font: name, id, advance: advanceWidth / candidate.unitsPerEm };
    }
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
    throw new Refusal("glyph-missing", { glyph: String.fromCodePoint(codePoint), code });
  };

  return {
    font,
    glyph(codePoint, weight) {
      const remembered = known[weight].get(codePoint);
      if (remembered) return remembered;
      const found = find(codePoint, weight);
      known[weight].set(codePoint, found);
      return found;
    },
  };
}
