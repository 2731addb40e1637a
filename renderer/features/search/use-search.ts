import { useEffect, useRef, useState } from "react";
import type { Output } from "#contract/contract";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { addTally, type Found, nothingFound, type Pages, type Question } from "./search-question.ts";

const askAfter = 140;
/** Hits shown at first, and with every wish for more. */
export const atOnce = 50;

type Search = {
  readonly found: Found | undefined;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly moreItems: () => void;
  readonly morePages: (likeness: "exact" | "near") => void;
};

/**
 * Asks for one question after the other: first hits first, then what is only like them, then totals piece by piece. A newer
 * question ends the older one; words live as long as the question does and are kept nowhere (personal-data P5).
 */
export function useSearch({ words, filter, order }: Question): Search {
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<Search["problem"]>();
  const turn = useRef(0);
  const filterKey = JSON.stringify(filter);

  useEffect(() => {
    const mine = ++turn.current;
    const isWanted = (): boolean => mine === turn.current;
    if (words === "") return setFound(undefined);
    const put = (part: Partial<Found>): void => setFound((now) => ({ ...(now ?? nothingFound), ...part }));
    const due = setTimeout(() => {
      run(words, filter, order, isWanted, put, () => setFound(nothingFound)).then(
        () => isWanted() && setProblem(undefined),
        (thrown: unknown) => isWanted() && setProblem(wordsOf(thrown)),
      );
    }, askAfter);
    return () => {
      turn.current++;
      clearTimeout(due);
    };
    // The filter is followed by what it says.
  }, [words, filterKey, order]);

  const moreItems = (): void => {
    const mine = turn.current;
    const offset = found?.items.length ?? 0;
    void ask("search.find", { words, filter, order, offset, limit: atOnce }).then(({ rows }) => {
      if (mine !== turn.current) return;
      setFound((now) => now && { ...now, items: [...now.items, ...rows], hasMoreItems: rows.length === atOnce });
    });
  };
  const morePages = (likeness: "exact" | "near"): void => {
    const mine = turn.current;
    const name = likeness === "exact" ? "pages" : "nearPages";
    const before = found?.[name] ?? nothingFound.pages;
    void lookOn(words, filter, likeness, before.next, () => mine === turn.current).then(({ hits, next }) => {
      if (mine !== turn.current) return;
      setFound((now) => now && { ...now, [name]: { hits: [...now[name].hits, ...hits], next } });
    });
  };
  return { found, problem, moreItems, morePages };
}

async function run(
  words: string,
  filter: Question["filter"],
  order: Question["order"],
  isWanted: () => boolean,
  put: (part: Partial<Found>) => void,
  clear: () => void,
): Promise<void> {
  const [boxes, periods, items] = await Promise.all([
    ask("search.find-boxes", { words }),
    ask("search.find-periods", { words }),
    ask("search.find", { words, filter, order, limit: atOnce }),
  ]);
  if (!isWanted()) return;
  clear();
  put({ boxes, periods, items: items.rows, isOrdered: items.isOrdered, hasMoreItems: items.rows.length === atOnce });
  const show = (pages: Pages): void => (isWanted() ? put({ pages }) : undefined);
  put({ pages: await lookOn(words, filter, "exact", null, isWanted, show), isLooking: false });
  if (!isWanted()) return;
  const [near, sound] = await Promise.all([
    ask("search.find", { words, filter, likeness: "near", limit: 20 }),
    ask("search.find", { words, filter, likeness: "sound", limit: 20 }),
  ]);
  if (!isWanted()) return;
  put({ nearItems: near.rows, soundItems: sound.rows });
  let tallies: Found["tallies"] = {};
  for (const kind of ["item", "page"] as const) {
    for (let from: number | null = null; ;) {
      const piece: Output<"search.tally"> = await ask("search.tally", { kind, words, filter, from });
      if (!isWanted()) return;
      tallies = { ...tallies, [kind]: addTally(tallies[kind], piece) };
      put({ tallies });
      if (piece.next === null) break;
      from = piece.next;
    }
  }
  put({ nearPages: await lookOn(words, filter, "near", null, isWanted, undefined, mostNearLooks) });
}

/** Looks for near hits end after this many pieces of a twentieth of a second; the rest comes when it is asked for. */
const mostNearLooks = 40;

/** Goes on looking until there are enough hits, or no more pages. */
async function lookOn(
  words: string,
  filter: Question["filter"],
  likeness: "exact" | "near",
  from: number | null,
  isWanted: () => boolean,
  show?: (pages: Pages) => void,
  mostLooks = Infinity,
): Promise<Pages> {
  let pages: Pages = { hits: [], next: from };
  for (let look = 0; look < mostLooks; look++) {
    const limit = atOnce - pages.hits.length;
    const { hits, next } = await ask("search.find-pages", { words, filter, likeness, from: pages.next, limit });
    pages = { hits: [...pages.hits, ...hits], next };
    if (next === null || pages.hits.length >= atOnce || !isWanted()) break;
    show?.(pages);
  }
  return pages;
}
