// Opens one part of a sealed file. Used by the engine and by the shell's page protocol, which holds a key for one answer only.
import { createDecipheriv } from "node:crypto";
import { open } from "node:fs/promises";
import {
  readHeader,
  SealBroken,
  sealedSize,
  segmentBytes,
  segmentCount,
  segmentNonce,
  tagBytes,
  mostParts,
} from "./segment.ts";

/** Sizes in bytes of the parts of the sealed file at `path`, as its header states them (checked on opening a part). */
export async function partSizes(path: string): Promise<readonly number[]> {
  const file = await open(path, "r");
  try {
    const beginning = Buffer.alloc(8 + 8 * mostParts);
    const { bytesRead } = await file.read(beginning, 0, beginning.length, 0);
    return readHeader(beginning.subarray(0, bytesRead)).partSizes;
  } finally {
    await file.close();
  }
}

/**
 * The plain bytes of one part, segment by segment (1 MiB). Throws SealBroken at the first segment that is not what was
 * sealed under this key; what was yielded before is sound.
 */
export async function* openPart(path: string, key: Buffer, part: number): AsyncGenerator<Buffer> {
  const file = await open(path, "r");
  try {
    const beginning = Buffer.alloc(8 + 8 * mostParts);
    const { bytesRead } = await file.read(beginning, 0, beginning.length, 0);
    const { header, partSizes: sizes } = readHeader(beginning.subarray(0, bytesRead));
    const size = sizes[part];
    if (size === undefined) throw new SealBroken(`no part ${part}`);
    let at = header.length + sizes.slice(0, part).reduce((sum, each) => sum + sealedSize(each), 0);
    for (let index = 0, left = size; index < segmentCount(size); index++) {
      const plainBytes = Math.min(left, segmentBytes);
      const sealed = Buffer.alloc(plainBytes + tagBytes);
      const read = await file.read(sealed, 0, sealed.length, at);
      if (read.bytesRead !== sealed.length) throw new SealBroken("cut short");
      yield openSegment(key, header, part, index, sealed);
      at += sealed.length;
      left -= plainBytes;
    }
  } finally {
    await file.close();
  }
}

function openSegment(key: Buffer, header: Buffer, part: number, index: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, segmentNonce(part, index));
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new SealBroken(`segment ${index} of part ${part} was changed`);
  }
}

/**
 * The plain bytes of one part from `from` up to but not including `to`; only the segments they lie in are read. Throws
 * SealBroken as openPart does.
 */
export async function readSpan(path: string, key: Buffer, part: number, from: number, to: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const beginning = Buffer.alloc(8 + 8 * mostParts);
    const { bytesRead } = await file.read(beginning, 0, beginning.length, 0);
    const { header, partSizes: sizes } = readHeader(beginning.subarray(0, bytesRead));
    const size = sizes[part];
    if (size === undefined || from < 0 || to > size || from >= to) throw new SealBroken(`no bytes ${from} to ${to}`);
    const begin = header.length + sizes.slice(0, part).reduce((sum, each) => sum + sealedSize(each), 0);
    const pieces: Buffer[] = [];
    const [first, last] = [Math.floor(from / segmentBytes), Math.floor((to - 1) / segmentBytes)];
    for (let index = first; index <= last; index++) {
      const sealed = Buffer.alloc(Math.min(segmentBytes, size - index * segmentBytes) + tagBytes);
      const read = await file.read(sealed, 0, sealed.length, begin + index * (segmentBytes + tagBytes));
      if (read.bytesRead !== sealed.length) throw new SealBroken("cut short");
      pieces.push(openSegment(key, header, part, index, sealed));
    }
    return Buffer.concat(pieces).subarray(from - first * segmentBytes, to - first * segmentBytes);
  } finally {
    await file.close();
  }
}

/** One part whole in memory; for page images and thumbnails. */
export async function readPart(path: string, key: Buffer, part: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of openPart(path, key, part)) pieces.push(piece);
  return Buffer.concat(pieces);
}
