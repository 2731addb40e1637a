import { Button } from "antd";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import { desk, rememberDesk } from "#bridge/desk";
import { useWrite } from "#bridge/use-write";
import { filingText, orderText } from "#text/filing";
import { Split } from "#ui/split";
import { CorrectDialog } from "./correct-dialog.tsx";
import type { Drop } from "./plan-drop.ts";
import { planLines } from "./plan-lines.ts";
import { PlanList } from "./plan-list.tsx";
import { ProblemList } from "./problem-list.tsx";
import { RenumberDialog, type RenumberStep } from "./renumber-dialog.tsx";

type Props = {
  readonly plan: Output<"filing.preview">;
  /** Where the page was sent: chosen once it is among the lines. */
  readonly sentId: ItemId | undefined;
  readonly rowHeight: number;
  readonly isClosed: boolean;
  readonly onItem: (itemId: string) => void;
};

/** 排列编号: every number as it is or would be, what is missing beside it; one item put elsewhere by hand. */
export function OrderStage({ plan, sentId, rowHeight, isClosed, onItem }: Props): ReactNode {
  const { splitters } = desk.use();
  const [active, setActive] = useState(0);
  const [step, setStep] = useState<RenumberStep>();
  const [isCorrecting, setCorrecting] = useState(false);
  const [write] = useWrite();
  const lines = useMemo(() => planLines(plan.units), [plan]);
  const found = useRef<ItemId>(undefined);
  useEffect(() => {
    const at = lines.findIndex((each) => each.kind === "item" && each.item.itemId === sentId);
    if (at < 0 || found.current === sentId) return;
    found.current = sentId;
    setActive(at);
  }, [lines, sentId]);
  const { problems } = plan;
  const line = lines[Math.min(active, lines.length - 1)];
  const filed = line?.kind === "item" && !line.item.isNew ? line.item : undefined;
  const byHand = plan.units.filter((unit) => unit.isOrderedByHand);

  const drop = (meant: NonNullable<Drop>): void => {
    const { kind, itemId, beforeId } = meant;
    if (kind === "reorder")
      void write("filing.reorder", { itemId, beforeId }, { hasUndo: true, said: () => orderText.ordered });
    else setStep({ kind, itemId, beforeId });
  };
  const orderByTime = (): void => {
    const ranks = byHand.flatMap((unit) =>
      unit.items.filter((item) => item.isNew).map(({ itemId }) => ({ itemId, rank: null })),
    );
    void write("filing.set-ranks", { ranks }, { hasUndo: true, said: () => orderText.orderedByTime });
  };
  return (
    <section className="stage-table" aria-label={filingText.preview}>
      <header className="stage-bar">
        <span className="quiet grow">{problems.length === 0 ? filingText.noProblems : ""}</span>
        {byHand.length > 0 && <Button onClick={orderByTime}>{orderText.byTime}</Button>}
        {isClosed ? (
          <Button disabled={!filed} onClick={() => setCorrecting(true)}>
            {orderText.correct}
          </Button>
        ) : (
          <Button disabled={!filed} onClick={() => filed && setStep({ kind: "withdraw", itemId: filed.itemId })}>
            {orderText.withdraw}
          </Button>
        )}
      </header>
      <div className="filing-columns">
        <Split
          panes={[
            {
              key: "filing-plan",
              least: 400,
              content: (
                <PlanList
                  lines={lines}
                  rowHeight={rowHeight}
                  active={active}
                  onActive={setActive}
                  onItem={onItem}
                  onDrop={isClosed ? undefined : drop}
                />
              ),
            },
            ...(problems.length > 0
              ? [
                  {
                    key: "filing-problems",
                    least: 200,
                    first: 320,
                    content: <ProblemList problems={problems} rowHeight={rowHeight * 1.6} onItem={onItem} />,
                  },
                ]
              : []),
          ]}
          widths={splitters}
          onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
        />
      </div>
      {step && <RenumberDialog step={step} onEnd={() => setStep(undefined)} />}
      {isCorrecting && filed && <CorrectDialog itemId={filed.itemId} onEnd={() => setCorrecting(false)} />}
    </section>
  );
}
