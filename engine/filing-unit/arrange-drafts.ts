// 排列: by time combined with 事由 (DA/T 22-2015, 5.3). Items of one affair lie together, placed by its earliest date and
// by date inside; a place given by hand goes before both.
import type { ItemRecord } from "#db/item";

type Placed = Pick<ItemRecord, "seq" | "documentDate" | "affair" | "rank">;

const byTime = (one: Placed, other: Placed): number =>
  one.documentDate < other.documentDate ? -1 : one.documentDate > other.documentDate ? 1 : one.seq - other.seq;

/** Runs of neighbours of one affair; an item without one stands alone. */
function runsOf<T extends Placed>(items: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && item.affair !== "" && last[0]?.affair === item.affair) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** Items of each affair together, by date inside, the affairs by their earliest date. */
function groupByAffair<T extends Placed>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = item.affair === "" ? `#${item.seq}` : `=${item.affair}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const sorted = [...groups.values()].map((group) => group.toSorted(byTime));
  return sorted.sort((one, other) => (one[0] && other[0] ? byTime(one[0], other[0]) : 0));
}

/** Drafts of one lowest class in the order they will be numbered. */
export function arrangeDrafts<T extends Placed>(drafts: readonly T[]): T[] {
  const byHand = drafts
    .filter((item) => item.rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0) || byTime(one, other));
  const runs = runsOf(byHand);
  for (const group of groupByAffair(drafts.filter((item) => item.rank === null))) {
    const [first] = group;
    if (!first) continue;
    const same = runs.find((run) => first.affair !== "" && run[0]?.affair === first.affair);
    if (same) {
      // What came after the hand had placed its affair joins it, each behind the last one of its day or before.
      for (const item of group) same.splice(same.findLastIndex((each) => byTime(each, item) < 0) + 1, 0, item);
      continue;
    }
    const later = runs.findIndex((run) => run[0] && byTime(run[0], first) > 0);
    runs.splice(later < 0 ? runs.length : later, 0, group);
  }
  return runs.flat();
}
