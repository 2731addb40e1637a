import type { ReactNode } from "react";

type Props = {
  readonly label: string;
  readonly stage: string;
  /** How much of the stage is done, in words; blank while nothing can be counted. */
  readonly amount: string;
  readonly done: number;
  readonly total: number;
  /** At the end of the track: a way to stop. */
  readonly beside?: ReactNode;
  /** What whoever waits should know. */
  readonly note?: string;
};

/** One stage of a long job: its name, how much of it is done, and a track, begun where nothing can be counted. */
export function RunningStage({ label, stage, amount, done, total, beside, note }: Props): ReactNode {
  const share = total > 0 ? Math.min(100, (100 * done) / total) : undefined;
  return (
    <div className="stack">
      <div className="row">
        <span className="grow quiet">{stage}</span>
        <span className="figures">{total > 0 ? amount : ""}</span>
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
        {beside}
      </div>
      {note && <p className="small quiet">{note}</p>}
    </div>
  );
}
