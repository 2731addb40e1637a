import type { ReactNode } from "react";

type Props = {
  readonly label: string;
  readonly forId?: string;
  /** What is worth a look or what is counted, under the field. */
  readonly note?: ReactNode;
  readonly tone?: "quiet" | "look" | "destroy";
  readonly children: ReactNode;
};

/** One line of a form: label left, control right, a note under it. */
export function Field({ label, forId, note, tone = "quiet", children }: Props): ReactNode {
  return (
    <div className="field">
      {forId ? <label htmlFor={forId}>{label}</label> : <span className="field-label">{label}</span>}
      <div className="field-control">
        {children}
        {note ? <div className={`field-note tone-${tone}`}>{note}</div> : null}
      </div>
    </div>
  );
}
