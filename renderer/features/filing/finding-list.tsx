import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ConsistencyFinding } from "#contract/consistency";
import { findingText } from "#text/filing";
import { Empty } from "#ui/empty";
import { VirtualList } from "#ui/virtual-list";

type Props = {
  readonly stage: ConsistencyFinding["stage"];
  readonly findings: readonly ConsistencyFinding[];
  readonly rowHeight: number;
  readonly onOpen: (finding: ConsistencyFinding) => void;
  readonly action?: { readonly words: string; readonly run: () => void };
};

/** One stage's findings, those that stand in the way first; each one click from what it is about. */
export function FindingList({ stage, findings, rowHeight, onOpen, action }: Props): ReactNode {
  const [active, setActive] = useState(0);
  const sorted = findings.toSorted((one, other) => Number(other.isBlocking) - Number(one.isBlocking));
  const open = (index: number): void => {
    const finding = sorted[index];
    setActive(index);
    if (finding) onOpen(finding);
  };
  const button = action && <Button onClick={action.run}>{action.words}</Button>;
  if (sorted.length === 0)
    return <Empty title={findingText.none[stage] ?? ""} next={findingText.noneNext} action={button} />;
  return (
    <section className="stage-table" aria-label={findingText.list}>
      <header className="stage-bar">
        <span className="quiet grow">{findingText.lines[stage]}</span>
        {button}
      </header>
      <VirtualList
        label={findingText.list}
        count={sorted.length}
        rowHeight={rowHeight}
        activeIndex={Math.min(active, sorted.length - 1)}
        onActive={setActive}
        onOpen={open}
        onPick={open}
        renderRow={(index) => {
          const finding = sorted[index];
          if (!finding) return null;
          return (
            <div className="finding-row">
              <span className={`mark ${finding.isBlocking ? "mark-destroy" : "mark-look"}`}>
                {finding.isBlocking ? findingText.blocking : findingText.look}
              </span>
              <span className={`cut ${finding.archivalCode ? "archival-code" : "quiet"}`} title={finding.archivalCode}>
                {finding.archivalCode || findingText.noCode}
              </span>
              <span className="cut" title={finding.title}>
                {finding.title}
              </span>
              <span className="cut" title={finding.message}>
                {finding.message}
              </span>
            </div>
          );
        }}
      />
    </section>
  );
}
