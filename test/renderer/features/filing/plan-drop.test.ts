import { describe, expect, it } from "vitest";
import { plannedUnit } from "#contract/filing-unit";
import { dropOf } from "#features/filing/plan-drop";
import { planLines } from "#features/filing/plan-lines";

const unit = (retention: string, filed: number, drafts: number) =>
  plannedUnit.parse({
    retention,
    matter: null,
    items: Array.from({ length: filed + drafts }, (_, at) => ({
      itemId: `${retention}${at + 1}`,
      title: "通知",
      documentDate: "2026",
      pageCount: 1,
      itemNumber: at + 1,
      archivalCode: `WS·2026-${retention}-${at + 1}`,
      isNew: at >= filed,
    })),
  });
// 0 head, 1 Y1 filed, 2 Y2 filed, 3 Y3 draft, 4 Y4 draft, 5 head, 6 D101 draft
const lines = planLines([unit("Y", 2, 2), unit("D10", 0, 1)]);

describe("a row of the plan dropped elsewhere", () => {
  it("changes places among drafts, and goes to the end of its class", () => {
    expect(dropOf(lines, 4, 3)).toEqual({ kind: "reorder", itemId: "Y4", beforeId: "Y3" });
    expect(dropOf(lines, 3, 5)).toEqual({ kind: "reorder", itemId: "Y3", beforeId: null });
  });

  it("is inserted when a draft goes before a filed one, moved when it is filed itself", () => {
    expect(dropOf(lines, 3, 2)).toEqual({ kind: "insert", itemId: "Y3", beforeId: "Y2" });
    expect(dropOf(lines, 2, 1)).toEqual({ kind: "move", itemId: "Y2", beforeId: "Y1" });
    expect(dropOf(lines, 1, 3)).toEqual({ kind: "move", itemId: "Y1", beforeId: null });
  });

  it("does nothing where it lies, on heads, beyond the list, and in another class", () => {
    for (const [from, to] of [
      [3, 3],
      [3, 4],
      [0, 2],
      [3, 0],
      [3, 6],
      [6, 5],
      [6, 1],
      [6, 99],
      [99, 1],
    ] as const)
      expect(dropOf(lines, from, to)).toBeUndefined();
    expect(dropOf(lines, 6, 7)).toBeUndefined();
  });
});
