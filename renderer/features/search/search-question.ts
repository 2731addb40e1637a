// What is asked on the search page, and what came of it.
import type { Output } from "#contract/contract";
import type { PeriodHit } from "#contract/search-period";
import type { PageHit, SearchFilter, SearchOrder } from "#contract/search";

export type Question = {
  readonly words: string;
  readonly filter: SearchFilter;
  readonly order: SearchOrder;
};
export type Kind = "all" | "item" | "page" | "box" | "period";
export type FoundItem = Output<"search.find">["rows"][number];
export type FoundBox = Output<"search.find-boxes">[number];
export type Tally = Omit<Output<"search.tally">, "next"> & { readonly isWhole: boolean };
export type Pages = { readonly hits: readonly PageHit[]; readonly next: number | null };

export type Found = {
  readonly boxes: readonly FoundBox[];
  readonly periods: readonly PeriodHit[];
  readonly items: readonly FoundItem[];
  readonly isOrdered: boolean;
  readonly hasMoreItems: boolean;
  readonly pages: Pages;
  readonly nearItems: readonly FoundItem[];
  readonly nearPages: Pages;
  readonly soundItems: readonly FoundItem[];
  readonly tallies: { readonly item?: Tally; readonly page?: Tally };
  /** Still looking for the first hits. */
  readonly isLooking: boolean;
};
export const nothingFound: Found = {
  boxes: [],
  periods: [],
  items: [],
  isOrdered: true,
  hasMoreItems: false,
  pages: { hits: [], next: null },
  nearItems: [],
  nearPages: { hits: [], next: null },
  soundItems: [],
  tallies: {},
  isLooking: true,
};

type Share = { readonly key: string; readonly count: number };

/** Two counts of shares put together, the most first. */
export function addShares(one: readonly Share[], other: readonly Share[]): Share[] {
  const counts = new Map(one.map(({ key, count }) => [key, count]));
  for (const { key, count } of other) counts.set(key, (counts.get(key) ?? 0) + count);
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
}

/** A tally with the next piece counted in. */
export const addTally = (before: Tally | undefined, piece: Output<"search.tally">): Tally => ({
  count: (before?.count ?? 0) + piece.count,
  years: addShares(before?.years ?? [], piece.years),
  matters: addShares(before?.matters ?? [], piece.matters),
  retentions: addShares(before?.retentions ?? [], piece.retentions),
  states: addShares(before?.states ?? [], piece.states),
  isWhole: piece.next === null,
});

/** One line of the list the arrow keys walk through. */
export type Entry =
  | { readonly kind: "box"; readonly key: string; readonly box: FoundBox }
  | { readonly kind: "period"; readonly key: string; readonly period: PeriodHit }
  | { readonly kind: "item"; readonly key: string; readonly item: FoundItem; readonly isLike: boolean }
  | { readonly kind: "page"; readonly key: string; readonly hit: PageHit; readonly likeness: "exact" | "near" };
