// The part of fontkit 2.0.4 that is used here; the package ships no types.
declare module "fontkit" {
  export type FontkitGlyph = { readonly id: number; readonly advanceWidth: number };
  export type FontkitSubset = {
    includeGlyph(glyphId: number): number;
    encode(): Uint8Array;
  };
  export type FontkitFont = {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly italicAngle: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): FontkitGlyph;
    createSubset(): FontkitSubset;
  };
  export function create(bytes: Uint8Array): FontkitFont;
}
