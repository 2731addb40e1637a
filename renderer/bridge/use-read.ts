import { useCallback, useEffect, useRef, useState } from "react";
import type { Asked, NameOf, Output } from "#contract/contract";
import { ask } from "./call.ts";
import { wordsOf } from "./notices.ts";
import { onChangeOf } from "./on-change-of.ts";

export type Reading<N extends NameOf<"read">> = {
  /** The last answer; stays while a newer one is on its way. */
  readonly value: Output<N> | undefined;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  /** No answer yet and 150 ms have passed: time for a skeleton. */
  readonly isSlow: boolean;
  readonly lookAgain: () => void;
};

const skeletonAfter = 150;
/** One look for all announcements of a moment. */
const refreshAfter = 80;

/**
 * Reads once, and again whenever the engine announces a change of the read's nouns.
 * input null means: do not ask yet. An answer to older input is dropped.
 */
export function useRead<N extends NameOf<"read">>(name: N, input: Asked<N> | null): Reading<N> {
  const key = input === null ? null : JSON.stringify(input);
  // An answer belongs to its question: another year, another item never shows what was asked before.
  const [answered, setAnswered] = useState<{ key: string; value: Output<N> }>();
  const [refused, setRefused] = useState<{ key: string; problem: NonNullable<Reading<N>["problem"]> }>();
  const value = answered && answered.key === key ? answered.value : undefined;
  const problem = refused && refused.key === key ? refused.problem : undefined;
  const [isSlow, setSlow] = useState(false);
  const turn = useRef(0);

  const lookAgain = useCallback(() => {
    const mine = ++turn.current;
    if (key === null) return;
    ask(name, JSON.parse(key) as Asked<N>).then(
      (answer) => {
        if (mine !== turn.current) return;
        setAnswered({ key, value: answer });
        setRefused(undefined);
      },
      (thrown: unknown) => {
        if (mine !== turn.current) return;
        setRefused({ key, problem: wordsOf(thrown) });
        setAnswered(undefined);
      },
    );
  }, [name, key]);

  useEffect(() => {
    lookAgain();
    const deaf = onChangeOf(name, lookAgain, refreshAfter);
    return () => {
      deaf();
      turn.current++;
    };
  }, [name, lookAgain]);

  const isWaiting = value === undefined && problem === undefined && key !== null;
  useEffect(() => {
    if (!isWaiting) return setSlow(false);
    const due = setTimeout(() => setSlow(true), skeletonAfter);
    return () => clearTimeout(due);
  }, [isWaiting]);

  return { value, problem, isSlow, lookAgain };
}
