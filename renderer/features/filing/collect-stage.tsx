import { Button, Checkbox } from "antd";
import { type ReactNode, useState } from "react";
import type { CollectionLine, CollectionLineId } from "#contract/collection-list";
import { collectionSourceLabel, collectionStateLabel } from "#contract/collection-list";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { collectText } from "#text/filing";
import { sayCount } from "#text/format";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { VirtualList } from "#ui/virtual-list";
import type { CollectScope } from "./collect-scope.ts";
import { DeadlineBar } from "./deadline-bar.tsx";
import { JudgeBar } from "./judge-bar.tsx";
import { LineDialog } from "./line-dialog.tsx";

type Props = { readonly scope: CollectScope; readonly rowHeight: number; readonly isClosed: boolean };

/** 收集: the handed-in list of every source, what is due and what has come. */
export function CollectStage({ scope, rowHeight, isClosed }: Props): ReactNode {
  const { value, problem, lookAgain } = useRead("collection.list", scope);
  const [picked, setPicked] = useState<ReadonlySet<CollectionLineId>>(new Set());
  const [active, setActive] = useState(0);
  const [isAdding, setAdding] = useState(false);
  const [write] = useWrite();
  const lines = value?.lines ?? [];
  const chosen = lines.filter((line) => picked.has(line.id));
  const toggle = (id: CollectionLineId): void =>
    setPicked((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const again = (): void =>
    void write(
      "collection.expect-again",
      { fondsId: scope.fondsId, fromYear: scope.year - 1, year: scope.year },
      { said: ({ addedCount }) => collectText.expected(addedCount) },
    );
  const actions = (
    <>
      <Button onClick={again}>{collectText.expectAgain(scope.year - 1)}</Button>
      <Button onClick={() => setAdding(true)}>{collectText.add}</Button>
    </>
  );
  return (
    <section className="stage-table" aria-label={collectText.list}>
      <header className="stage-bar">
        <DeadlineBar scope={scope} isClosed={isClosed} />
        <span className="grow" />
        {actions}
      </header>
      {problem && <Problem {...problem} again={{ words: bridgeText.again, run: lookAgain }} />}
      {chosen.length > 0 && <JudgeBar scope={scope} lines={chosen} onDone={() => setPicked(new Set())} />}
      {value && lines.length === 0 ? (
        <Empty title={collectText.emptyTitle} next={collectText.emptyNext} />
      ) : (
        <>
          <div className="collect-row plan-head" aria-hidden>
            <span />
            <span>{collectText.source}</span>
            <span>{collectText.name}</span>
            <span>{collectText.kind}</span>
            <span className="figures">{collectText.copies}</span>
            <span className="figures">{collectText.pages}</span>
            <span>{collectText.dueOn}</span>
            <span>{collectText.state}</span>
          </div>
          <VirtualList
            label={collectText.list}
            count={lines.length}
            rowHeight={rowHeight * 1.3}
            activeIndex={Math.min(active, lines.length - 1)}
            onActive={setActive}
            onOpen={(index) => {
              const line = lines[index];
              if (line) toggle(line.id);
            }}
            onPick={(index) => {
              setActive(index);
              const line = lines[index];
              if (line) toggle(line.id);
            }}
            renderRow={(index) => (
              <Row line={lines[index]} isPicked={picked.has(lines[index]?.id as CollectionLineId)} />
            )}
          />
        </>
      )}
      {isAdding && <LineDialog scope={scope} onEnd={() => setAdding(false)} />}
    </section>
  );
}

const tones: Record<CollectionLine["state"], string> = {
  expected: "",
  "handed-in": "mark-proved",
  missing: "mark-destroy",
  excluded: "",
};

function Row({ line, isPicked }: { readonly line: CollectionLine | undefined; readonly isPicked: boolean }): ReactNode {
  if (!line) return null;
  const facts = [
    line.handedInOn && collectText.handedIn(line.handedInOn),
    line.reminderCount > 0 && collectText.reminded(line.remindedOn, line.reminderCount),
    line.reason,
  ].filter(Boolean);
  return (
    <div className="collect-row">
      <Checkbox checked={isPicked} aria-label={collectText.pick} tabIndex={-1} />
      <span className="cut" title={`${line.sourceName}（${collectionSourceLabel[line.sourceKind]}）`}>
        {line.sourceName}
      </span>
      <span className="cut" title={line.title}>
        {line.title}
      </span>
      <span className="cut">{line.kind}</span>
      <span className="figures">{line.copies > 0 ? sayCount(line.copies) : ""}</span>
      <span className="figures">{line.pages > 0 ? sayCount(line.pages) : ""}</span>
      <span className={line.isOverdue ? "tone-destroy" : ""}>{line.dueOn}</span>
      <span className="cut" title={facts.join("；")}>
        <span className={`mark ${line.isOverdue ? "mark-look" : tones[line.state]}`}>
          {line.isOverdue ? collectText.overdue : collectionStateLabel[line.state]}
        </span>{" "}
        <span className="small quiet">{facts.join("；")}</span>
      </span>
    </div>
  );
}
