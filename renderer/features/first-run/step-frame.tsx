import type { ReactNode } from "react";
import { firstRunText } from "#text/first-run";
import { NoticeSlot } from "./notice-slot.tsx";

type Props = {
  readonly step: number;
  readonly children: ReactNode;
  readonly foot: ReactNode;
  readonly isTall?: boolean;
};

const cannotSkip = new Set([1, 2, 3]);

/** The rail of seven steps at the left, one screen at the right. */
export function StepFrame({ step, children, foot, isTall }: Props): ReactNode {
  return (
    <div className="first-run">
      <aside className="first-run-rail">
        <h1>{firstRunText.title}</h1>
        <ol>
          {firstRunText.steps.map((name, index) => (
            <li key={name} className={index < step ? "is-done" : ""} aria-current={index === step ? "step" : undefined}>
              <span className="step-number">{index < step ? "✓" : index + 1}</span>
              <span>{name}</span>
              {index === step && index < 6 && (
                <small>{cannotSkip.has(index) ? firstRunText.fixed : firstRunText.later}</small>
              )}
            </li>
          ))}
        </ol>
      </aside>
      <main className="first-run-step" aria-label={firstRunText.steps[step]}>
        <div className="first-run-body">
          <div className={`stack wide ${isTall ? "is-tall" : ""}`}>{children}</div>
        </div>
        <div className="first-run-foot">{foot}</div>
        <NoticeSlot />
      </main>
    </div>
  );
}
