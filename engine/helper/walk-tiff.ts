import { pageLimit, pixelLimit } from "./decode-limits.ts";
import { Refused } from "./serve-questions.ts";

type Field = { readonly size: number; readonly count: number; readonly at: number };

export type TiffWalk = {
  /** Numbers of the directories that are pages, from 0; reduced copies of a page beside it are left out. */
  readonly pages: readonly number[];
  /** A field that is not about pixels (a colour profile, a description) points outside the file. */
  readonly isFlawed: boolean;
};

/** Bytes of one value by field type; types 16 to 18 are BigTIFF's. */
const sizeOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const tag = {
  subfileType: 254,
  width: 256,
  height: 257,
  stripOffsets: 273,
  stripSizes: 279,
  tileOffsets: 324,
  tileSizes: 325,
};

/**
 * Counts the pages of a TIFF or BigTIFF and checks what each claims before any decoder sees them.
 * Refuses: image-damaged (loop of pages, pointers or strips outside the file: the decoder would fill them in silently),
 * image-too-large, page-limit (TIFF 6.0, section 2).
 */
export function walkTiff(bytes: Buffer): TiffWalk {
  const isLittle = bytes.toString("latin1", 0, 2) === "II";
  const number = (at: number, size: number): number => {
    if (at < 0 || at + size > bytes.length) throw new Refused("image-damaged");
    if (size === 8) return Number(isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
    return isLittle ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size);
  };
  const isBig = number(2, 2) === 43;
  const word = isBig ? 8 : 4;
  const countSize = isBig ? 8 : 2;
  const entrySize = isBig ? 20 : 12;

  let isFlawed = false;

  const readFields = (at: number, count: number): Map<number, Field> => {
    const fields = new Map<number, Field>();
    for (let index = 0; index < count; index += 1) {
      const entry = at + countSize + index * entrySize;
      const size = sizeOfType[number(entry + 2, 2)] ?? 0;
      const values = number(entry + 4, word);
      const value = entry + 4 + word;
      if (size === 0) continue;
      const begin = size * values <= word ? value : number(value, word);
      isFlawed ||= begin + size * values > bytes.length;
      fields.set(number(entry, 2), { size, count: values, at: begin });
    }
    return fields;
  };
  const first = (field: Field | undefined): number => (field === undefined ? 0 : number(field.at, field.size));
  const checkPieces = (offsets: Field | undefined, sizes: Field | undefined): void => {
    if (offsets === undefined || sizes === undefined) return;
    for (let index = 0; index < Math.min(offsets.count, sizes.count); index += 1) {
      const begin = number(offsets.at + index * offsets.size, offsets.size);
      const length = number(sizes.at + index * sizes.size, sizes.size);
      if (begin + length > bytes.length) throw new Refused("image-damaged");
    }
  };

  const seen = new Set<number>();
  const pages: number[] = [];
  for (let at = number(isBig ? 8 : 4, word); at !== 0;) {
    if (seen.has(at)) throw new Refused("image-damaged");
    seen.add(at);
    if (seen.size > pageLimit) throw new Refused("page-limit", { limit: pageLimit });
    const count = number(at, countSize);
    if (count === 0 || count > 65_535) throw new Refused("image-damaged");
    const fields = readFields(at, count);
    if ((first(fields.get(tag.subfileType)) & 1) === 0) pages.push(seen.size - 1);
    if (first(fields.get(tag.width)) * first(fields.get(tag.height)) > pixelLimit) throw new Refused("image-too-large");
    checkPieces(fields.get(tag.stripOffsets), fields.get(tag.stripSizes));
    checkPieces(fields.get(tag.tileOffsets), fields.get(tag.tileSizes));
    at = number(at + countSize + count * entrySize, word);
  }
  if (pages.length === 0) throw new Refused("image-damaged");
  return { pages, isFlawed };
}
