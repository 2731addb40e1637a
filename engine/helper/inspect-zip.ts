// A ZIP read through without being unpacked: yauzl, and the six checks it leaves to us.
import { crc32, createInflateRaw } from "node:zlib";
import yauzl, { type Entry, type LocalFileHeader, type ZipFile } from "yauzl";
import { Refused, type Beat } from "./serve-questions.ts";
import { zipEntryName } from "./zip-entry-name.ts";

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly total: number;
  /** Bytes of one entry, unpacked. */
  readonly one: number;
  /** Unpacked to packed size, judged for entries above 10 MB. */
  readonly ratio: number;
};

/** package-and-trust B4; the total is what the dry run reads through in reasonable time. */
export const usualZipLimits: ZipLimits = { entries: 200_000, total: 4 * 1024 ** 3, one: 2 * 1024 ** 3, ratio: 200 };

export type ZipContent = { readonly name: string; readonly size: number };
export type ZipWatch = {
  /** Gets the unpacked bytes of every entry piece by piece. */
  readonly look?: (name: string, piece: Buffer) => void;
  readonly beat: Beat;
  readonly limits?: ZipLimits;
};

type Listed = { readonly entry: Entry; readonly name: string; readonly local: LocalFileHeader };

const ratioFrom = 10 * 1024 * 1024;
const isDirectory = (name: string): boolean => name.endsWith("/");
const fileKind = (entry: Entry): number =>
  entry.versionMadeBy >> 8 === 3 ? (entry.externalFileAttributes >>> 16) & 0xf000 : 0;

function open(bytes: Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(bytes, options, (error, zip) => (error ? reject(error) : resolve(zip))),
  );
}

async function entriesOf(zip: ZipFile, limit: number): Promise<Entry[]> {
  if (zip.entryCount > limit) throw new Refused("zip-limit", { what: `${limit} 个文件` });
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });
}

function checkEntry(entry: Entry, name: string, limits: ZipLimits): void {
  const kind = fileKind(entry);
  if (kind !== 0 && kind !== 0x8000 && kind !== 0x4000) throw new Refused("zip-link", { name });
  if (entry.isEncrypted()) throw new Refused("zip-encrypted");
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Refused("zip-method");
  const isBomb = entry.uncompressedSize > ratioFrom && entry.uncompressedSize > entry.compressedSize * limits.ratio;
  if (isBomb || entry.uncompressedSize > limits.one) throw new Refused("zip-limit", { what: `「${name}」大小` });
  if (/\.(zip|rar|7z|gz|tgz|tar|bz2|xz)$/i.test(name)) throw new Refused("zip-nested", { name });
}

/** Names and claims of the central directory, before anything else is read. */
function checkRecords(entries: readonly Entry[], limits: ZipLimits): { entry: Entry; name: string }[] {
  const seen = new Set<string>();
  let total = 0;
  return entries.map((entry) => {
    const name = zipEntryName(entry);
    checkEntry(entry, name, limits);
    total += entry.uncompressedSize;
    if (total > limits.total) throw new Refused("zip-limit", { what: `合计 ${limits.total / 1024 ** 3} GB` });
    const key = name.normalize("NFC").toLowerCase().replace(/\/$/, "");
    if (seen.has(key)) throw new Refused("zip-names-collide", { name });
    seen.add(key);
    return { entry, name };
  });
}

function checkLocal({ entry, name, local }: Listed): void {
  // Bit 3: sizes and checksum follow the data, the local header leaves them open.
  const isOpen = (local.generalPurposeBitFlag & 8) !== 0;
  const isSame =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    (local.generalPurposeBitFlag & 1) === (entry.generalPurposeBitFlag & 1) &&
    (isOpen || local.crc32 === entry.crc32);
  if (!isSame) throw new Refused("zip-inconsistent", { name });
}

function checkOverlap(listed: readonly Listed[]): void {
  const spans = listed
    .map(({ entry, local }) => [entry.relativeOffsetOfLocalHeader, local.fileDataStart + entry.compressedSize] as const)
    .toSorted((one, other) => one[0] - other[0]);
  for (const [index, [, end]] of spans.entries())
    if (end > (spans[index + 1]?.[0] ?? Number.MAX_SAFE_INTEGER)) throw new Refused("zip-inconsistent");
}

/** Largest piece of what is unpacked: of Node's own size a sheet has hundreds, and each waits for its turn. */
const largestPiece = 256 * 1024;
const smallestPiece = 64;

/** The bytes of an entry, unpacked piece by piece. */
function unpacked(zipped: Buffer, { entry, local }: Listed): Iterable<Buffer> | AsyncIterable<Buffer> {
  const packed = zipped.subarray(local.fileDataStart, local.fileDataStart + entry.compressedSize);
  if (entry.compressionMethod === 0) return [packed];
  const chunkSize = Math.max(smallestPiece, Math.min(largestPiece, entry.uncompressedSize));
  const inflating = createInflateRaw({ chunkSize });
  inflating.end(packed);
  return inflating;
}

async function readThrough(zipped: Buffer, listed: Listed, { look, beat }: ZipWatch): Promise<void> {
  const { entry, name } = listed;
  let sum = 0;
  let size = 0;
  for await (const bytes of unpacked(zipped, listed)) {
    sum = crc32(bytes, sum);
    size += bytes.length;
    // What goes on beyond the size it claims is not unpacked to its end.
    if (size > entry.uncompressedSize) throw new Refused("zip-damaged");
    look?.(name, bytes);
    beat();
  }
  if (sum !== entry.crc32 || size !== entry.uncompressedSize) throw new Refused("zip-damaged");
}

/**
 * Checks a ZIP and reads every entry through once; nothing is written. First all records are compared, only then is
 * anything unpacked, so a bomb is refused before it takes room.
 * Refuses: zip-damaged, zip-empty, zip-encrypted, zip-inconsistent (local and central records differ, data overlaps),
 * zip-limit, zip-link, zip-method, zip-names-collide (also by case or Unicode form), zip-nested, zip-path-unsafe.
 */
export async function inspectZip(bytes: Buffer, watch: ZipWatch): Promise<ZipContent[]> {
  const { beat, limits = usualZipLimits } = watch;
  try {
    const zip = await open(bytes);
    const named = checkRecords(await entriesOf(zip, limits.entries), limits);
    const listed: Listed[] = [];
    for (const { entry, name } of named) {
      const one = { entry, name, local: await zip.readLocalFileHeaderPromise(entry) };
      checkLocal(one);
      listed.push(one);
      beat();
    }
    if (!listed.some(({ name }) => !isDirectory(name))) throw new Refused("zip-empty");
    checkOverlap(listed);
    for (const one of listed) await readThrough(bytes, one, watch);
    return listed.map(({ entry, name }) => ({ name, size: entry.uncompressedSize }));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("zip-damaged");
  }
}
