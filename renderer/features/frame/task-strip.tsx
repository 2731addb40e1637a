import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { type RunningTask, stopTask, tasks } from "#bridge/tasks";
import { frameText, sayPhase } from "#text/frame";
import { sayBytes, sayCount, sayLeft } from "#text/format";

const showAfter = 900;

/** done/total in its unit; blank while nothing can be counted. */
function amount(progress: NonNullable<RunningTask["progress"]>): string {
  const { done, total, unit } = progress;
  if (unit === "byte") return total > 0 ? `${sayBytes(done)} / ${sayBytes(total)}` : sayBytes(done);
  const unitWord = frameText.units[unit];
  return total > 0 ? `${sayCount(done)} / ${sayCount(total)} ${unitWord}` : `${sayCount(done)} ${unitWord}`;
}

/** Seconds left by the pace so far; undefined while it is too early to say. */
function secondsLeft(task: RunningTask, now: number): number | undefined {
  const { progress, startedAt } = task;
  if (!progress || progress.done <= 0 || progress.total <= progress.done || now - startedAt < 2000) return undefined;
  return ((now - startedAt) / 1000 / progress.done) * (progress.total - progress.done);
}

/** Long jobs at the bottom of the desk; work goes on elsewhere meanwhile. */
export function TaskStrip(): ReactNode {
  const running = tasks.use();
  const [now, setNow] = useState(() => performance.now());
  const isBusy = running.length > 0;
  useEffect(() => {
    if (!isBusy) return;
    const clock = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(clock);
  }, [isBusy]);
  const shown = running.filter((task) => now - task.startedAt > showAfter);
  if (shown.length === 0) return null;
  return (
    <section className="task-strip" aria-label={frameText.tasks}>
      {shown.map((task) => {
        const { progress } = task;
        const share =
          progress && progress.total > 0 ? Math.min(100, (100 * progress.done) / progress.total) : undefined;
        const left = secondsLeft(task, now);
        return (
          <div key={task.id} className="task">
            <b className="cut">{task.label}</b>
            <span className="quiet cut">{progress ? sayPhase(progress.phase) : ""}</span>
            <div
              className={`task-track ${share === undefined ? "is-open" : ""}`}
              role="progressbar"
              aria-label={task.label}
              aria-valuenow={share === undefined ? undefined : Math.floor(share)}
            >
              <div style={share === undefined ? undefined : { width: `${share}%` }} />
            </div>
            <span className="figures">{progress ? amount(progress) : ""}</span>
            <span className="quiet figures">{left === undefined ? "" : sayLeft(left)}</span>
            <Button size="small" disabled={task.isStopping} onClick={() => void stopTask(task.id)}>
              {task.isStopping ? frameText.stopping : frameText.stop}
            </Button>
          </div>
        );
      })}
    </section>
  );
}
