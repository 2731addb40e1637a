import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { residentText, revealText } from "#text/resident";
import { RevealDialog, type RevealQuestion } from "./reveal-dialog.tsx";

type Props = {
  readonly label: string;
  readonly isKept: boolean;
  readonly isRestricted: boolean;
  readonly question: RevealQuestion;
};

/** Long enough to copy a number onto a form by hand. */
const shownSeconds = 40;

/** A sealed value: masked until it was asked for with a reason, and masked again by itself, and when the window is left. */
export function SecretLine({ label, isKept, isRestricted, question }: Props): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (value === undefined) return;
    if (left <= 0) return setValue(undefined);
    const due = setTimeout(() => setLeft((now) => now - 1), 1000);
    const hide = (): void => setValue(undefined);
    window.addEventListener("blur", hide);
    return () => {
      clearTimeout(due);
      window.removeEventListener("blur", hide);
    };
  }, [value, left]);
  const show = (found: string): void => {
    setAsking(false);
    setLeft(shownSeconds);
    setValue(found);
  };
  return (
    <dl className="fact-list">
      <div>
        <dt>{label}</dt>
        <dd className="secret-line">
          {!isKept && residentText.blank}
          {isKept && value === undefined && (
            <>
              <span aria-hidden="true">{residentText.masked}</span>
              <Button
                size="small"
                disabled={isRestricted}
                aria-label={revealText.lookOf(label)}
                onClick={() => setAsking(true)}
              >
                {revealText.look}
              </Button>
            </>
          )}
          {value !== undefined && (
            <>
              <span className="figures">{value}</span>
              <Button size="small" onClick={() => setValue(undefined)}>
                {revealText.hide}
              </Button>
              <span className="quiet small">{revealText.hidesIn(left)}</span>
            </>
          )}
        </dd>
      </div>
      {isAsking && <RevealDialog label={label} question={question} onValue={show} onCancel={() => setAsking(false)} />}
    </dl>
  );
}
