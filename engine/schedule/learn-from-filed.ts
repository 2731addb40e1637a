// What the office did with papers like this one. Learnt from 题名 and 责任者 of filed items and nothing else (personal-data
// P16), each time from the database: there is no model that could remember what was taken out.
import type { ItemRow } from "#contract/item";
import { findFiledExamples, type FiledExample } from "#db/item-schedule";
import type { ReadDb } from "#db/open";
import { foldText } from "#db/fold-text";
import { likeness, pairsOfTitle, tellingPart } from "./title-words.ts";

export type SimilarItem = { readonly item: FiledExample; readonly likeness: number };

/** Newest hits looked at: keeps the answer under its time however many items there are. */
const mostHits = 400;
/** Pairs asked for, the longest words' first: common ones bring only noise. */
const mostPairs = 8;
const leastLikeness = 0.5;
/** What the same 责任者 adds. */
const sameCreator = 0.1;

/**
 * Filed items of the class whose titles are at least half alike, the most alike first; one for each class and term.
 * `rarity` weighs a pair, the rarer the more telling.
 */
export function learnFromFiled(
  db: ReadDb,
  given: { fondsId: ItemRow["fondsId"]; category: string; title: string; creator: string; ownNames: readonly string[] },
  rarity: (pair: string) => number,
): SimilarItem[] {
  const own = pairsOfTitle(tellingPart(given.title, given.ownNames));
  const asked = [...own].sort((one, other) => rarity(other) - rarity(one)).slice(0, mostPairs);
  if (asked.length === 0) return [];
  const query = asked.map((pair) => `"${foldText(pair)}"`).join(" OR ");
  const best = new Map<string, SimilarItem>();
  for (const item of findFiledExamples(db, { ...given, query }, mostHits)) {
    const alike = likeness(own, pairsOfTitle(tellingPart(item.title, given.ownNames)));
    if (alike < leastLikeness) continue;
    const bonus = given.creator !== "" && item.creator === given.creator ? sameCreator : 0;
    const similar = { item, likeness: Math.min(1, alike * (1 - sameCreator) + bonus) };
    const key = `${item.matterId ?? ""} ${item.retention ?? ""} ${item.scheduleRowId ?? ""}`;
    if ((best.get(key)?.likeness ?? 0) < similar.likeness) best.set(key, similar);
  }
  return [...best.values()].sort((one, other) => other.likeness - one.likeness);
}
