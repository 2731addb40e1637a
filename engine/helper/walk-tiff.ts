import { pageLimit } from "./decode-limits.ts";
import { Refused } from "./serve-questions.ts";

export type TiffDirectory = { readonly width: number; readonly height: number };

const sizeOfType: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 16: 8 };

/**
 * The image file directories of a TIFF or BigTIFF in order, with the size each claims, before any decoder sees them.
 * The walk ends at a loop. Refuses: image-damaged (loop, pointer outside the file), page-limit (TIFF 6.0, section 2).
 */
export function walkTiff(bytes: Buffer): TiffDirectory[] {
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
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  for (let at = number(isBig ? 8 : 4, word); at !== 0;) {
    if (seen.has(at)) throw new Refused("image-damaged");
    seen.add(at);
    if (directories.length >= pageLimit) throw new Refused("page-limit", { limit: pageLimit });
    const count = number(at, countSize);
    if (count === 0 || count > 65_535) throw new Refused("image-damaged");
    const found = new Map<number, number>();
    for (let index = 0; index < count; index += 1) {
      const entry = at + countSize + index * entrySize;
      const tag = number(entry, 2);
      const size = sizeOfType[number(entry + 2, 2)];
      if ((tag === 256 || tag === 257) && size !== undefined) found.set(tag, number(entry + 4 + word, size));
    }
    directories.push({ width: found.get(256) ?? 0, height: found.get(257) ?? 0 });
    at = number(at + countSize + count * entrySize, word);
  }
  if (directories.length === 0) throw new Refused("image-damaged");
  return directories;
}
