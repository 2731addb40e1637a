// Hits for what is typed: asked after a pause, the older answer dropped. The words go nowhere else.
import { useEffect, useState } from "react";
import type { ResidentHit } from "#contract/resident";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { onChangeOf } from "#bridge/on-change-of";

const askAfter = 60;
type Lookup = {
  /** Undefined while nothing that could be looked up is typed. */
  readonly hits: readonly ResidentHit[] | undefined;
  readonly problem: ReturnType<typeof wordsOf> | undefined;
  /** Whether the hits are those of what stands in the box now: of older ones nobody is opened unseen. */
  readonly isOfNow: boolean;
};

const nothing = { hits: undefined, problem: undefined, of: "" };

export function useLookup(words: string): Lookup {
  const [state, setState] = useState<Omit<Lookup, "isOfNow"> & { readonly of: string }>(nothing);
  const [turn, setTurn] = useState(0);
  useEffect(() => onChangeOf("resident.lookup", () => setTurn((now) => now + 1), askAfter), []);
  const typed = words.trim();
  useEffect(() => {
    if (typed === "") return setState(nothing);
    let isWanted = true;
    const due = setTimeout(() => {
      ask("resident.lookup", { words: typed.slice(0, 80) }).then(
        (hits) => isWanted && setState({ hits, problem: undefined, of: typed }),
        (thrown: unknown) => {
          if (!isWanted) return;
          const problem = wordsOf(thrown);
          // One letter is the beginning of a lookup, nothing to complain about.
          setState({ ...nothing, problem: problem.code === "lookup-too-short" ? undefined : problem });
        },
      );
    }, askAfter);
    return () => {
      isWanted = false;
      clearTimeout(due);
    };
  }, [typed, turn]);
  return { hits: state.hits, problem: state.problem, isOfNow: state.of === typed };
}
