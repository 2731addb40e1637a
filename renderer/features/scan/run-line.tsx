import { Button } from "antd";
import type { ReactNode } from "react";
import { stopTask, tasks } from "#bridge/tasks";
import { deviceText } from "#text/device";
import { closeRun, type ScanDesk } from "./scan-desk.ts";

type Props = { readonly state: ScanDesk; readonly onGoOn: () => void };

/** The run in hand, live; afterwards how it ended, and the way on. */
export function RunLine({ state, onGoOn }: Props): ReactNode {
  const running = tasks.use();
  const { isScanning, run, found, deviceId, pile } = state;
  const device = found?.devices.find(({ id }) => id === deviceId);
  if (isScanning) {
    const task = device && running.find(({ label }) => label === deviceText.scanTask(device));
    const { progress } = task ?? {};
    return (
      <div className="run-line" role="status">
        <span className="grow">
          {progress ? deviceText.running(progress.done, progress.phase) : deviceText.waiting}
        </span>
        {task && (
          <Button size="small" disabled={task.isStopping} onClick={() => void stopTask(task.id)}>
            {task.isStopping ? deviceText.stopping : deviceText.stop}
          </Button>
        )}
      </div>
    );
  }
  if (!run) return null;
  const isGood = run.ending === "finished";
  return (
    <div className={`run-line ${isGood ? "is-good" : "is-look"}`} role={run.ending === "failed" ? "alert" : "status"}>
      <div className="grow">
        <p>
          {run.sentence} {run.ending === "failed" && <small className="code">{run.code}</small>}
        </p>
        {run.notes.map((note) => (
          <p key={note} className="small tone-look">
            {note}
          </p>
        ))}
      </div>
      {!isGood && (
        <Button size="small" onClick={onGoOn}>
          {pile.pages > 0 ? deviceText.goOn : deviceText.again}
        </Button>
      )}
      <Button size="small" type="text" onClick={closeRun}>
        {deviceText.close}
      </Button>
    </div>
  );
}
