import { useEffect, useState } from "react";
import { ask } from "#bridge/call";
import type { MarkedPage } from "./hit-page.tsx";
import type { Entry } from "./search-question.ts";

type PageEntry = Extract<Entry, { kind: "page" }>;

/** Where the words stand on the page that is chosen, and which of the places is looked at. */
export function useMarkedPage(
  entry: PageEntry | undefined,
  words: string,
): {
  readonly of: (entry: PageEntry) => MarkedPage | undefined;
  readonly at: number;
  readonly setAt: (at: number) => void;
} {
  const [answer, setAnswer] = useState<{ key: string; marked: MarkedPage }>();
  const [at, setAt] = useState(0);
  const key = entry?.key;
  useEffect(() => {
    setAt(0);
    if (!entry) return;
    let isWanted = true;
    // A page that went meanwhile marks nothing; the list is looked at again with the next question.
    ask("search.mark-page", { pageId: entry.hit.pageId, words, likeness: entry.likeness }).then(
      (marked) => isWanted && setAnswer({ key: entry.key, marked }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
    // The entry is named by its key.
  }, [key, words]);
  return { of: (asked) => (answer?.key === asked.key ? answer.marked : undefined), at, setAt };
}
