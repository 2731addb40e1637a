// Pages by what was read on them. The index proposes, the sealed text decides: a long word is only found where it stands.
import type { Input, Output } from "#contract/contract";
import type { PageHit } from "#contract/search";
import { getPageFacts, proposePages, type ProposedPage } from "#db/found-pages";
import type { ReadDb } from "#db/open";
import { listShelfWords } from "#db/shelf-place";
import type { Desk } from "#engine/desk";
import { foldLines } from "./folded-lines.ts";
import { linesOfPage } from "./lines-of-page.ts";
import { matchPages, type PageMatcher } from "./page-matcher.ts";

/** Looked for this long at a time, so that nobody waits behind it; the window goes on by itself. */
export const mostMs = 50;
const batch = 64;
/** Characters shown before and after a hit. */
const around = 24;

/** The first hits below `from`; `next` is null when there are no more. */
export function findPages(db: ReadDb, input: Input<"search.find-pages">, desk: Desk): Output<"search.find-pages"> {
  const matcher = matchPages(input.words, input.likeness);
  if (!matcher) return { hits: [], next: null };
  const began = desk.clock.monotonicMs();
  const hits: PageHit[] = [];
  let from = input.from;
  for (;;) {
    const wanted = matcher.isSettled ? input.limit - hits.length : batch;
    const proposed = proposePages(db, matcher.query, input.filter, from, wanted);
    for (const page of proposed) {
      from = page.seq;
      const hit = hitOn(db, desk, matcher, page);
      if (hit) hits.push(hit);
      if (hits.length === input.limit || desk.clock.monotonicMs() - began > mostMs) return { hits, next: from };
    }
    if (proposed.length < wanted) return { hits, next: null };
  }
}

/** Undefined when the words do not stand on the page after all, or its text is gone with its key. */
function hitOn(db: ReadDb, { archive }: Desk, matcher: PageMatcher, page: ProposedPage): PageHit | undefined {
  const read = linesOfPage(db, archive, page.pageId);
  if (!read) return undefined;
  const folded = foldLines(read.map((line) => line.text));
  if (!matcher.has(folded)) return undefined;
  const facts = getPageFacts(db, page.pageId);
  const [piece] = matcher.placesIn(folded, 1);
  if (!facts || !piece) return undefined;
  const { boxId, ...shown } = facts;
  const lines = read.map((line) => [...line.text]);
  const first = lines[piece.from.line] ?? [];
  const last = lines[piece.to.line] ?? [];
  const isOneLine = piece.from.line === piece.to.line;
  const begins = Math.max(0, piece.from.at - around);
  return {
    pageId: page.pageId,
    itemId: page.itemId,
    ...shown,
    shelf: (boxId && listShelfWords(db, [boxId]).get(boxId)) ?? "",
    before: `${begins > 0 ? "…" : ""}${first.slice(begins, piece.from.at).join("")}`,
    hit: isOneLine
      ? first.slice(piece.from.at, piece.to.at + 1).join("")
      : [first.slice(piece.from.at), ...lines.slice(piece.from.line + 1, piece.to.line), last.slice(0, piece.to.at + 1)]
          .map((each) => each.join(""))
          .join(""),
    after: last.slice(piece.to.at + 1, piece.to.at + 1 + around).join(""),
  };
}
