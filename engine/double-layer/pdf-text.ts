// The text of a page in PDF operators, and the font it is set in: two bytes a character, the code of the basic plane its
// own code point; characters beyond it (𠮷) get codes that no character has, the surrogates (ISO 32000-1, 9.10.3).
import { deflateSync } from "node:zlib";
import { ascent, descent, fullGlyph, halfGlyph, halfRanges, makeBlankFont, unitsPerEm } from "./blank-font.ts";
import type { PlacedLine } from "./text-layer.ts";

const firstSpare = 0xd800;
const spares = 0x800;
const unknownSign = 0xfffd;

/** Codes given out while pages are written. */
export type TextCodes = {
  codeOf(point: number): number;
  /** Every code that was given with the character it stands for, in order of codes. */
  given(): readonly (readonly [code: number, point: number])[];
};

export function openTextCodes(): TextCodes {
  const codes = new Map<number, number>();
  let beyond = 0;
  return {
    codeOf(point) {
      const known = codes.get(point);
      if (known !== undefined) return known;
      // More than 2,048 different rare characters in one file: the rest is shown as unknown, and read back so.
      if (point > 0xffff && beyond === spares) return this.codeOf(unknownSign);
      const code = point > 0xffff ? firstSpare + beyond++ : point;
      codes.set(point, code);
      return code;
    },
    given: () => [...codes].map(([point, code]) => [code, point] as const).toSorted((a, b) => a[0] - b[0]),
  };
}

/** At most four decimals, never an exponent. */
export const figure = (value: number): string => String(Number(value.toFixed(4)) + 0);
const hex = (code: number): string => code.toString(16).padStart(4, "0");

/** The lines as invisible text (render mode 3). */
export function textOperators(lines: readonly PlacedLine[], codes: TextCodes): string {
  if (lines.length === 0) return "";
  const set = lines.map(({ points, matrix }) => {
    const shown = points.map((point) => hex(codes.codeOf(point))).join("");
    return `${matrix.map(figure).join(" ")} Tm <${shown}> Tj\n`;
  });
  return `BT\n3 Tr\n/F0 1 Tf\n${set.join("")}ET\n`;
}

const utf16 = (point: number): string => Buffer.from(String.fromCodePoint(point), "utf16le").swap16().toString("hex");

/** Code to character, a hundred to a block (ISO 32000-1, 9.10.3). */
export function toUnicode(given: ReturnType<TextCodes["given"]>): string {
  const blocks: string[] = [];
  for (let at = 0; at < given.length; at += 100) {
    const some = given.slice(at, at + 100).map(([code, point]) => `<${hex(code)}> <${utf16(point)}>\n`);
    blocks.push(`${some.length} beginbfchar\n${some.join("")}endbfchar\n`);
  }
  return [
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n",
    "/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n",
    ...blocks,
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n",
  ].join("");
}

/** Which glyph each code is drawn with: none at all is drawn, but never .notdef (ISO 19005-2, 6.2.11.8). */
function glyphOfCodes(): Buffer {
  const map = Buffer.alloc(0x20000);
  for (let code = 0; code <= 0xffff; code += 1) {
    const isHalf = halfRanges.some(([first, last]) => code >= first && code <= last);
    map.writeUInt16BE(isHalf ? halfGlyph : fullGlyph, code * 2);
  }
  return map;
}

/** The objects of the font, given the numbers they will have. */
export function fontObjects(
  numbers: { readonly font: number; readonly descendant: number; readonly descriptor: number; readonly map: number } & {
    readonly file: number;
    readonly toUnicode: number;
  },
  given: ReturnType<TextCodes["given"]>,
): readonly (readonly [number: number, dictionary: string, stream: Buffer | null])[] {
  const font = makeBlankFont();
  const widths = halfRanges.map(([first, last]) => `${first} ${last} ${unitsPerEm / 2}`).join(" ");
  const system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>";
  return [
    [
      numbers.font,
      `/Type /Font /Subtype /Type0 /BaseFont /LindangBlank /Encoding /Identity-H /DescendantFonts [${numbers.descendant} 0 R] /ToUnicode ${numbers.toUnicode} 0 R`,
      null,
    ],
    [
      numbers.descendant,
      `/Type /Font /Subtype /CIDFontType2 /BaseFont /LindangBlank ${system} /FontDescriptor ${numbers.descriptor} 0 R /DW ${unitsPerEm} /W [${widths}] /CIDToGIDMap ${numbers.map} 0 R`,
      null,
    ],
    [
      numbers.descriptor,
      `/Type /FontDescriptor /FontName /LindangBlank /Flags 4 /FontBBox [0 ${-descent} ${unitsPerEm} ${ascent}] /ItalicAngle 0 /Ascent ${ascent} /Descent ${-descent} /CapHeight ${ascent} /StemV 80 /FontFile2 ${numbers.file} 0 R`,
      null,
    ],
    [numbers.map, "/Filter /FlateDecode", deflateSync(glyphOfCodes(), { level: 9 })],
    [numbers.file, `/Length1 ${font.length}`, font],
    [numbers.toUnicode, "/Filter /FlateDecode", deflateSync(Buffer.from(toUnicode(given), "latin1"), { level: 9 })],
  ];
}
