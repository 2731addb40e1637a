// Pages by what was read on them. The index proposes, the sealed text decides: a long word is only found where it stands.
import type { Input, Output } from "#contract/contract";
import type { PageHit } from "#contract/search";
import { getFoundPages, proposeWords } from "#db/found-pages";
import type { ReadDb } from "#db/open";
import { listShelfWords } from "#db/shelf-place";
import type { Desk } from "#engine/desk";
import { matchPages, type PageMatcher } from "./page-matcher.ts";
import { wordsOfPages } from "./words-of-pages.ts";

/** Looked for this long at a time, so that nobody waits behind it; the window goes on by itself. */
const mostMs = 50;
/** Pages the index is asked for at once: at first, and later when few of them are hits. */
const firstProposed = 64;
const mostProposed = 1024;
/** Characters shown before and after a hit. */
const around = 24;

type Seen = Pick<PageHit, "before" | "hit" | "after">;
type Found = { readonly seq: number; readonly seen: Seen };

/** The first hits below `from`; `next` is null when there are no more. */
export function findPages(db: ReadDb, input: Input<"search.find-pages">, desk: Desk): Output<"search.find-pages"> {
  const matcher = matchPages(input.words, input.likeness);
  if (!matcher) return { hits: [], next: null };
  const began = desk.clock.monotonicMs();
  const found: Found[] = [];
  let from = input.from;
  let seen = 0;
  for (;;) {
    const missing = input.limit - found.length;
    const wanted = matcher.isSettled ? missing : likelyEnough(missing, found.length, seen);
    const proposed = proposeWords(db, matcher.query, input.filter, from, wanted);
    // Looked into by their folded words: of hundreds of pages only the hits are opened as they were read.
    const has = proposed.filter(({ words }) => matcher.has(words));
    const pages = has.slice(0, missing);
    const wordsOf = wordsOfPages(
      db,
      desk.archive,
      pages.map(({ seq }) => seq),
    );
    for (const { seq, words } of pages) {
      const place = seeIn(wordsOf(seq), words, matcher);
      if (place) found.push({ seq, seen: place });
    }
    const isCut = found.length === input.limit || has.length > missing;
    from = (isCut ? pages : proposed).at(-1)?.seq ?? from;
    if (found.length === input.limit) return { hits: hitsOf(db, found), next: from };
    if (!isCut && proposed.length < wanted) return { hits: hitsOf(db, found), next: null };
    if (desk.clock.monotonicMs() - began > mostMs) return { hits: hitsOf(db, found), next: from };
    seen += proposed.length;
  }
}

/** How many pages are asked for so that the missing hits are likely among them, judged by those seen so far. */
function likelyEnough(missing: number, hits: number, seen: number): number {
  if (seen === 0) return firstProposed;
  const expected = hits === 0 ? mostProposed : Math.ceil((1.25 * missing * seen) / hits);
  return Math.min(mostProposed, Math.max(expected, firstProposed / 2));
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
