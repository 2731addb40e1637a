export type PngWalk = {
  /** Offset just after IEND. */
  readonly end: number;
  /** Text chunks are larger than any description of a scan; they may unpack to a thousand times that. */
  readonly hasHugeText: boolean;
};

const textLimit = 32 * 1024;

/**
 * Walks the chunks of a PNG without unpacking any; undefined when the file ends before IEND
 * (PNG specification, 5.3 and 11.3.3).
 */
export function walkPng(bytes: Buffer): PngWalk | undefined {
  let at = 8;
  let text = 0;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const next = at + 12 + length;
    if (next > bytes.length) return undefined;
    if (type === "tEXt" || type === "zTXt" || type === "iTXt") text += length;
    if (type === "IEND") return { end: next, hasHugeText: text > textLimit };
    at = next;
  }
  return undefined;
}
