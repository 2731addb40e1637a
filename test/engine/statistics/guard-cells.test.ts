// Whoever knows the rule, the total and what was given tries every table there could be: he must not be left with one.
import { describe, expect, it } from "vitest";
import { smallestGroup } from "#contract/ledger-statistics";
import { guardCells, tellsOfFew } from "#engine/statistics/guard-cells";

/** Every table of so many groups with this total. */
function* tablesOf(groups: number, total: number): Generator<number[]> {
  if (groups === 1) yield [total];
  else
    for (let first = 0; first <= total; first++)
      for (const rest of tablesOf(groups - 1, total - first)) yield [first, ...rest];
}

/** What is still possible of each group not given, by what was given. */
function possibilities(groups: number, total: number): Map<string, Set<number>[]> {
  const known = new Map<string, Set<number>[]>();
  for (const table of tablesOf(groups, total)) {
    const given = JSON.stringify(guardCells(table));
    const sets = known.get(given) ?? table.map(() => new Set<number>());
    known.set(given, sets);
    table.forEach((count, at) => sets[at]?.add(count));
  }
  return known;
}

describe("counts over a sensitive column", () => {
  it.each([
    [2, 70],
    [3, 60],
    [4, 56],
  ])("of %i groups and up to %i persons leave at least ten possibilities for every group under ten", (groups, most) => {
    for (let total = smallestGroup; total <= most; total++)
      for (const [given, sets] of possibilities(groups, total))
        for (const [at, set] of sets.entries()) {
          const count = (JSON.parse(given) as (number | null)[])[at];
          const isSmall = [...set].some((each) => each < smallestGroup || total - each < smallestGroup);
          if (!isSmall) continue;
          expect(count, `${given} of ${total}`).toBeNull();
          expect(set.size, `${given} of ${total}, group ${at}: ${[...set].join(",")}`).toBeGreaterThanOrEqual(10);
        }
  });

  it.each([
    [[40, 0], "nobody is a group too"],
    [[9, 30, 40], "a group under ten is not left over by subtraction"],
    [[41, 3], "nor is it, when all others are one group"],
    [[9, 9, 9, 30, 31], "nor are several that would be known by their sum"],
  ])("%j: %s", (table, _) => {
    const given = guardCells(table);
    expect(given.filter((each) => each === null).length).toBeGreaterThanOrEqual(2);
    for (const [at, count] of table.entries()) if (count < smallestGroup) expect(given[at]).toBeNull();
  });

  it("are given where nobody is singled out", () => expect(guardCells([10, 12, 31])).toEqual([10, 12, 31]));

  it("are not given again while they differ by fewer than ten", () => {
    expect(tellsOfFew({ a: 12, b: 20 }, { a: 13, b: 20 })).toBe(true);
    expect(tellsOfFew({ a: 12 }, { a: 12, b: 1 })).toBe(true);
    expect(tellsOfFew({ a: 12, b: 20 }, { a: 22, b: 20 })).toBe(false);
    expect(tellsOfFew({ a: 12 }, { a: 12 })).toBe(false);
  });
});
