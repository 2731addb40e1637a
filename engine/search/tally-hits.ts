// Totals and facets, counted a piece at a time: the window asks again with `next` until it is null, or until nobody wants to
// know any more.
import type { Input, Output } from "#contract/contract";
import { proposeClasses, type ProposedClasses } from "#db/found-pages";
import type { ReadDb } from "#db/open";
import { itemSourceOf, listClassesOfFound } from "#db/search";
import { readSearchWords } from "#db/search-words";
import { matchPages } from "./page-matcher.ts";

type Tally = Output<"search.tally">;
type Classes = Pick<ProposedClasses, "year" | "matterId" | "retention" | "state">;

/** Hits of one piece when nothing has to be looked into, and when every one has to: a twentieth of a second at most. */
const pieceOfIndex = 2000;
const pieceOfTexts = 1000;

/** Counts hits below `from`. */
export function tallyHits(db: ReadDb, input: Input<"search.tally">): Tally {
  return input.kind === "item" ? tallyItems(db, input) : tallyPages(db, input);
}

function tallyItems(db: ReadDb, { words, filter, from }: Input<"search.tally">): Tally {
  const source = itemSourceOf(db, { words: readSearchWords(words), filter, likeness: "exact" });
  if (!source) return sumUp([], null);
  const found = listClassesOfFound(db, source, from, pieceOfIndex);
  return sumUp(found, found.length < pieceOfIndex ? null : (found.at(-1)?.seq ?? null));
}

function tallyPages(db: ReadDb, { words, filter, from }: Input<"search.tally">): Tally {
  const asked = matchPages(words, "exact")?.asks(db);
  if (!asked) return sumUp([], null);
  const piece = asked.words.length === 0 ? pieceOfIndex : pieceOfTexts;
  const proposed = proposeClasses(db, asked, filter, from, piece);
  const found = proposed.filter(({ isHit }) => isHit);
  return sumUp(found, proposed.length < piece ? null : (proposed.at(-1)?.seq ?? null));
}

/** Shares by class, the most first; what has no value yet is counted under ''. */
function sumUp(found: readonly Classes[], next: number | null): Tally {
  const by = (name: keyof Classes): { key: string; count: number }[] => {
    const counts = new Map<string, number>();
    for (const each of found) counts.set(String(each[name] ?? ""), (counts.get(String(each[name] ?? "")) ?? 0) + 1);
    return [...counts].map(([key, count]) => ({ key, count })).sort((one, other) => other.count - one.count);
  };
  return {
    count: found.length,
    years: by("year"),
    matters: by("matterId"),
    retentions: by("retention"),
    states: by("state"),
    next,
  };
}
