// One helper process as the engine sees it: started without key, path or environment, watched, killed above its limits.
import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { Refusal, refusalCode } from "#contract/refusal";
import {
  partsAhead,
  pieceSize,
  type FromHelper,
  type HelperName,
  type Question,
  type ToHelper,
} from "./helper-message.ts";
import { programFile } from "./program-file.ts";

export type HelperLimits = {
  /** Resident memory in bytes above which the process is killed. */
  readonly memory: number;
  /** Milliseconds a helper may work without producing anything. */
  readonly silence: number;
};

/** package-and-trust B4: 1 GB of memory, 60 s without progress. */
export const usualLimits: HelperLimits = { memory: 1024 ** 3, silence: 60_000 };

export type Helper = {
  readonly pid: number | undefined;
  /** True until the process is gone or about to be killed. */
  isAlive(): boolean;
  /** Puts one question; parts arrive one by one and the helper works at most `partsAhead` parts ahead of the reader. */
  ask(question: Question, signal?: AbortSignal): AsyncGenerator<unknown, void>;
  stop(): void;
  /** Resident memory now; 0 where the system does not say. */
  residentBytes(): number;
};

/** Where the helper programs stand in the source tree: the check of packages beside the packages. */
const sourceFolder: Record<HelperName, string> = {
  "image-helper": "helper",
  "table-helper": "helper",
  "reading-helper": "helper",
  "package-helper": "package",
};

/** Resident bytes of a process; 0 where the system has no /proc (there the helper watches itself). */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]) * 4096;
  } catch {
    return 0;
  }
}

/** A decoder that was taken over could send anything: only codes of our list and short plain values come through. */
function revive(code: unknown, details: unknown): Refusal {
  const known = refusalCode.safeParse(code);
  const values = z.record(z.string(), z.union([z.string().max(500), z.number()])).safeParse(details);
  return known.success ? new Refusal(known.data, values.data ?? {}) : new Refusal("image-damaged");
}

type Turn = { parts: unknown[]; end: "open" | "done" | Error; heardAt: number; wake: () => void };

/**
 * Starts one helper process. `ask` refuses with `helper-limit` when the process had to be killed (memory, silence)
 * and with `image-damaged` when the decoder itself crashed on the file; either way the caller's batch goes on.
 */
export function startHelper(name: HelperName, limits: HelperLimits = usualLimits): Helper {
  const entry = programFile(sourceFolder[name], name);
  const child: ChildProcess = fork(entry, [String(limits.memory)], {
    execPath: process.execPath,
    execArgv: [],
    cwd: dirname(entry),
    // Windows does not start a process without SystemRoot; everywhere else nothing is passed on.
    env: process.platform === "win32" ? { SystemRoot: process.env["SystemRoot"] } : {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let alive = true;
  let isReady = false;
  let number = 0;
  let turn: Turn | undefined;
  let isKilled = false;

  // Resolves when the message is written. A dead channel is noticed by the exit event; the error says nothing more.
  const tell = (message: ToHelper): Promise<void> =>
    new Promise((resolve) => {
      if (child.connected) child.send(message, () => resolve());
      else resolve();
    });
  const put = async (id: number, { bytes, ...question }: Question): Promise<void> => {
    void tell({ type: "ask", id, question, size: bytes.length });
    for (let at = 0; at < bytes.length && alive; at += pieceSize) {
      const written = tell({ type: "bytes", id, piece: bytes.subarray(at, at + pieceSize) });
      // A small file is one write; only a large one has to wait for the channel to drain.
      if (bytes.length <= pieceSize) return;
      await written;
      if (turn !== undefined) turn.heardAt = Date.now();
    }
  };
  const end = (how: "done" | Error): void => {
    if (turn === undefined || turn.end !== "open") return;
    turn.end = how;
    turn.wake();
  };
  const kill = (): void => {
    alive = false;
    child.kill("SIGKILL");
  };
  child.on("message", (message: FromHelper) => {
    if (message.type === "ready") isReady = true;
    else if (message.id !== number || turn === undefined) return;
    else if (message.type === "alive") turn.heardAt = Date.now();
    else if (message.type === "part") {
      turn.parts.push(message.part);
      turn.wake();
    } else if (message.type === "done") end("done");
    else if (message.type === "refused") end(revive(message.code, message.details));
    else {
      // An unforeseen error inside a decoder may leave its memory in disorder: the next file gets a fresh process.
      kill();
      end(new Refusal("image-damaged"));
    }
  });
  child.on("error", () => kill());
  child.on("exit", (_code, signal) => {
    alive = false;
    if (isKilled || signal === "SIGKILL") end(new Refusal("helper-limit"));
    else end(isReady ? new Refusal("image-damaged") : new Error(`${name} did not start`));
  });

  async function* ask(question: Question, signal?: AbortSignal): AsyncGenerator<unknown, void> {
    if (turn !== undefined) throw new Error(`${name} answers one question at a time`);
    const mine: Turn = { parts: [], end: "open", heardAt: Date.now(), wake: () => undefined };
    turn = mine;
    number += 1;
    const id = number;
    let granted = partsAhead;
    let received = 0;
    const stop = (): void => {
      kill();
      end(new Refusal("task-cancelled"));
    };
    const watch = setInterval(() => {
      if (granted <= received || mine.parts.length > 0) mine.heardAt = Date.now();
      const tooBig = child.pid !== undefined && residentBytes(child.pid) > limits.memory;
      if (!tooBig && Date.now() - mine.heardAt <= limits.silence) return;
      isKilled = true;
      kill();
    }, 200);
    signal?.addEventListener("abort", stop, { once: true });
    child.ref();
    child.channel?.ref();
    if (signal?.aborted === true) stop();
    else if (!alive) end(new Refusal("helper-limit"));
    else void put(id, question);
    try {
      for (;;) {
        while (mine.parts.length > 0) {
          received += 1;
          mine.heardAt = Date.now();
          yield mine.parts.shift();
          granted += 1;
          void tell({ type: "more", id });
        }
        if (mine.end === "done") return;
        if (mine.end !== "open") throw mine.end;
        await new Promise<void>((resolve) => (mine.wake = resolve));
      }
    } finally {
      clearInterval(watch);
      signal?.removeEventListener("abort", stop);
      // Left in the middle: the rest is not wanted and the process may be deep in a decoder.
      if (mine.end === "open") kill();
      turn = undefined;
      child.unref();
      child.channel?.unref();
    }
  }
  child.unref();
  child.channel?.unref();
  const resident = (): number => (child.pid === undefined ? 0 : residentBytes(child.pid));
  return { pid: child.pid, isAlive: () => alive, ask, stop: kill, residentBytes: resident };
}
