import { Button } from "antd";
import type { ReactNode } from "react";
import { stopTask, tasks } from "#bridge/tasks";
import { sayBytes, sayCount } from "#text/format";
import { restoreText as words } from "#text/restore";

/** How far the running step is, in bytes or files, and the way to stop it. */
export function RunningBar(): ReactNode {
  const [task] = tasks.use();
  if (!task) return null;
  const { progress, label, isStopping } = task;
  const share = progress && progress.total > 0 ? Math.min(100, (100 * progress.done) / progress.total) : undefined;
  const say = progress?.unit === "byte" ? sayBytes : sayCount;
  return (
    <div className="stack">
      <div className="row">
        <span className="grow quiet">{progress?.phase ?? label}</span>
        <span className="figures">
          {progress && progress.total > 0 ? `${say(progress.done)} / ${say(progress.total)}` : ""}
        </span>
      </div>
      <div className="row">
        <div
          className={`task-track ${share === undefined ? "is-open" : ""}`}
          role="progressbar"
          aria-label={label}
          aria-valuenow={share === undefined ? undefined : Math.floor(share)}
        >
          <div style={share === undefined ? undefined : { width: `${share}%` }} />
        </div>
        <Button size="small" disabled={isStopping} onClick={() => void stopTask(task.id)}>
          {isStopping ? words.stopping : words.stop}
        </Button>
      </div>
    </div>
  );
}
