// One shipped font inside one PDF: only the glyphs that are printed, and one code per character. pdfkit's own embedding
// gives one code per glyph, so that ⽊ and 木, which share a drawing, could not be told apart when the paper is read back.
import type { FontkitFont } from "fontkit";

/** The two calls of a PDF document that embedding needs. */
export type ObjectMaker = { ref(data: object): { end(chunk?: Uint8Array | string): void } };

export type EmbeddedFace = {
  /** The name by which pages speak of this face. */
  readonly resourceName: string;
  /** The four hex digits that stand for a character in a page's content. */
  codeOf(codePoint: number, glyphId: number, advanceEm: number): string;
  /** Writes the font's objects and ends the dictionary that pages refer to. */
  embed(document: ObjectMaker, dictionary: { data: unknown; end(): void }): void;
};

const hex4 = (value: number): string => value.toString(16).padStart(4, "0");

function utf16Hex(codePoint: number): string {
  return Array.from({ length: codePoint > 0xffff ? 2 : 1 }, (_, unit) =>
    hex4(String.fromCodePoint(codePoint).charCodeAt(unit)),
  ).join("");
}

function toUnicodeMap(codePoints: readonly number[]): string {
  const entries = codePoints.map((codePoint, index) => `<${hex4(index + 1)}> <${utf16Hex(codePoint)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += 100) {
    const block = entries.slice(start, start + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
    "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
    ...blocks,
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
  ].join("\n");
}

/** Starts a face; `order` makes its name and its subset tag unique within the document. */
export function startFace(font: FontkitFont, order: number): EmbeddedFace {
  const subset = font.createSubset();
  const codes = new Map<number, string>();
  const codePoints: number[] = [];
  const widths: number[] = [0];
  const glyphOfCode: number[] = [0];
  return {
    resourceName: `F${order}`,
    codeOf(codePoint, glyphId, advanceEm) {
      const known = codes.get(codePoint);
      if (known !== undefined) return known;
      codePoints.push(codePoint);
      widths.push(Math.round(advanceEm * 1000));
      glyphOfCode.push(subset.includeGlyph(glyphId));
      const code = hex4(codePoints.length);
      codes.set(codePoint, code);
      return code;
    },
    embed(document, dictionary) {
      const thousandths = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
      const name = `LINDA${String.fromCharCode(64 + order)}+${font.postscriptName}`;
      const stream = (bytes: Uint8Array | string, data: object = {}): object => {
        const made = document.ref(data);
        made.end(bytes);
        return made;
      };
      const whole = (data: object): object => {
        const made = document.ref(data);
        made.end();
        return made;
      };
      const program = subset.encode();
      const glyphMap = Buffer.alloc(glyphOfCode.length * 2);
      glyphOfCode.forEach((glyph, code) => glyphMap.writeUInt16BE(glyph, code * 2));
      const { minX, minY, maxX, maxY } = font.bbox;
      const descriptor = whole({
        Type: "FontDescriptor",
        FontName: name,
        Flags: 4,
        FontBBox: [minX, minY, maxX, maxY].map(thousandths),
        ItalicAngle: font.italicAngle,
        Ascent: thousandths(font.ascent),
        Descent: thousandths(font.descent),
        CapHeight: thousandths(font.capHeight),
        StemV: 80,
        FontFile2: stream(program, { Length1: program.length }),
      });
      const descendant = whole({
        Type: "Font",
        Subtype: "CIDFontType2",
        BaseFont: name,
        CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
        FontDescriptor: descriptor,
        DW: 1000,
        W: [0, widths],
        CIDToGIDMap: stream(glyphMap),
      });
      dictionary.data = {
        Type: "Font",
        Subtype: "Type0",
        BaseFont: name,
        Encoding: "Identity-H",
        DescendantFonts: [descendant],
        ToUnicode: stream(toUnicodeMap(codePoints)),
      };
      dictionary.end();
    },
  };
}
