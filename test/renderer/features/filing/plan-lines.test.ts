import { describe, expect, it } from "vitest";
import { type PlannedUnit, plannedUnit } from "#contract/filing-unit";
import { freshUnits, planLines, sayFiled, sayRanges } from "#features/filing/plan-lines";

const unit = (retention: string, matterName: string, numbers: readonly number[], filed = 0): PlannedUnit =>
  plannedUnit.parse({
    retention,
    matter: matterName === "" ? null : { id: "m", fondsId: "f", code: "DQ", name: matterName },
    items: numbers.map((itemNumber, index) => ({
      itemId: `${retention}${itemNumber}`,
      title: "通知",
      documentDate: "2026",
      pageCount: 2,
      itemNumber,
      archivalCode: `WS·2026-${retention}-${itemNumber}`,
      isNew: index >= filed,
    })),
  });

describe("the filing preview in words", () => {
  it("says runs of numbers as ranges and single ones alone", () => {
    expect(sayRanges([1, 2, 3, 7, 9, 10])).toBe("0001–0003、0007、0009–0010");
    expect(sayRanges([10000])).toBe("10000");
    expect(sayRanges([3, 1, 2])).toBe("0001–0003");
  });

  it("lists every unit as a head with its items under it, none lost", () => {
    const lines = planLines([unit("Y", "党群工作", [1, 2], 1), unit("D10", "", [1])]);
    expect(lines.map((line) => line.kind)).toEqual(["unit", "item", "item", "unit", "item"]);
    expect(lines[0]).toEqual({ kind: "unit", name: "永久 · 党群工作", all: 2, fresh: 1, isOrderedByHand: false });
    expect(lines[3]).toEqual({ kind: "unit", name: "10年", all: 1, fresh: 1, isOrderedByHand: false });
  });

  it("counts only new numbers in what will be done", () => {
    expect(freshUnits([unit("Y", "党群工作", [1, 2, 3], 1), unit("D30", "", [1], 1)])).toEqual([
      { name: "永久 · 党群工作", count: 2, ranges: "0002–0003" },
    ]);
  });

  it("says the result as it now stands", () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(sayFiled(12, [unit("Y", "", numbers)])).toBe("已归档 12 件，件号 0001–0012");
    expect(sayFiled(3, [unit("Y", "", [1, 2]), unit("D10", "", [1])])).toBe("已归档 3 件：永久 0001–0002；10年 0001");
  });
});
