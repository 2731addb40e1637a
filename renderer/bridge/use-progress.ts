// How far the long job with this label is, for a page that shows it itself.
import { tasks, type RunningTask } from "./tasks.ts";

/** Undefined while none runs, or none has told anything yet. */
export function useProgress(label: string): RunningTask["progress"] {
  return tasks.use().find((task) => task.label === label)?.progress;
}
