import type { ReactNode } from "react";

type Props = { readonly list: ReactNode; readonly form: ReactNode; readonly formLabel: string };

/** A register: what is written on the left, what is being written on the right. */
export function TwoPanes({ list, form, formLabel }: Props): ReactNode {
  return (
    <div className="custody-panes">
      <div className="custody-list">{list}</div>
      <aside className="custody-form stack" aria-label={formLabel}>
        {form}
      </aside>
    </div>
  );
}
