// Worker thread of the digest pool: reads or writes whole files and hashes them while the bytes pass.
// Knows node: only, so that it can stand beside the bundled engine as one file of its own.
import { createHash, type Hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

export type DigestRequest =
  | { readonly kind: "read"; readonly id: number; readonly path: string; readonly algorithms: readonly string[] }
  | { readonly kind: "create"; readonly id: number; readonly path: string; readonly algorithms: readonly string[] }
  | { readonly kind: "append"; readonly id: number; readonly slot: number; readonly length: number }
  | { readonly kind: "finish"; readonly id: number };

export type DigestReply =
  | { readonly kind: "taken"; readonly slot: number }
  | { readonly kind: "done"; readonly id: number; readonly bytes: number; readonly digests: Record<string, string> }
  | { readonly kind: "failed"; readonly id: number; readonly code: string; readonly message: string };

/** Pieces travel through one block of shared memory per thread, in slots of one size: nothing is allocated for them. */
export type DigestMemory = { readonly memory: SharedArrayBuffer; readonly slotSize: number };

type Writing = { readonly fd: number; readonly hashes: Map<string, Hash>; bytes: number };

const port = parentPort;
const { memory, slotSize } = workerData as DigestMemory;
const reply = (message: DigestReply): void => port?.postMessage(message);
const writing = new Map<number, Writing>();
const buffer = Buffer.allocUnsafeSlow(1 << 20);
// Never follow a link in the last step and never wait for the other end of a pipe. Both are 0 on Windows.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const createFlags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

const hashesFor = (names: readonly string[]): Map<string, Hash> =>
  new Map(names.map((name) => [name, createHash(name)]));
const finish = (hashes: Map<string, Hash>): Record<string, string> =>
  Object.fromEntries([...hashes].map(([name, hash]) => [name, hash.digest("hex")]));

function fail(id: number, error: unknown): void {
  const { code = "UNKNOWN", message } = error as NodeJS.ErrnoException;
  const open = writing.get(id);
  if (open) closeSync(open.fd);
  writing.delete(id);
  reply({ kind: "failed", id, code, message });
}

function read(id: number, path: string, algorithms: readonly string[]): void {
  const fd = openSync(path, readFlags);
  try {
    if (!fstatSync(fd).isFile()) throw Object.assign(new Error("not a regular file"), { code: "ENOTFILE" });
    const hashes = hashesFor(algorithms);
    let bytes = 0;
    for (;;) {
      const count = readSync(fd, buffer, 0, buffer.length, null);
      if (count === 0) break;
      const piece = buffer.subarray(0, count);
      for (const hash of hashes.values()) hash.update(piece);
      bytes += count;
    }
    reply({ kind: "done", id, bytes, digests: finish(hashes) });
  } finally {
    closeSync(fd);
  }
}

function append(id: number, slot: number, length: number): void {
  const open = writing.get(id);
  const bytes = Buffer.from(memory, slot * slotSize, length);
  if (!open) return; // an earlier piece of this file failed and was reported
  for (const hash of open.hashes.values()) hash.update(bytes);
  for (let at = 0; at < bytes.length;) at += writeSync(open.fd, bytes, at);
  open.bytes += bytes.length;
}

function close(id: number): void {
  const open = writing.get(id);
  if (!open) return;
  writing.delete(id);
  closeSync(open.fd);
  reply({ kind: "done", id, bytes: open.bytes, digests: finish(open.hashes) });
}

port?.on("message", (request: DigestRequest) => {
  try {
    if (request.kind === "read") read(request.id, request.path, request.algorithms);
    else if (request.kind === "create")
      writing.set(request.id, {
        fd: openSync(request.path, createFlags, 0o644),
        hashes: hashesFor(request.algorithms),
        bytes: 0,
      });
    else if (request.kind === "append") append(request.id, request.slot, request.length);
    else close(request.id);
  } catch (error) {
    fail(request.id, error);
  } finally {
    if (request.kind === "append") reply({ kind: "taken", slot: request.slot });
  }
});
