// Long work on paper lets the engine answer other questions in between, says how far it is, and can be stopped.
import { setImmediate as nextTurn } from "node:timers/promises";
import { Refusal } from "#contract/refusal";

/** `done` and `total` count steps of equal weight: a row laid out, drawn or read back is one step each. */
export type Progress = (done: number, total: number) => void;

export type Turn = {
  done: number;
  readonly total: number;
  lastYield: number;
  readonly progress: Progress | undefined;
  readonly signal: AbortSignal | undefined;
};

/** Starts counting `total` steps. */
export function startTurns(total: number, progress: Progress | undefined, signal: AbortSignal | undefined): Turn {
  return { done: 0, total, lastYield: performance.now(), progress, signal };
}

const longestMs = 12;

/** Counts one step; when the engine has been busy for 12 ms, reports, lets others in, and refuses `task-cancelled` if stopped. */
export async function takeTurn(turn: Turn): Promise<void> {
  turn.done += 1;
  if (performance.now() - turn.lastYield < longestMs) return;
  turn.progress?.(Math.min(turn.done, turn.total), turn.total);
  await nextTurn();
  if (turn.signal?.aborted) throw new Refusal("task-cancelled");
  turn.lastYield = performance.now();
}
