import { Button } from "antd";
import type { ReactNode } from "react";
import { stopTask, tasks } from "#bridge/tasks";
import { sayBytes, sayCount } from "#text/format";
import { restoreText as words } from "#text/restore";
import { RunningStage } from "#ui/running-stage";

/** How far the running step is, in bytes or files, and the way to stop it. */
export function RunningBar(): ReactNode {
  const [task] = tasks.use();
  if (!task) return null;
  const { progress, label, isStopping } = task;
  const { phase, done, total, unit } = progress ?? { phase: label, done: 0, total: 0, unit: "file" };
  const say = unit === "byte" ? sayBytes : sayCount;
  return (
    <RunningStage
      {...{ label, done, total }}
      stage={phase}
      amount={`${say(done)} / ${say(total)}`}
      beside={
        <Button size="small" disabled={isStopping} onClick={() => void stopTask(task.id)}>
          {isStopping ? words.stopping : words.stop}
        </Button>
      }
    />
  );
}
