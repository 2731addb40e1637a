import { type ReactNode, useState } from "react";
import type { FilingProblem } from "#contract/filing-unit";
import { filingText } from "#text/filing";
import { VirtualList } from "#ui/virtual-list";

type Props = {
  readonly problems: readonly FilingProblem[];
  readonly rowHeight: number;
  readonly onItem: (itemId: string) => void;
};

/** What is missing, each one click from its item. */
export function ProblemList({ problems, rowHeight, onItem }: Props): ReactNode {
  const [active, setActive] = useState(-1);
  const open = (index: number): void => {
    const problem = problems[index];
    if (problem) onItem(problem.itemId);
  };
  return (
    <section className="problem-list" aria-label={filingText.problems}>
      <header>
        <h2>
          {filingText.problems} {problems.length > 0 && <span className="mark mark-look">{problems.length}</span>}
        </h2>
        <p className="quiet small">{problems.length > 0 ? filingText.problemsLine : filingText.noProblems}</p>
      </header>
      {problems.length > 0 && (
        <VirtualList
          label={filingText.problems}
          count={problems.length}
          rowHeight={rowHeight}
          activeIndex={active}
          onActive={setActive}
          onOpen={open}
          onPick={open}
          renderRow={(index) => {
            const problem = problems[index];
            if (!problem) return null;
            return (
              <div className="problem-row">
                <span className={`cut ${problem.title ? "" : "quiet"}`}>{problem.title || filingText.untitled}</span>
                <span className="cut small tone-look">{problem.message}</span>
              </div>
            );
          }}
        />
      )}
    </section>
  );
}
