// Hashing in parallel: a few worker threads that read or write files while they hash them (house: workers are
// only for our own digests). The engine's own thread stays free for the window's questions.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { programFile } from "#engine/helper/program-file";
import type { DigestMemory, DigestReply, DigestRequest } from "./digest-worker.ts";

export type FileDigest = { readonly bytes: number; readonly digests: Readonly<Record<string, string>> };
/** A file operation that failed in a worker; `code` is the system's name for it (ENOSPC, EIO, ELOOP …). */
export class FileFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "FileFailure";
    this.code = code;
  }
}

export type DigestPool = {
  /** Hashes a file from disk. */
  read(path: string, algorithms: readonly string[]): Promise<FileDigest>;
  /** Creates a file from pieces and hashes what was handed in, in the same pass; it is not yet synced to the disk. */
  write(path: string, algorithms: readonly string[], source: AsyncIterable<Uint8Array>): Promise<FileDigest>;
  /** Stops all threads at once, also in the middle of a large file. */
  close(): Promise<void>;
};

type Waiting = { readonly resolve: (digest: FileDigest) => void; readonly reject: (error: Error) => void };
type Hand = {
  readonly worker: Worker;
  readonly memory: Uint8Array;
  readonly freeSlots: number[];
  /** Who waits for a slot; called with null when the pool is closed. */
  readonly wanting: ((slot: number | null) => void)[];
  jobs: number;
};

// 4 MB a thread bound the memory whatever the size of a file.
const slotSize = 256 * 1024;
const slotCount = 16;

/** Threads start with the first work; `close` must be called whatever happens. */
export function openDigestPool(size: number = Math.min(4, Math.max(2, availableParallelism()))): DigestPool {
  const waiting = new Map<number, Waiting>();
  const hands: Hand[] = [];
  let nextId = 0;
  let broken: Error | null = null;

  const breakAll = (error: Error): void => {
    broken ??= error;
    for (const job of waiting.values()) job.reject(broken);
    waiting.clear();
    for (const { wanting } of hands) for (const wake of wanting.splice(0)) wake(null);
  };
  const startHand = (): Hand => {
    const workerData: DigestMemory = { memory: new SharedArrayBuffer(slotSize * slotCount), slotSize };
    const hand: Hand = {
      worker: new Worker(programFile("package", "digest-worker"), { env: {}, workerData }),
      memory: new Uint8Array(workerData.memory),
      freeSlots: Array.from({ length: slotCount }, (_, slot) => slot),
      wanting: [],
      jobs: 0,
    };
    hand.worker.on("message", (message: DigestReply) => {
      if (message.kind === "taken") {
        const wake = hand.wanting.shift();
        if (wake) wake(message.slot);
        else hand.freeSlots.push(message.slot);
      } else {
        const job = waiting.get(message.id);
        waiting.delete(message.id);
        hand.jobs -= 1;
        if (message.kind === "done") job?.resolve({ bytes: message.bytes, digests: message.digests });
        else job?.reject(new FileFailure(message.code, message.message));
      }
    });
    hand.worker.on("error", breakAll);
    return hand;
  };

  // Threads start when there is work for them: a folder that is no bag costs none.
  const take = (): Hand => {
    const least = hands.reduce<Hand | null>((found, hand) => (found && found.jobs <= hand.jobs ? found : hand), null);
    if (least && (least.jobs === 0 || hands.length >= size)) return least;
    const hand = startHand();
    hands.push(hand);
    return hand;
  };
  const begin = (): [Hand, number, Promise<FileDigest>] => {
    if (broken) throw broken;
    const hand = take();
    hand.jobs += 1;
    const id = nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<FileDigest>();
    promise.catch(() => undefined); // the caller may still be reading its source when a write fails
    waiting.set(id, { resolve, reject });
    return [hand, id, promise];
  };
  const send = (hand: Hand, request: DigestRequest): void => hand.worker.postMessage(request);
  const takeSlot = async (hand: Hand): Promise<number | null> => {
    if (broken) return null;
    return hand.freeSlots.pop() ?? new Promise((resolve) => hand.wanting.push(resolve));
  };

  return {
    read: async (path, algorithms) => {
      const [hand, id, done] = begin();
      send(hand, { kind: "read", id, path, algorithms });
      return done;
    },
    write: async (path, algorithms, source) => {
      const [hand, id, done] = begin();
      send(hand, { kind: "create", id, path, algorithms });
      try {
        for await (const piece of source) {
          for (let at = 0; at < piece.length; at += slotSize) {
            const slot = await takeSlot(hand);
            if (slot === null) break;
            // Copied at once: the source may hand out slices of one buffer that it keeps using.
            const part = piece.subarray(at, at + slotSize);
            hand.memory.set(part, slot * slotSize);
            send(hand, { kind: "append", id, slot, length: part.length });
          }
          if (!waiting.has(id)) break;
        }
      } finally {
        send(hand, { kind: "finish", id });
      }
      return done;
    },
    close: async () => {
      breakAll(new Error("the digest pool was closed"));
      await Promise.all(hands.map((hand) => hand.worker.terminate()));
    },
  };
}
