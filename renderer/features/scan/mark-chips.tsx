import type { ReactNode } from "react";
import type { PageMark, PageMarkName } from "#contract/page-mark";

type Props = {
  readonly marks: readonly PageMark[];
  readonly names: Readonly<Record<PageMarkName, string>>;
  /** Marks that only say what a page is. */
  readonly quiet: readonly PageMarkName[];
};

/** What was noticed about a page, as words on its thumbnail; what the clerk settled is no longer said there. */
export function MarkChips({ marks, names, quiet }: Props): ReactNode {
  const shown = marks.filter(({ isSettled }) => !isSettled);
  if (shown.length === 0) return null;
  return (
    <span className="mark-chips">
      {shown.map(({ mark }) => (
        <span key={mark} className={quiet.includes(mark) ? "mark-chip is-quiet" : "mark-chip"}>
          {names[mark]}
        </span>
      ))}
    </span>
  );
}
