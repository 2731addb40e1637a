// What is found for words while they are typed: asked a little after the last key, an older answer dropped.
import { useEffect, useState } from "react";

type Options = {
  /** Milliseconds of rest before it is asked. */
  readonly restMs: number;
  /** What was found last stays while nothing is typed: a chosen one goes on being named. */
  readonly keepsLast?: boolean;
};

/** `find` must stay the same function while the question does; nothing is asked for "" or without it, a failure finds nothing. */
export function useFound<T>(
  words: string,
  find: ((words: string) => Promise<readonly T[]>) | undefined,
  { restMs, keepsLast = false }: Options,
): readonly T[] {
  const [found, setFound] = useState<readonly T[]>([]);
  useEffect(() => {
    if (!find || words === "") return keepsLast ? undefined : setFound([]);
    let isWanted = true;
    const due = setTimeout(() => {
      find(words).then(
        (some) => isWanted && setFound(some),
        () => isWanted && setFound([]),
      );
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(due);
    };
  }, [words, find, restMs, keepsLast]);
  return found;
}
