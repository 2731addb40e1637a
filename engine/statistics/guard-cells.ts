// Which counts may be given so that nobody learns a group of fewer than ten (personal-data P8). Whoever looks is taken to know the
// total and this rule.
import { smallestGroup } from "#contract/ledger-statistics";

/** What is left out is this much in sum at least. */
const leastLeft = 3 * smallestGroup;

/**
 * Every count in its place, null where it is not given. Not given: a group of fewer than ten, nobody at all included; one that all but
 * fewer than ten belong to; and then the smallest of the others, until what is left out in sum says nothing of one of them.
 */
export function guardCells(counts: readonly number[]): (number | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const isSmall = (count: number): boolean => count < smallestGroup || total - count < smallestGroup;
  const hidden = new Set(counts.flatMap((count, at) => (isSmall(count) ? [at] : [])));
  if (hidden.size === 0) return [...counts];
  const smallestFirst = counts
    .flatMap((_, at) => (hidden.has(at) ? [] : [at]))
    .toSorted((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0));
  let left = [...hidden].reduce((sum, at) => sum + (counts[at] ?? 0), 0);
  for (const [taken, at] of smallestFirst.entries()) {
    // The first is always taken: three groups of nine would say so by their sum alone. None that is taken is larger than the next one:
    // those taken must be able to make up the whole of what is left, so that the small ones may be anything.
    if (taken > 0 && left >= leastLeft && left <= taken * (counts[at] ?? 0)) break;
    hidden.add(at);
    left += counts[at] ?? 0;
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}

type Counts = Readonly<Record<string, number>>;

/** By how many persons each group changed. */
const changes = (before: Counts, after: Counts): number[] =>
  Object.keys({ ...before, ...after }).map((value) => Math.abs((after[value] ?? 0) - (before[value] ?? 0)));

/** Whether any group has another count. */
export const differs = (before: Counts, after: Counts): boolean => changes(before, after).some((change) => change > 0);

/** Whether a count given after another would tell of fewer than ten persons what they are. */
export const tellsOfFew = (before: Counts, after: Counts): boolean =>
  changes(before, after).some((change) => change > 0 && change < smallestGroup);
