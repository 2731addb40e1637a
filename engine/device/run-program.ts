// One run of the system's scanner program: its lines as they come, its bytes, its end. It gets a closed environment.
import { spawn, type ChildProcess } from "node:child_process";
import { Refusal } from "#contract/refusal";

export type ProgramEvent =
  | { readonly kind: "out"; readonly bytes: Buffer }
  /** A line of standard error; a carriage return ends one too. */
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "end"; readonly code: number | null };

export type ProgramRun = {
  /** The next event; waits `silenceMs` at most. Refuses scanner-silent, scanner-program-missing, task-cancelled. */
  next(silenceMs: number): Promise<ProgramEvent>;
  /** Writes to its standard input. */
  say(words: string): void;
  /** Ends it if it still runs and waits until it is gone. */
  stop(): Promise<void>;
};

type Start = {
  readonly program: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly signal: AbortSignal;
  /** A line after which nothing more is to come but its end, and how long that may take in milliseconds. */
  readonly closing?: { readonly line: RegExp; readonly graceMs: number };
};

/** A program asked to go has this long to let the device go in order. */
const graceMs = 2000;
/** After its end, what is still in the pipes comes within this time. */
const lastWordsMs = 2000;
const longestLine = 4096;
const isWindows = process.platform === "win32";

/** Starts the program; nothing of the engine's own environment is passed on. */
export function runProgram({ program, words, environment, folder, signal, closing }: Start): ProgramRun {
  const events: (ProgramEvent | Refusal)[] = [];
  let wake: () => void = () => undefined;
  const put = (event: ProgramEvent | Refusal): void => {
    events.push(event);
    wake();
  };
  const child: ChildProcess = spawn(program, [...words], {
    env: { ...environment },
    cwd: folder,
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
    // A group of its own: a driver's reader process goes with the program it belongs to.
    detached: !isWindows,
  });
  const kill = (): void => {
    if (isWindows || child.pid === undefined) return void child.kill("SIGKILL");
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // The whole group is gone already.
    }
  };
  let isGone = false;
  let overdue: NodeJS.Timeout | undefined;
  const gone = new Promise<void>((resolve) => {
    const end = (event: ProgramEvent | Refusal): void => {
      if (isGone) return;
      isGone = true;
      clearTimeout(overdue);
      put(event);
      resolve();
    };
    child.on("error", () => end(new Refusal("scanner-program-missing")));
    // "close" and not "exit": what it wrote last has been read by then. A driver's own reader process may outlive the program
    // and hold its pipes open; it is not waited for longer than this.
    child.on("close", (code) => end({ kind: "end", code }));
    child.on("exit", (code) => setTimeout(() => end({ kind: "end", code }), lastWordsMs).unref());
  });
  // A program that ends before it reads what it was told says so by its end.
  child.stdin?.on("error", () => undefined);
  child.stdout?.on("data", (bytes: Buffer) => put({ kind: "out", bytes }));
  let half = "";
  child.stderr?.on("data", (bytes: Buffer) => {
    const lines = (half + bytes.toString("utf8")).split(/[\r\n]+/);
    half = (lines.pop() ?? "").slice(-longestLine);
    for (const text of lines) {
      if (text === "") continue;
      put({ kind: "line", text: text.slice(0, longestLine) });
      // Some drivers wait for ever for their own reader after they said why they end.
      if (closing?.line.test(text) && !isGone) overdue ??= setTimeout(kill, closing.graceMs);
    }
  });
  const cancel = (): void => put(new Refusal("task-cancelled"));
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });

  return {
    async next(silenceMs) {
      // What was asked to stop stops before what is still waiting to be read.
      if (signal.aborted) throw new Refusal("task-cancelled");
      if (events.length === 0) {
        const late = setTimeout(() => put(new Refusal("scanner-silent")), silenceMs);
        await new Promise<void>((resolve) => (wake = resolve));
        clearTimeout(late);
      }
      const event = events.shift();
      if (event === undefined) throw new Error("woken without an event");
      if (event instanceof Refusal) throw event;
      return event;
    },
    say: (text) => void child.stdin?.write(text),
    async stop() {
      signal.removeEventListener("abort", cancel);
      child.stdin?.destroy();
      if (isGone) return;
      child.kill("SIGTERM");
      const force = setTimeout(kill, graceMs);
      await gone;
      clearTimeout(force);
    },
  };
}

/** Runs a program to its end and gives everything it wrote. Refuses like `next`, also when the whole takes too long. */
export async function readProgram(
  start: Start,
  longestMs: number,
): Promise<{ readonly code: number | null; readonly out: string; readonly lines: readonly string[] }> {
  const run = runProgram(start);
  const out: Buffer[] = [];
  const lines: string[] = [];
  const endsAt = performance.now() + longestMs;
  try {
    for (;;) {
      const event = await run.next(Math.max(1, endsAt - performance.now()));
      if (event.kind === "out") out.push(event.bytes);
      else if (event.kind === "line") lines.push(event.text);
      else return { code: event.code, out: Buffer.concat(out).toString("utf8"), lines };
    }
  } finally {
    await run.stop();
  }
}
