// A few helper processes of one kind: started when first needed, replaced after a crash, ended when idle.
import { Refusal } from "#contract/refusal";
import type { HelperName, Question } from "./helper-message.ts";
import { startHelper, usualLimits, type Helper, type HelperLimits } from "./start-helper.ts";

export type HelperPool = {
  /** Puts one question to the next free helper; the parts come one by one. Refuses as start-helper.ts says. */
  ask(question: Question, signal?: AbortSignal): AsyncGenerator<unknown, void>;
  /** Process ids of the living helpers. */
  pids(): number[];
  /** Ends all helpers; questions under way are refused. */
  close(): void;
};

export type PoolOptions = {
  readonly name: HelperName;
  /** How many processes at most; two keep two cores busy. */
  readonly size?: number;
  readonly limits?: HelperLimits;
  /** Milliseconds after which an unused helper is ended. */
  readonly idle?: number;
  /** Bytes a helper may keep between two files. */
  readonly recycledAbove?: number;
};

/** The memory of a large PDF is only given back with the process. */
const usuallyRecycledAbove = 384 * 1024 * 1024;

/** Opens a pool; nothing is started before the first question. */
export function openHelperPool({
  name,
  size = 2,
  limits = usualLimits,
  idle = 60_000,
  recycledAbove = usuallyRecycledAbove,
}: PoolOptions): HelperPool {
  const free: Helper[] = [];
  const busy = new Set<Helper>();
  const waiting: { readonly go: (helper: Helper) => void; readonly stop: (error: Refusal) => void }[] = [];
  const timers = new Map<Helper, NodeJS.Timeout>();
  let isClosed = false;

  const wait = (signal: AbortSignal | undefined): Promise<Helper> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        waiting.splice(waiting.indexOf(one), 1);
        reject(new Refusal("task-cancelled"));
      };
      const go = (helper: Helper): void => {
        signal?.removeEventListener("abort", stop);
        resolve(helper);
      };
      const one = { go, stop: reject };
      waiting.push(one);
      signal?.addEventListener("abort", stop, { once: true });
    });
  const take = async (signal: AbortSignal | undefined): Promise<Helper> => {
    if (isClosed || signal?.aborted === true) throw new Refusal("task-cancelled");
    for (let helper = free.pop(); helper !== undefined; helper = free.pop()) {
      clearTimeout(timers.get(helper));
      timers.delete(helper);
      if (!helper.isAlive()) continue;
      busy.add(helper);
      return helper;
    }
    if (busy.size >= size) return wait(signal);
    const started = startHelper(name, limits);
    busy.add(started);
    return started;
  };
  const give = (helper: Helper): void => {
    busy.delete(helper);
    if (isClosed || helper.residentBytes() > recycledAbove) helper.stop();
    if (isClosed) return;
    const next = waiting.shift();
    if (next !== undefined) {
      const able = helper.isAlive() ? helper : startHelper(name, limits);
      busy.add(able);
      return next.go(able);
    }
    if (!helper.isAlive()) return;
    free.push(helper);
    const timer = setTimeout(() => {
      timers.delete(helper);
      free.splice(free.indexOf(helper), 1);
      helper.stop();
    }, idle);
    timers.set(helper, timer.unref());
  };

  return {
    async *ask(question, signal) {
      const helper = await take(signal);
      try {
        yield* helper.ask(question, signal);
      } finally {
        give(helper);
      }
    },
    pids: () => [...busy, ...free].flatMap((helper) => (helper.isAlive() && helper.pid ? [helper.pid] : [])),
    close() {
      isClosed = true;
      for (const one of waiting.splice(0)) one.stop(new Refusal("task-cancelled"));
      for (const timer of timers.values()) clearTimeout(timer);
      for (const helper of [...free, ...busy]) helper.stop();
      free.length = 0;
    },
  };
}

/** Puts a question that has one part for an answer, and reads to the end: a helper left in the middle is killed. */
export async function askOnce(pool: HelperPool, question: Question, signal?: AbortSignal): Promise<unknown> {
  let answer: unknown;
  for await (const part of pool.ask(question, signal)) answer = part;
  return answer;
}
