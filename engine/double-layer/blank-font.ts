// A TrueType font of three glyphs without ink, made here: .notdef, one of full width, one of half width. Text set in it
// has a place and a meaning and nothing to draw, so a reader can select it whatever it thinks of invisible text.

export const unitsPerEm = 1000;
/** Share of the em box above and below the baseline. */
export const ascent = 880;
export const descent = 120;
/** Glyph 1 is one em wide, glyph 2 half an em. */
export const fullGlyph = 1;
export const halfGlyph = 2;

/** Ranges of code points that are half as wide as a Chinese character: alphabets and half-width forms. */
export const halfRanges = [
  [0x0001, 0x10ff],
  [0xff61, 0xffdc],
] as const;
export const isHalfWide = (point: number): boolean =>
  halfRanges.some(([first, last]) => point >= first && point <= last);

const familyName = "LindangBlank";

/** Big-endian figures one after another: a number is 16 bits, a pair [value, 4] so many bytes. */
function bytesOf(...figures: readonly (number | readonly [value: number, size: number])[]): Buffer {
  return Buffer.concat(
    figures.map((figure) => {
      const [value, size] = typeof figure === "number" ? [figure & 0xffff, 2] : figure;
      const piece = Buffer.alloc(size);
      piece.writeUIntBE(size === 4 ? value >>> 0 : value, Math.max(0, size - 6), Math.min(size, 6));
      return piece;
    }),
  );
}

/** Which glyph each code point has; format 12 knows the whole of Unicode (OpenType, cmap). */
function characterMap(points: readonly number[]): Buffer {
  const groups = points.map((point) => bytesOf([point, 4], [point, 4], [isHalfWide(point) ? halfGlyph : fullGlyph, 4]));
  const table = bytesOf(12, 0, [16 + groups.length * 12, 4], [0, 4], [groups.length, 4]);
  return Buffer.concat([bytesOf(0, 1, 3, 10, [12, 4]), table, ...groups]);
}

function nameTable(): Buffer {
  const names = [
    [1, familyName],
    [2, "Regular"],
    [4, familyName],
    [6, familyName],
  ] as const;
  const texts = names.map(([, text]) => Buffer.from(text, "utf16le").swap16());
  let at = 0;
  const records = names.map(([id], index) => {
    const length = texts[index]?.length ?? 0;
    const record = bytesOf(3, 1, 0x409, id, length, at);
    at += length;
    return record;
  });
  return Buffer.concat([bytesOf(0, names.length, 6 + names.length * 12), ...records, ...texts]);
}

/**
 * A line there and back across the em box: it encloses nothing, so nothing is drawn, but the glyph has a box. A reader
 * that reckons places from boxes (PDFium) would lose a line of a single empty glyph.
 */
function stroke(width: number): Buffer {
  const head = bytesOf(1, 0, -descent, width, ascent, 1, 0);
  // Two points on the curve, each 16 bits from the one before (OpenType, glyf).
  return Buffer.concat([head, Buffer.from([1, 1]), bytesOf(0, width, -descent, ascent + descent)]);
}

const checksum = (table: Buffer): number => {
  let sum = 0;
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
};

/** The font file. `points` are the code points its own map names; a PDF maps by itself and needs none. */
export function makeBlankFont(points: readonly number[] = [0x20]): Buffer {
  const sorted = [...new Set(points)].toSorted((one, other) => one - other);
  const last = Math.min(0xffff, sorted.at(-1) ?? 0x20);
  const style = bytesOf(
    ...[4, 750, 400, 5, 0, 500, 500, 0, 100, 500, 500, 0, 300, 50, 300, 0],
    ...([
      [0, 10],
      [0, 4],
      [0, 4],
      [0, 4],
      [0, 4],
      [0x4c444e47, 4],
    ] as const),
    ...[0x40, Math.min(0xffff, sorted[0] ?? 0x20), last, ascent, -descent, 0, ascent, descent],
    ...([
      [0, 4],
      [0, 4],
    ] as const),
    ...[0, 0, 0, 0x20, 1],
  );
  const glyphs = [stroke(unitsPerEm), stroke(unitsPerEm / 2)];
  const [full, both] = [glyphs[0]?.length ?? 0, glyphs.reduce((sum, glyph) => sum + glyph.length, 0)];
  const tables: readonly (readonly [string, Buffer])[] = [
    ["OS/2", style],
    ["cmap", characterMap(sorted)],
    ["glyf", Buffer.concat(glyphs)],
    [
      "head",
      bytesOf(
        ...([
          [0x10000, 4],
          [0x10000, 4],
          [0, 4],
          [0x5f0f3cf5, 4],
        ] as const),
        ...[0, unitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0, 0, -descent, unitsPerEm, ascent, 0, 8, 2, 0, 0],
      ),
    ],
    ["hhea", bytesOf([0x10000, 4], ascent, -descent, 0, unitsPerEm, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3)],
    ["hmtx", bytesOf(unitsPerEm, 0, unitsPerEm, 0, unitsPerEm / 2, 0)],
    ["loca", bytesOf(0, 0, full / 2, both / 2)],
    ["maxp", bytesOf([0x10000, 4], 3, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ["name", nameTable()],
    ["post", bytesOf([0x30000, 4], [0, 4], 0, 0, [0, 4], [0, 4], [0, 4], [0, 4], [0, 4])],
  ];
  let at = 12 + tables.length * 16;
  const directory = tables.map(([tag, table]) => {
    const entry = Buffer.concat([
      Buffer.from(tag, "latin1"),
      bytesOf([checksum(table), 4], [at, 4], [table.length, 4]),
    ]);
    at += Math.ceil(table.length / 4) * 4;
    return entry;
  });
  const file = Buffer.concat([
    bytesOf([0x10000, 4], tables.length, 128, 3, tables.length * 16 - 128),
    ...directory,
    ...tables.map(([, table]) => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])),
  ]);
  // head.checkSumAdjustment makes the sum of the whole file a fixed figure.
  const headAt = directory.findIndex((entry) => entry.toString("latin1", 0, 4) === "head");
  const head = file.readUInt32BE(12 + headAt * 16 + 8);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, head + 8);
  return file;
}
