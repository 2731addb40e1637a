// Which items can be made into one or several: unfiled, of one fonds and 门类, not sealed, every page in one place.
import type { Item } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { Arrangement } from "./place-parts.ts";
import { arrangementOf } from "./read-item.ts";

/** Refuses item-sealed, and merge-unlike for items of another fonds or 门类, judged 不归档, or named twice. */
export function refuseUnlike(items: readonly Item[]): void {
  const [first] = items;
  if (items.some((item) => item.carrier === "sealed")) throw new Refusal("item-sealed");
  const isUnlike = (item: Item): boolean =>
    item.fondsId !== first?.fondsId || item.category !== first.category || item.state !== "draft";
  if (items.some(isUnlike) || new Set(items.map((item) => item.id)).size !== items.length)
    throw new Refusal("merge-unlike");
}

const placesOf = (parts: Arrangement): string[] =>
  parts.flatMap((part) => [...part.pageIds, ...(part.fileIds ?? [])]).sort();

/** Refuses pages-not-all-placed unless every page and file of the items lies in the parts exactly once, and nothing else. */
export function refuseUnplaced(items: readonly Item[], parts: Arrangement): void {
  const [had, have] = [placesOf(items.flatMap(arrangementOf)), placesOf(parts)];
  if (had.length !== have.length || had.some((id, at) => id !== have[at])) throw new Refusal("pages-not-all-placed");
}
