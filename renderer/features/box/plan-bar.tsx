import { Button } from "antd";
import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { boxText } from "#text/box";

type Plan = Output<"box.plan">;
type Props = {
  readonly plan: Plan;
  readonly isBusy: boolean;
  readonly onCommit: () => void;
  readonly onLeave: () => void;
};

/** Whether the preview would change anything. */
const changesAnything = (plan: Plan): boolean =>
  plan.units.some((unit) => unit.boxes.some((box) => box.id === null || box.isChanged));

/** What the preview says, and the two ways on. */
export function PlanBar({ plan, isBusy, onCommit, onLeave }: Props): ReactNode {
  const isChange = changesAnything(plan);
  return (
    <div className="plan-bar" role="status">
      <span className="grow">
        {isChange ? boxText.planTitle(plan.newBoxCount, plan.newEntryCount) : boxText.nothingToPlan}
      </span>
      <Button disabled={isBusy} onClick={onLeave}>
        {boxText.leave}
      </Button>
      {isChange && (
        <Button type="primary" loading={isBusy} onClick={onCommit}>
          {boxText.commit(plan.newEntryCount)}
        </Button>
      )}
    </div>
  );
}
