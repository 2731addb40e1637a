import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Output } from "#contract/contract";
import { scanText } from "#text/scan";

type Batch = Output<"scan.accept">;
const rank = { reject: 0, warn: 1, accept: 2 } as const;
const tone = { reject: "mark-destroy", warn: "mark-look", accept: "mark-proved" } as const;
const mostShown = 500;

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** What became of each file of the last batch: what was refused first, each with its sentence. */
export function BatchOutcome({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }): ReactNode {
  const warned = batch.outcomes.filter((outcome) => outcome.outcome === "warn").length;
  const [isOpen, setOpen] = useState(false);
  // What was refused or needs a look is always shown; what came in only when asked for.
  const sorted = batch.outcomes
    .filter((outcome) => isOpen || outcome.outcome !== "accept")
    .toSorted((one, other) => rank[one.outcome] - rank[other.outcome])
    .slice(0, mostShown);
  const accepted = batch.outcomes.length - warned - batch.rejectedCount;
  return (
    <section className="batch" aria-label={scanText.batch}>
      <div className="row">
        <b>{scanText.batch}</b>
        <span className="grow">{scanText.batchCount(accepted, warned, batch.rejectedCount)}</span>
        <Button size="small" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? scanText.batchHide : scanText.batchShow}
        </Button>
        <Button size="small" type="text" onClick={onClose}>
          {scanText.batchClose}
        </Button>
      </div>
      {batch.outcomes.some((outcome) => outcome.code === "state-secret") && (
        <p className="secret-note" role="alert">
          {scanText.stateSecret}
        </p>
      )}
      {sorted.length > 0 && (
        <ul className="batch-list">
          {sorted.map((outcome) => (
            <li key={outcome.path}>
              <span className={`mark ${tone[outcome.outcome]}`}>{scanText.outcomes[outcome.outcome]}</span>
              <span className="cut batch-name" title={outcome.path}>
                {fileName(outcome.path)}
              </span>
              <span className="grow">
                {outcome.message} {outcome.outcome !== "accept" && <small className="code">{outcome.code}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
