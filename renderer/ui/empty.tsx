import type { ReactNode } from "react";

type Props = { readonly title: string; readonly next: string; readonly action?: ReactNode };

/** An empty place that teaches: what belongs here and the one next step. */
export function Empty({ title, next, action }: Props): ReactNode {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p className="empty-next">{next}</p>
      {action}
    </div>
  );
}
