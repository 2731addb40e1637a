import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Desk } from "./launch.ts";

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly src_func?: string };
};

/** Tasks of the shell's and the page's main threads: how many were measured, and those that computed too long. */
export type TaskReport = { readonly measured: number; readonly long: readonly string[] };

const threads = { shell: "CrBrowserMain", page: "CrRendererMain" } as const;

/**
 * Traces `work` and names the tasks that took more than `longestMs` of processor time (not of the wall clock: a machine
 * that is busy with other things does not count).
 */
export async function traceTasks(
  desk: Desk,
  longestMs: number,
  work: () => Promise<void>,
): Promise<Record<keyof typeof threads, TaskReport>> {
  await desk.app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ["toplevel"] }));
  await work();
  const file = join(desk.home, "trace.json");
  await desk.app.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file);
  const { traceEvents } = JSON.parse(readFileSync(file, "utf8")) as { traceEvents: TraceEvent[] };
  rmSync(file);
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  const report = (thread: string): TaskReport => {
    const own = new Set(
      traceEvents.filter((event) => event.name === "thread_name" && event.args?.name === thread).map(threadOf),
    );
    const tasks = traceEvents.flatMap(({ ph, name, tdur, args, ...rest }) =>
      ph === "X" && /RunTask$/.test(name) && tdur !== undefined && own.has(threadOf({ ph, name, ...rest }))
        ? [{ ms: tdur / 1000, from: args?.src_func ?? "" }]
        : [],
    );
    const long = tasks.filter(({ ms }) => ms > longestMs).map(({ ms, from }) => `${ms.toFixed(0)} ms ${from}`);
    return { measured: tasks.length, long };
  };
  return { shell: report(threads.shell), page: report(threads.page) };
}
