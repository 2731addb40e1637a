// The plan on the screen and the proposal behind it: a newer proposal is taken while nothing was changed by hand, else offered.
import { useEffect, useState } from "react";
import type { PileScope, SeparationMethod } from "#contract/pile";
import { useRead, type Reading } from "#bridge/use-read";
import { type Plan, planOf, withoutGone } from "./plan.ts";

type Asked = { readonly scope: PileScope; readonly method: SeparationMethod | null; readonly every: number };
export type PlanState = {
  readonly plan: Plan | undefined;
  readonly change: (work: (plan: Plan) => Plan) => void;
  readonly reading: Reading<"pile.propose">;
  /** The program would now divide otherwise than it did before the hand took over. */
  readonly isNewer: boolean;
  readonly takeNewer: () => void;
};

const keyOf = (runs: readonly { readonly firstPageId: string }[]): string => runs.map((run) => run.firstPageId).join();

export function usePlan({ scope, method, every }: Asked): PlanState {
  const reading = useRead("pile.propose", { scope, method, every });
  const { value } = reading;
  const question = JSON.stringify([scope, method, every]);
  const [held, setHeld] = useState<{ readonly plan: Plan; readonly question: string; readonly runs: string }>();

  useEffect(() => {
    if (!value) return;
    setHeld((now) =>
      now?.question === question && now.plan.isEdited
        ? { ...now, plan: withoutGone(now.plan, value) }
        : { plan: planOf(value), question, runs: keyOf(value.runs) },
    );
  }, [value, question]);

  const plan = reading.problem || held?.question !== question ? undefined : held.plan;
  return {
    plan,
    change: (work) => setHeld((now) => now && { ...now, plan: work(now.plan) }),
    reading,
    isNewer: plan?.isEdited === true && value !== undefined && held?.runs !== keyOf(value.runs),
    takeNewer: () => value && setHeld({ plan: planOf(value), question, runs: keyOf(value.runs) }),
  };
}
