// What a long procedure works with: progress at most ten times a second and at least once, a signal to stop, writes in steps.
import type { Name } from "#contract/contract";
import type { EngineEvent } from "#contract/event";
import { Refusal } from "#contract/refusal";

type Unit = Extract<EngineEvent, { kind: "progress" }>["unit"];

/** Reports progress in pieces of `unit`; a heartbeat repeats the last report every second while nothing moves (T04). */
export type Progress = (phase: string, done: number, total: number, unit: Unit) => void;

export type Job = {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
};

const leastGapMs = 100;
const heartbeatMs = 900;

/** Progress that never floods and never falls silent; stop() ends the heartbeat. */
export function reportTo(
  announce: (event: EngineEvent) => void,
  taskId: string,
  procedure: Name,
): { progress: Progress; stop: () => void } {
  let last: Extract<EngineEvent, { kind: "progress" }> | undefined;
  let saidAt = 0;
  const say = (): void => {
    if (!last) return;
    saidAt = performance.now();
    announce(last);
  };
  const beat = setInterval(() => {
    if (performance.now() - saidAt >= heartbeatMs) say();
  }, heartbeatMs);
  beat.unref();
  return {
    progress: (phase, done, total, unit) => {
      const isNewPhase = last?.phase !== phase;
      // Within a phase progress never goes back and never passes the end.
      const least = isNewPhase ? 0 : (last?.done ?? 0);
      last = { kind: "progress", taskId, procedure, phase, done: Math.min(Math.max(done, least), total), total, unit };
      if (isNewPhase || done >= total || performance.now() - saidAt >= leastGapMs) say();
    },
    stop: () => clearInterval(beat),
  };
}

/** Refuses task-cancelled once the clerk has asked to stop. */
export function refuseWhenCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Refusal("task-cancelled");
}
