import type { ReactNode } from "react";

type Props = { readonly rows?: number; readonly label: string; readonly shape?: "rows" | "sheets" | "form" };

/** The skeleton of the real layout; shown only after the reads have been slow for 150 ms. */
export function Waiting({ rows = 8, label, shape = "rows" }: Props): ReactNode {
  return (
    <div className={`waiting waiting-${shape}`} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="waiting-bar" />
      ))}
    </div>
  );
}
