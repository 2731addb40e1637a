// HOW ONE FILE IS SEALED. A sealed file holds up to 16 parts (0 = the bytes kept, 1 = their thumbnail), each cut into
// segments of 1 MiB, each segment sealed by AES-256-GCM under the file's own key with a counter as nonce. The header
// (magic, version, part sizes) is authenticated with every segment, so nothing can be cut off, swapped or reordered.

export const magic = Buffer.from("LDVF", "latin1");
export const formatVersion = 1;
export const segmentBytes = 1024 * 1024;
export const tagBytes = 16;
export const mostParts = 16;

/** Thrown when a sealed file is not what it was when it was written; callers turn it into their own words. */
export class SealBroken extends Error {
  constructor(why: string) {
    super(why);
    this.name = "SealBroken";
  }
}

/** Header bytes: magic(4) version(1) partCount(1) reserved(2), then one 8-byte little-endian size per part. */
export function writeHeader(partSizes: readonly number[]): Buffer {
  if (partSizes.length < 1 || partSizes.length > mostParts) throw new Error("a sealed file has 1 to 16 parts");
  const header = Buffer.alloc(8 + 8 * partSizes.length);
  magic.copy(header);
  header.writeUInt8(formatVersion, 4);
  header.writeUInt8(partSizes.length, 5);
  partSizes.forEach((size, part) => header.writeBigUInt64LE(BigInt(size), 8 + 8 * part));
  return header;
}

/** Part sizes in bytes from the beginning of a sealed file; SealBroken when it is none of ours. */
export function readHeader(beginning: Buffer): { header: Buffer; partSizes: number[] } {
  if (beginning.length < 16 || !beginning.subarray(0, 4).equals(magic)) throw new SealBroken("not a sealed file");
  if (beginning.readUInt8(4) !== formatVersion) throw new SealBroken("sealed by another version");
  const partCount = beginning.readUInt8(5);
  const length = 8 + 8 * partCount;
  if (partCount < 1 || partCount > mostParts || beginning.length < length) throw new SealBroken("header cut short");
  const header = beginning.subarray(0, length);
  const partSizes = Array.from({ length: partCount }, (_, part) => Number(header.readBigUInt64LE(8 + 8 * part)));
  return { header, partSizes };
}

/** 12-byte nonce: unique under one key because a key seals one file once. */
export function segmentNonce(part: number, index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32LE(part, 0);
  nonce.writeBigUInt64LE(BigInt(index), 4);
  return nonce;
}

/** How many segments a part of this many bytes has; an empty part has one, so that its emptiness is sealed too. */
export const segmentCount = (size: number): number => Math.max(1, Math.ceil(size / segmentBytes));

/** Bytes a part takes in the file. */
export const sealedSize = (size: number): number => size + segmentCount(size) * tagBytes;
