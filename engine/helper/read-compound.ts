// OLE compound files ([MS-CFB]): names of what is inside, and single streams. Every chain is bounded by the file itself.

export type CompoundEntry = {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
};
export type CompoundFile = {
  readonly entries: readonly CompoundEntry[];
  /** The beginning of a stream, at most `most` bytes; undefined when there is none of that name or its chain is broken. */
  read(name: string, most: number): Buffer | undefined;
};

const endOfChain = 0xffff_fffa;
const storage = 1;
const root = 5;

/** Reads the directory of a compound file; undefined when header, FAT or directory do not hold together. */
export function readCompound(bytes: Buffer): CompoundFile | undefined {
  if (bytes.length < 512 || bytes.toString("hex", 0, 8) !== "d0cf11e0a1b11ae1") return undefined;
  const shift = bytes.readUInt16LE(30);
  const smallShift = bytes.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || smallShift !== 6) return undefined;
  const sectorSize = 1 << shift;
  const sectorCount = Math.floor(bytes.length / sectorSize) + 1;
  const sectorAt = (sector: number): number => (sector + 1) * sectorSize;
  const word = (at: number): number => (at + 4 <= bytes.length ? bytes.readUInt32LE(at) : endOfChain);

  const fatSectors: number[] = [];
  for (let at = 0; at < 109; at += 1) fatSectors.push(word(76 + at * 4));
  let more = word(68);
  for (let left = sectorCount; more < endOfChain && left > 0; left -= 1) {
    const base = sectorAt(more);
    for (let at = 0; at < sectorSize / 4 - 1; at += 1) fatSectors.push(word(base + at * 4));
    more = word(base + sectorSize - 4);
  }
  const perSector = sectorSize / 4;
  const next = (sector: number): number => {
    const table = fatSectors[Math.floor(sector / perSector)];
    return table === undefined || table >= endOfChain ? endOfChain : word(sectorAt(table) + (sector % perSector) * 4);
  };
  /** Bytes of a chain; stops at a loop, at the end of the file and at `most`. */
  const follow = (start: number, most: number): Buffer => {
    const pieces: Buffer[] = [];
    let left = most;
    let steps = 0;
    for (let sector = start; sector < endOfChain && left > 0 && steps <= sectorCount; sector = next(sector)) {
      const begin = sectorAt(sector);
      if (begin >= bytes.length) break;
      const piece = bytes.subarray(begin, Math.min(begin + sectorSize, bytes.length, begin + left));
      pieces.push(piece);
      left -= piece.length;
      steps += 1;
    }
    return Buffer.concat(pieces);
  };

  const directory = follow(word(48), 64 * 1024 * 1024);
  const entries: CompoundEntry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    const kind = directory.readUInt8(at + 66);
    if (kind === 0 || length < 2 || length > 64) continue;
    const name = directory.toString("utf16le", at, at + length - 2);
    entries.push({ name, kind, start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) });
  }
  const top = entries.find((entry) => entry.kind === root);
  if (!top) return undefined;

  const smallLimit = word(56);
  const readSmall = (entry: CompoundEntry, most: number): Buffer => {
    const table = follow(word(60), bytes.length);
    const room = follow(top.start, top.size);
    const pieces: Buffer[] = [];
    let steps = 0;
    for (let at = entry.start; at < endOfChain && steps * 64 < most; steps += 1) {
      pieces.push(room.subarray(at * 64, at * 64 + 64));
      at = at * 4 + 4 <= table.length ? table.readUInt32LE(at * 4) : endOfChain;
    }
    return Buffer.concat(pieces).subarray(0, most);
  };
  return {
    entries,
    read(name, most) {
      const entry = entries.find((each) => each.name === name && each.kind !== storage && each.kind !== root);
      if (!entry) return undefined;
      const size = Math.min(entry.size, most);
      return entry.size < smallLimit ? readSmall(entry, size) : follow(entry.start, size);
    },
  };
}
