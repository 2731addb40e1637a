// Seals parts into one new file: write under its own name, fsync, fsync of the folder. No temporary name: the name is
// random and nobody knows it before its row is written, so a half file is an orphan either way, and a rename after the
// fsync would cost a second wait for the disk.
import { createCipheriv, createHash } from "node:crypto";
import { open, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { segmentBytes, segmentCount, segmentNonce, writeHeader } from "./segment.ts";

/** Bytes to seal: whole in memory, or a stream whose size in bytes is known before. */
export type PartSource = Buffer | { readonly size: number; readonly chunks: AsyncIterable<Buffer> };

/** Facts of the file as written: SHA-256 of its ciphertext (hex) and its size in bytes. */
export type SealedFile = { readonly cipherSha256: string; readonly cipherSize: number };

const sizeOf = (part: PartSource): number => (Buffer.isBuffer(part) ? part.length : part.size);

function sealSegment(key: Buffer, header: Buffer, part: number, index: number, plain: Buffer): Buffer[] {
  const cipher = createCipheriv("aes-256-gcm", key, segmentNonce(part, index));
  cipher.setAAD(header);
  return [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
}

/** Seals a part held in memory without touching the disk. */
function sealBuffer(key: Buffer, header: Buffer, part: number, plain: Buffer): Buffer[] {
  return Array.from({ length: segmentCount(plain.length) }, (_, index) =>
    sealSegment(key, header, part, index, plain.subarray(index * segmentBytes, (index + 1) * segmentBytes)),
  ).flat();
}

async function* inSegments(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    heldBytes += chunk.length;
    while (heldBytes >= segmentBytes) {
      const joined = Buffer.concat(held);
      yield joined.subarray(0, segmentBytes);
      held = [joined.subarray(segmentBytes)];
      heldBytes = joined.length - segmentBytes;
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

async function writeParts(file: FileHandle, key: Buffer, parts: readonly PartSource[]): Promise<SealedFile> {
  const header = writeHeader(parts.map(sizeOf));
  const digest = createHash("sha256");
  let cipherSize = 0;
  const put = async (pieces: readonly Buffer[]): Promise<void> => {
    for (const piece of pieces) digest.update(piece);
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
    cipherSize += size;
    // Gathered by the system, not copied into one buffer first: a quarter of the processor's time of a scanned page.
    const { bytesWritten } = await file.writev(pieces);
    // A disk that is about to be full takes less than it was given; writing on says so.
    if (bytesWritten < size) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten));
  };
  if (parts.every(Buffer.isBuffer)) {
    await put([header, ...parts.flatMap((part, at) => sealBuffer(key, header, at, part))]);
    return { cipherSha256: digest.digest("hex"), cipherSize };
  }
  await put([header]);
  for (const [at, part] of parts.entries()) {
    if (Buffer.isBuffer(part)) {
      await put(sealBuffer(key, header, at, part));
      continue;
    }
    let index = 0;
    let seen = 0;
    for await (const segment of inSegments(part.chunks)) {
      seen += segment.length;
      await put(sealSegment(key, header, at, index++, segment));
    }
    if (index === 0) await put(sealSegment(key, header, at, 0, Buffer.alloc(0)));
    if (seen !== part.size) throw new Error(`the source gave ${seen} bytes, ${part.size} were announced`);
  }
  return { cipherSha256: digest.digest("hex"), cipherSize };
}

/** Makes the folder's own entry durable; Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Seals parts under a 32-byte key into a new file at `path`, durable with its folder entry. A failure leaves nothing. */
export async function sealFile(path: string, key: Buffer, parts: readonly PartSource[]): Promise<SealedFile> {
  const file = await open(path, "wx", 0o600);
  try {
    const sealed = await writeParts(file, key, parts);
    await file.sync();
    await file.close();
    await syncFolder(dirname(path));
    return sealed;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}
