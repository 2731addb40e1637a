// Pages by what was read on them. The index proposes, the sealed text decides: a long word is only found where it stands.
import type { Input, Output } from "#contract/contract";
import type { PageHit } from "#contract/search";
import { getFoundPages, walkPages, type PageQuestion } from "#db/found-pages";
import type { ReadDb } from "#db/open";
import { listShelfWords } from "#db/shelf-place";
import type { Desk } from "#engine/desk";
import { matchPages, type PageMatcher } from "./page-matcher.ts";
import { wordsOfPages } from "./words-of-pages.ts";

/** Looked for this long at a time, so that nobody waits behind it; the window goes on by itself. */
const mostMs = 50;
/** Characters shown before and after a hit. */
const around = 24;

type Seen = Pick<PageHit, "before" | "hit" | "after">;
type Found = { readonly seq: number; readonly seen: Seen };

type Hit = { readonly seq: number; readonly words: string };
type Look = { readonly hits: readonly Hit[]; readonly next: number | null };

/** The first hits below `from`; `next` is null when there are no more. */
export function findPages(db: ReadDb, input: Input<"search.find-pages">, desk: Desk): Output<"search.find-pages"> {
  const matcher = matchPages(input.words, input.likeness);
  const asked = matcher?.asks(db);
  if (!matcher || !asked) return { hits: [], next: null };
  const began = desk.clock.monotonicMs();
  const isLate = (): boolean => desk.clock.monotonicMs() - began > mostMs;
  const found: Found[] = [];
  let next = input.from;
  // A page whose text can no longer be opened leaves its place to the next one.
  do {
    const look = lookOn(db, asked, matcher, { ...input, from: next, limit: input.limit - found.length }, isLate);
    const wordsOf = wordsOfPages(
      db,
      desk.archive,
      look.hits.map(({ seq }) => seq),
    );
    for (const { seq, words } of look.hits) {
      const seen = seeIn(wordsOf(seq), words, matcher);
      if (seen) found.push({ seq, seen });
    }
    next = look.next;
  } while (next !== null && found.length < input.limit && !isLate());
  return { hits: hitsOf(db, found), next };
}

/** Looks into what the index proposes until there are enough hits, no more pages or no more time. */
function lookOn(
  db: ReadDb,
  asked: PageQuestion,
  matcher: PageMatcher,
  { filter, from, limit }: Pick<Input<"search.find-pages">, "filter" | "from" | "limit">,
  isLate: () => boolean,
): Look {
  const hits: Hit[] = [];
  for (const { seq, words } of walkPages(db, asked, filter, from)) {
    if (words !== null && matcher.has(words)) hits.push({ seq, words });
    if (hits.length === limit || isLate()) return { hits, next: seq };
  }
  return { hits, next: null };
}

function hitsOf(db: ReadDb, found: readonly Found[]): PageHit[] {
  if (found.length === 0) return [];
  const pages = getFoundPages(
    db,
    found.map(({ seq }) => seq),
  );
  const shelves = listShelfWords(
    db,
    [...pages.values()].flatMap(({ boxId }) => boxId ?? []),
  );
  return found.flatMap(({ seq, seen }) => {
    const page = pages.get(seq);
    if (!page) return [];
    const { boxId, ...shown } = page;
    return [{ ...shown, shelf: (boxId && shelves.get(boxId)) ?? "", ...seen }];
  });
}

/** The first place of the words; undefined when they do not stand on the page after all, or nothing is known of it. */
function seeIn(text: string | undefined, folded: string, matcher: PageMatcher): Seen | undefined {
  if (text === undefined) return undefined;
  const read = text.split("\n");
  const [piece] = matcher.placesIn(read, folded, 1);
  if (!piece) return undefined;
  const { from, to } = piece;
  const lines = read.slice(from.line, to.line + 1).map((line) => [...line]);
  const [first = [], last = []] = [lines[0], lines.at(-1)];
  const begins = Math.max(0, from.at - around);
  const marked = lines.map((line, at) =>
    line.slice(at === 0 ? from.at : 0, at === lines.length - 1 ? to.at + 1 : line.length).join(""),
  );
  return {
    before: `${begins > 0 ? "…" : ""}${first.slice(begins, from.at).join("")}`,
    hit: marked.join(""),
    after: last.slice(to.at + 1, to.at + 1 + around).join(""),
  };
}
