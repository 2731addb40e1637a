// The hits in the order they are shown: what was typed first, what is only like it below, each under its own heading.
import type { PageHit } from "#contract/search";
import { searchText } from "#text/search";
import type { Entry, Found, FoundItem, Kind, Tally } from "./search-question.ts";

const words = searchText.page;

export type Section = {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly more?: () => void;
};
type More = { readonly moreItems: () => void; readonly morePages: (likeness: "exact" | "near") => void };

/** 1,000+ while it is still being counted. */
function sayTotal(tally: Tally | undefined, shown: number): string {
  if (!tally) return words.counting(shown);
  return tally.isWhole ? words.counted(tally.count) : words.counting(Math.max(shown, tally.count));
}
const itemEntries = (key: string, items: readonly FoundItem[], isLike: boolean): Entry[] =>
  items.map((item) => ({ kind: "item", key: `${key}-${item.id}`, item, isLike }));
const pageEntries = (likeness: "exact" | "near", hits: readonly PageHit[]): Entry[] =>
  hits.map((hit) => ({ kind: "page", key: `${likeness}-${hit.pageId}`, hit, likeness }));

/** Sections that have hits. */
export function sectionsOf(found: Found, kind: Kind, { moreItems, morePages }: More): Section[] {
  const { items, pages, tallies } = found;
  const wants = (each: Kind): boolean => kind === "all" || kind === each;
  const sections: Section[] = [
    {
      key: "box",
      title: words.boxes(found.boxes.length),
      entries: wants("box") ? found.boxes.map((box) => ({ kind: "box", key: `box-${box.boxId}`, box })) : [],
    },
    {
      key: "period",
      title: words.periods(found.periods.length),
      entries: wants("period")
        ? found.periods.map((period) => ({
            ...{ kind: "period" as const, period },
            key: `period-${period.ledgerId}-${period.period}`,
          }))
        : [],
    },
    {
      key: "item",
      title: words.items(
        found.hasMoreItems || tallies.item ? sayTotal(tallies.item, items.length) : words.counted(items.length),
      ),
      entries: wants("item") ? itemEntries("item", items, false) : [],
      ...(found.hasMoreItems && { more: moreItems }),
    },
    {
      key: "page",
      title: words.pages(
        pages.next === null ? words.counted(pages.hits.length) : sayTotal(tallies.page, pages.hits.length),
      ),
      entries: wants("page") ? pageEntries("exact", pages.hits) : [],
      ...(pages.next !== null && { more: () => morePages("exact") }),
    },
    {
      key: "near-item",
      title: words.nearItems,
      entries: wants("item") ? itemEntries("near", found.nearItems, true) : [],
    },
    {
      key: "sound",
      title: words.soundItems,
      entries: wants("item") ? itemEntries("sound", found.soundItems, true) : [],
    },
    {
      key: "near-page",
      title: words.nearPages,
      entries: wants("page") ? pageEntries("near", found.nearPages.hits) : [],
      ...(found.nearPages.next !== null && { more: () => morePages("near") }),
    },
  ];
  // An item found by its sound may have been found as near too; a line stands once.
  const seen = new Set<string>();
  return sections
    .map((section) => ({
      ...section,
      entries: section.entries.filter((entry) => {
        const id = entry.kind === "item" ? entry.item.id : entry.key;
        const isNew = !seen.has(id);
        seen.add(id);
        return isNew;
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}
