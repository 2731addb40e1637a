// A recording read piece by piece: hashed on the way to where it is sealed, never whole in memory.
import { createHash } from "node:crypto";
import type { RecordedFormat } from "#contract/digital-file";
import { Refusal } from "#contract/refusal";
import { mp3SoundAt } from "#engine/helper/describe-mp3";
import { readPiece, type OpenedSource } from "./read-source.ts";

/** Largest recording taken in: 16 GB. */
export const recordingSizeLimit = 16 * 1024 ** 3;

const chunkSize = 1024 * 1024;
/** Bytes from which the headers of a WAV or MP3 are read. */
const headSize = 256 * 1024;
/** Largest moov box that is looked at; one of a day's film is a tenth of this. */
const mostMoov = 64 * 1024 * 1024;

/** The moov box of an MP4 with its head, found by stepping over the boxes beside it; empty when there is none. */
async function readMoov(opened: OpenedSource): Promise<Buffer> {
  for (let at = 0, steps = 0; at + 8 <= opened.size && steps < 10_000; steps += 1) {
    const head = await readPiece(opened, at, 16);
    if (head.length < 8) break;
    const short = head.readUInt32BE(0);
    const isLong = short === 1 && head.length === 16;
    const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? opened.size - at : short;
    if (size < 8) break;
    if (head.toString("latin1", 4, 8) === "moov")
      return size > mostMoov ? Buffer.alloc(0) : readPiece(opened, at, size);
    at += size;
  }
  return Buffer.alloc(0);
}

/** The piece of a recording that holds its headers, and how many bytes of the file begin there. */
export async function readHeaders(
  opened: OpenedSource,
  format: RecordedFormat,
): Promise<{ bytes: Buffer; size: number }> {
  if (format === "wav") return { bytes: await readPiece(opened, 0, headSize), size: opened.size };
  if (format !== "mp3") return { bytes: await readMoov(opened), size: opened.size };
  const at = mp3SoundAt(await readPiece(opened, 0, 16));
  return { bytes: await readPiece(opened, at, headSize), size: Math.max(0, opened.size - at) };
}

/** A source as it flows: the pieces once, and the digests once they have all gone by. */
export type FlowingSource = {
  readonly size: number;
  readonly chunks: AsyncIterable<Buffer>;
  /** Lower-case hex; to be asked after the last piece. */
  readonly digests: () => { sha256: string; sm3: string };
};

/**
 * Lets a source flow. `tell` gets the bytes gone by. While it flows it refuses source-changed (shorter, longer or
 * written to meanwhile) and task-cancelled; at once file-too-large.
 */
export function flow(opened: OpenedSource, tell: (done: number) => void, signal?: AbortSignal): FlowingSource {
  const { file, name, size, modifiedAt } = opened;
  if (size > recordingSizeLimit) throw new Refusal("file-too-large", { limit: `${recordingSizeLimit / 1024 ** 3} GB` });
  const sha256 = createHash("sha256");
  const sm3 = createHash("sm3");
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < size;) {
      if (signal?.aborted === true) throw new Refusal("task-cancelled");
      const read = await readPiece(opened, at, chunkSize);
      if (read.length === 0) throw new Refusal("source-changed", { name });
      sha256.update(read);
      sm3.update(read);
      at += read.length;
      tell(at);
      yield read;
    }
    const after = await file.stat();
    if (after.size !== size || after.mtime.toISOString() !== modifiedAt) throw new Refusal("source-changed", { name });
  }
  return { size, chunks: pieces(), digests: () => ({ sha256: sha256.digest("hex"), sm3: sm3.digest("hex") }) };
}
