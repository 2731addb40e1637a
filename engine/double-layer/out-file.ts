// A file that grows beside its place under another name, is synchronised and read again, and only then has its own name.
import { createHash, randomBytes } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refusal } from "#contract/refusal";
import { refuseTargetError } from "#engine/package/refuse-target-error";
import { refuseExisting } from "#engine/paper/write-checked-file";
import { syncFolder } from "#vault-format/seal-file";

/** Where bytes go, one piece after another. */
export type Sink = {
  /** Bytes written so far. */
  readonly size: () => number;
  /** SHA-256 of the bytes written so far, hexadecimal. */
  readonly digest: () => string;
  put(bytes: Uint8Array | string): Promise<void>;
};

/** Small pieces are gathered up to so many bytes. */
const gathered = 256 * 1024;

/** A sink in memory, for documents that are small or only looked at. */
export function memorySink(): Sink & { bytes(): Buffer } {
  const pieces: Buffer[] = [];
  const hash = createHash("sha256");
  let size = 0;
  return {
    size: () => size,
    digest: () => hash.copy().digest("hex"),
    put: (bytes) => {
      const piece = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : Buffer.from(bytes);
      pieces.push(piece);
      hash.update(piece);
      size += piece.length;
      return Promise.resolve();
    },
    bytes: () => Buffer.concat(pieces),
  };
}

/**
 * Writes a file by pieces; `check` reads what the disk gives back. Nothing half-written stays, whatever fails.
 * Refuses target-exists, target-not-writable, target-lost, target-file-limit, disk-full, and what `write` and `check` refuse.
 */
export async function writeOutFile<T>(
  path: string,
  write: (sink: Sink) => Promise<T>,
  check: (written: Buffer, made: T) => Promise<void>,
): Promise<{ readonly made: T; readonly sha256: string; readonly size: number }> {
  const name = basename(path);
  await refuseExisting(path, false);
  const draft = join(dirname(path), `.lindang-${randomBytes(6).toString("hex")}.part`);
  const hash = createHash("sha256");
  try {
    const file = await open(draft, "wx");
    let size = 0;
    let waiting: Buffer[] = [];
    let waitingSize = 0;
    const flush = async (): Promise<void> => {
      if (waitingSize > 0) await file.writeFile(Buffer.concat(waiting));
      waiting = [];
      waitingSize = 0;
    };
    const sink: Sink = {
      size: () => size,
      digest: () => hash.copy().digest("hex"),
      put: async (bytes) => {
        const piece = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : Buffer.from(bytes);
        hash.update(piece);
        size += piece.length;
        waiting.push(piece);
        waitingSize += piece.length;
        if (waitingSize >= gathered) await flush();
      },
    };
    let made: T;
    try {
      made = await write(sink);
      await flush();
      await file.sync();
    } finally {
      await file.close();
    }
    const written = await readFile(draft);
    const sha256 = createHash("sha256").update(written).digest("hex");
    if (sha256 !== hash.digest("hex")) throw new Refusal("double-layer-unlike", { what: name });
    await check(written, made);
    await refuseExisting(path, false);
    await rename(draft, path);
    await syncFolder(dirname(path));
    return { made, sha256, size };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw refuseWriting(error, name);
  }
}

/** A folder that is not there any more is no disk that was lost. */
function refuseWriting(error: unknown, name: string): unknown {
  if (error instanceof Refusal) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === "ENOENT" || code === "ENOTDIR"
    ? new Refusal("target-not-writable", { name })
    : refuseTargetError(error, name);
}
