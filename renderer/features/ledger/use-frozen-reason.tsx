// The word a frozen row asks for: the engine refuses a change without one, the clerk is asked, and the change is made with it.
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Refusal } from "#contract/refusal";
import { ledgerFrozenText as words } from "#text/ledger-frozen";
import { ReasonDialog } from "./reason-dialog.tsx";

/** Does an act with the reason given; where a frozen row needs one, asks for it. Refused as before when nobody says why. */
export type WithReason = <T>(act: (reason: string) => Promise<T>, given: string) => Promise<T>;
type Asked = { readonly period: string; readonly answer: (reason: string | undefined) => void };

export const needsReason = (thrown: unknown): thrown is Refusal =>
  thrown instanceof Refusal && thrown.code === "ledger-frozen-reason";

export function useFrozenReason(): { readonly withReason: WithReason; readonly dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked>();
  /** One after another: two cells typed at once are two questions. */
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const isGone = useRef(false);
  const pending = useRef<Asked["answer"]>(undefined);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      pending.current?.(undefined);
    };
  }, []);
  const withReason = useCallback<WithReason>(async (act, given) => {
    try {
      return await act(given);
    } catch (thrown) {
      if (!needsReason(thrown)) throw thrown;
      const question = last.current.then(
        () =>
          new Promise<string | undefined>((answer) => {
            // Nobody is there to be asked: what was typed stays in its cell.
            if (isGone.current) return answer(undefined);
            pending.current = answer;
            setAsked({ period: String(thrown.details["period"] ?? ""), answer });
          }),
      );
      last.current = question;
      const reason = await question;
      if (reason === undefined) throw thrown;
      return act(reason);
    }
  }, []);
  const settle = (reason: string | undefined): void => {
    setAsked(undefined);
    asked?.answer(reason);
  };
  const dialog = asked && (
    <ReasonDialog
      title={words.title}
      line={words.line(asked.period)}
      verb={words.verb}
      onVerb={(reason) => Promise.resolve(settle(reason))}
      onCancel={() => settle(undefined)}
    />
  );
  return { withReason, dialog };
}
