// The pile of one sitting: stills in the order they were taken, where a new item begins, how fast it grows.
import type { StillMark } from "#contract/capture";
import type { PageId } from "#contract/scan";

export type PileStill = {
  /** Counted from 1 in this sitting; a 重拍 keeps the number of what it replaces. */
  readonly number: number;
  /** Empty while the still is on its way. */
  readonly pageIds: readonly PageId[];
  readonly marks: readonly StillMark[];
  readonly isFirst: boolean;
  readonly savedAt: number;
  /** From being asked for to being durable, in ms. */
  readonly tookMs: number;
  /** The clerk has seen the marks and keeps the page. */
  readonly isSettled: boolean;
};

/** Stills by items: the first still always begins one. */
export function itemsOf(pile: readonly PileStill[]): (readonly PileStill[])[] {
  const items: PileStill[][] = [];
  for (const still of pile) {
    const last = items.at(-1);
    if (!last || still.isFirst) items.push([still]);
    else last.push(still);
  }
  return items;
}

export const pagesOf = (pile: readonly PileStill[]): number =>
  pile.reduce((count, { pageIds }) => count + pageIds.length, 0);

/** A still kept: in the place of the one with its number, or at the end. */
export function withStill(pile: readonly PileStill[], still: PileStill): PileStill[] {
  return pile.some(({ number }) => number === still.number)
    ? pile.map((each) => (each.number === still.number ? { ...still, isFirst: each.isFirst } : each))
    : [...pile, still];
}

/** Pages a minute over the last stills of the last two minutes; undefined before there are three. */
export function paceOf(pile: readonly PileStill[], now: number): number | undefined {
  const last = pile.filter(({ savedAt }) => now - savedAt < 120_000).slice(-12);
  const [first] = last;
  const end = last.at(-1);
  if (!first || !end || last.length < 3 || end.savedAt <= first.savedAt) return undefined;
  return ((pagesOf(last) - first.pageIds.length) * 60_000) / (end.savedAt - first.savedAt);
}

/** The still whose marks want a look: the newest, as long as nobody has said that it may stand. */
export function stillToLookAt(pile: readonly PileStill[]): PileStill | undefined {
  const last = pile.at(-1);
  return last && last.marks.length > 0 && !last.isSettled ? last : undefined;
}
