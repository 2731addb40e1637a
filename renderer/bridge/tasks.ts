// Long jobs: started here, shown in the strip at the bottom of the desk, cancelled by their id.
import type { Asked, NameOf, Output } from "#contract/contract";
import type { EngineEvent } from "#contract/event";
import { ask, newQuestionId } from "./call.ts";
import { onEngineEvent } from "./engine-events.ts";
import { sayDone, sayThrown } from "./notices.ts";
import { makeStore } from "./store.ts";

type Progress = Extract<EngineEvent, { kind: "progress" }>;
export type RunningTask = {
  readonly id: string;
  readonly label: string;
  readonly startedAt: number;
  readonly progress: Pick<Progress, "phase" | "done" | "total" | "unit"> | undefined;
  readonly isStopping: boolean;
};

export const tasks = makeStore<readonly RunningTask[]>([]);

const alter = (id: string, change: (task: RunningTask) => RunningTask): void =>
  tasks.set((now) =>
    now.some((task) => task.id === id) ? now.map((task) => (task.id === id ? change(task) : task)) : now,
  );

let isHearing = false;
function hearProgress(): void {
  if (isHearing) return;
  isHearing = true;
  onEngineEvent((event) => {
    if (event.kind === "progress") alter(event.taskId, (task) => ({ ...task, progress: event }));
  });
}

export type TaskOptions<O> = {
  readonly label: string;
  /** The sentence that is now true, with what was counted. */
  readonly said?: (answer: O) => string;
  readonly refused?: (thrown: unknown) => void;
};

type Long =
  | NameOf<"task">
  | "package.verify"
  | "archive.create"
  | "archive.unlock"
  | "archive.recover"
  | "archive.close"
  | "restore.check"
  | "restore.run";

/** Runs a long job to its end; answers undefined when it was refused, cancelled or failed (which has been said). */
export async function runTask<N extends Long>(
  name: N,
  input: Asked<N>,
  options: TaskOptions<Output<N>>,
): Promise<Output<N> | undefined> {
  hearProgress();
  const id = newQuestionId();
  tasks.set((now) => [
    ...now,
    { id, label: options.label, startedAt: performance.now(), progress: undefined, isStopping: false },
  ]);
  try {
    const answer = await ask(name, input, id);
    const sentence = options.said?.(answer);
    if (sentence) sayDone(sentence);
    return answer;
  } catch (thrown) {
    (options.refused ?? sayThrown)(thrown);
    return undefined;
  } finally {
    tasks.set((now) => now.filter((task) => task.id !== id));
  }
}

/** Asks the engine to stop; the task itself then ends with its own refusal. */
export async function stopTask(taskId: string): Promise<void> {
  alter(taskId, (task) => ({ ...task, isStopping: true }));
  await ask("task.cancel", { taskId }).catch(sayThrown);
}
