// Reads one file given by a person, once: the same bytes are hashed, decoded and stored.
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, type FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import { Refusal } from "#contract/refusal";
import { printableName } from "./check-name.ts";

/**
 * Largest PDF or other file that is read whole: 512 MB. A PDF is held twice while it is decoded, so above about 400 MB it
 * may meet the memory cap of the helper first (`helper-limit`).
 */
export const fileSizeLimit = 512 * 1024 * 1024;
/** Largest image file: 256 MB. */
export const imageSizeLimit = 256 * 1024 * 1024;

const chunkSize = 1024 * 1024;

export type Source = {
  readonly bytes: Buffer;
  readonly size: number;
  /** Lower-case hex of the bytes as they were read. */
  readonly sha256: string;
  readonly sm3: string;
  /** Time of last change as the disk says, UTC ISO text. */
  readonly modifiedAt: string;
};

/** What a failed look at a file from outside means. */
export function refuseRead(error: unknown, name: string): Refusal {
  if (error instanceof Refusal) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ELOOP" || code === "EMLINK") return new Refusal("link-refused");
  if (code === "ENOENT" || code === "ENOTDIR") return new Refusal("source-missing", { name });
  if (code === "ENAMETOOLONG") return new Refusal("name-too-long", { limit: 255 });
  return new Refusal("source-unreadable", { name });
}

function limitFor(head: Buffer): number {
  const isImage = /^(ffd8ff|89504e47|49492[ab]00|4d4d002[ab])/.test(head.toString("hex", 0, 4));
  return isImage ? imageSizeLimit : fileSizeLimit;
}

async function readWhole(file: FileHandle, size: number, name: string, signal?: AbortSignal): Promise<Source> {
  const sha256 = createHash("sha256");
  const sm3 = createHash("sm3");
  let bytes = Buffer.allocUnsafeSlow(Math.min(size, chunkSize));
  let at = 0;
  while (at < size) {
    if (signal?.aborted === true) throw new Refusal("task-cancelled");
    const { bytesRead } = await file.read(bytes, at, Math.min(chunkSize, bytes.length - at), at);
    if (bytesRead === 0) throw new Refusal("source-changed", { name });
    if (at === 0) {
      const limit = limitFor(bytes);
      if (size > limit) throw new Refusal("file-too-large", { limit: `${limit / 1024 / 1024} MB` });
      if (size > bytes.length) bytes = Buffer.concat([bytes.subarray(0, bytesRead)], size);
    }
    const piece = bytes.subarray(at, at + bytesRead);
    sha256.update(piece);
    sm3.update(piece);
    at += bytesRead;
  }
  const after = await file.stat();
  const { bytesRead: more } = await file.read(Buffer.alloc(1), 0, 1, size);
  if (more !== 0 || after.size !== size) throw new Refusal("source-changed", { name });
  const digests = { sha256: sha256.digest("hex"), sm3: sm3.digest("hex") };
  return { bytes, size, ...digests, modifiedAt: after.mtime.toISOString() };
}

/** One file open for reading: what it is called, how large it is and when it was last changed as it was opened. */
export type OpenedSource = {
  readonly file: FileHandle;
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: string;
};

/**
 * Opens a file without following a link and closes it when `work` is through.
 * Refuses: source-missing, link-refused, not-a-file, source-unreadable, source-changed, and what `work` refuses.
 */
export async function withSource<T>(path: string, work: (opened: OpenedSource) => Promise<T>): Promise<T> {
  const opened = await openSource(path);
  try {
    return await work(opened);
  } finally {
    await opened.file.close();
  }
}

async function openSource(path: string): Promise<OpenedSource> {
  const name = printableName(basename(path));
  let file: FileHandle | undefined;
  try {
    const before = await lstat(path);
    if (before.isSymbolicLink()) throw new Refusal("link-refused");
    if (!before.isFile()) throw new Refusal("not-a-file", { name });
    // O_NOFOLLOW and O_NONBLOCK do not exist on Windows (undefined there); lstat and the comparison below remain.
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const opened = await file.stat();
    if (!opened.isFile()) throw new Refusal("not-a-file", { name });
    if (opened.ino !== before.ino || opened.dev !== before.dev) throw new Refusal("source-changed", { name });
    return { file, name, size: opened.size, modifiedAt: opened.mtime.toISOString() };
  } catch (error) {
    await file?.close();
    throw refuseRead(error, name);
  }
}

/**
 * Reads a file without following a link, at most 256 MB for an image and 512 MB for anything else, and hashes it on
 * the way. A file written to meanwhile is refused.
 * Refuses: source-missing, link-refused, not-a-file, source-unreadable, file-too-large, source-changed, task-cancelled.
 */
export function readSource(path: string, signal?: AbortSignal): Promise<Source> {
  return withSource(path, async ({ file, name, size, modifiedAt }) => {
    const source = await readWhole(file, size, name, signal).catch((error: unknown) => {
      throw refuseRead(error, name);
    });
    if (source.modifiedAt !== modifiedAt) throw new Refusal("source-changed", { name });
    return source;
  });
}

/** Bytes a device handed over, as a source. `takenAt` is UTC ISO text. */
export function sourceOf(bytes: Buffer, takenAt: string): Source {
  const [sha256, sm3] = (["sha256", "sm3"] as const).map((name) => createHash(name).update(bytes).digest("hex"));
  return { bytes, size: bytes.length, sha256: sha256 ?? "", sm3: sm3 ?? "", modifiedAt: takenAt };
}

/** The beginning of a file, for deciding how to read it. Refuses as withSource does. */
export function peekSource(path: string): Promise<Buffer> {
  return withSource(path, (opened) => readPiece(opened, 0, 4_096));
}

/** Bytes of an open file from a place on, fewer where it ends. Refuses source-unreadable. */
export async function readPiece({ file, name, size }: OpenedSource, at: number, length: number): Promise<Buffer> {
  try {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
    return bytes.subarray(0, bytesRead);
  } catch (error) {
    throw refuseRead(error, name);
  }
}
