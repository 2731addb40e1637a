// The helper's side of the channel: one question at a time, no key, no path, no way back but messages.
import { Worker } from "node:worker_threads";
import type { RefusalCode, RefusalDetails } from "#contract/refusal";
import { partsAhead, type FromHelper, type ToHelper } from "./helper-message.ts";

/** An expected "no" inside a helper; start-helper.ts revives it as a Refusal. (The class itself would bring zod along.) */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Hands one part to the engine and waits until the engine wants a further one. */
export type Emit = (part: unknown) => Promise<void>;
/** Says that work goes on; to be called for work done, never by a timer. Most calls are swallowed. */
export type Beat = () => void;

/** Milliseconds between two signs of life that are passed on. */
const beatEvery = 2_000;

// Decoders written in C or wasm can hold the event loop for seconds, so a second thread watches: a helper
// without a parent, or above its memory cap, ends at once on every system.
const watch = `
const { workerData } = require("node:worker_threads");
const lives = (pid) => { try { process.kill(pid, 0); return true; } catch (error) { return error.code === "EPERM"; } };
setInterval(() => {
  if (process.ppid !== workerData.parent || !lives(workerData.parent) || process.memoryUsage.rss() > workerData.limit)
    process.kill(process.pid, "SIGKILL");
}, 250);`;

/**
 * Serves questions from the parent process until it goes away. `limit` is the cap of resident memory in bytes.
 * Call it after every library is loaded: it freezes Object.prototype, so no file can plant a property there.
 */
export function serveQuestions(
  limit: number,
  answer: (question: unknown, emit: Emit, beat: Beat) => Promise<void>,
): void {
  if (process.send === undefined) throw new Error("a helper process is only started by the engine, over a channel");
  const tell = (message: FromHelper): void => void process.send?.(message);
  let credit = 0;
  let wanted: (() => void) | undefined;

  const reply = async (id: number, question: unknown): Promise<void> => {
    credit = partsAhead;
    let beatAt = Date.now();
    const emit: Emit = async (part) => {
      tell({ type: "part", id, part });
      credit -= 1;
      if (credit <= 0) await new Promise<void>((resolve) => (wanted = resolve));
    };
    const beat: Beat = () => {
      if (Date.now() - beatAt < beatEvery) return;
      beatAt = Date.now();
      tell({ type: "alive", id });
    };
    try {
      await answer(question, emit, beat);
      tell({ type: "done", id });
    } catch (error) {
      if (error instanceof Refused) tell({ type: "refused", id, code: error.code, details: error.details });
      else {
        console.error(error);
        tell({ type: "fault", id });
      }
    }
  };

  let coming: { readonly id: number; readonly question: object; readonly bytes: Buffer; filled: number } | undefined;
  const replyWhenWhole = (): void => {
    if (coming === undefined || coming.filled < coming.bytes.length) return;
    const { id, question, bytes } = coming;
    coming = undefined;
    void reply(id, { ...question, bytes });
  };
  process.on("message", (message: ToHelper) => {
    if (message.type === "ask") {
      const { id, question, size } = message;
      coming = { id, question, bytes: Buffer.allocUnsafeSlow(size), filled: 0 };
      replyWhenWhole();
    } else if (message.type === "bytes" && coming !== undefined) {
      coming.bytes.set(message.piece, coming.filled);
      coming.filled += message.piece.length;
      replyWhenWhole();
    } else if (message.type === "more") {
      credit += 1;
      wanted?.();
      wanted = undefined;
    }
  });
  process.on("disconnect", () => process.exit(0));
  new Worker(watch, { eval: true, env: {}, execArgv: [], workerData: { parent: process.ppid, limit } }).unref();
  Object.freeze(Object.prototype);
  tell({ type: "ready" });
}
