import type { ReactNode } from "react";
import { filingText } from "#text/filing";

type Props = {
  readonly all: number;
  readonly open: number;
  readonly ready: number;
  readonly filed: number;
  readonly note: string;
};

/** How far the year is, as a line with counts. */
export function StageLine({ all, open, ready, filed, note }: Props): ReactNode {
  const { stages } = filingText;
  const steps = [
    { name: stages.described, count: all, tone: "" },
    { name: stages.problems, count: open, tone: open > 0 ? "tone-look" : "tone-quiet" },
    { name: stages.ready, count: ready, tone: "" },
    { name: stages.filed, count: filed, tone: filed > 0 ? "tone-proved" : "tone-quiet" },
  ];
  return (
    <ol className="stage-line">
      {steps.map((step) => (
        <li key={step.name} className={step.tone}>
          <span>{step.name}</span> <b>{filingText.stageCount(step.count)}</b>
        </li>
      ))}
      {note && <li className="stage-note tone-quiet">{note}</li>}
    </ol>
  );
}
