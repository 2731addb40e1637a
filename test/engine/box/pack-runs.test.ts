// Packing by property: whatever the run, nothing is lost, doubled or moved, and no box is fuller than its walls allow.
import { describe, expect, it } from "vitest";
import { starterBoxingRules, type BoxingRules, type SpineMm } from "#contract/boxing-rules";
import { mostMm, packRuns, usableMm } from "#engine/box/pack-runs";
import { reckonEntry, reckonItem } from "#engine/box/reckon-thickness";

let seed = 11;
const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
const spines: readonly SpineMm[] = [20, 30, 40, 50];

describe("a run of thicknesses", () => {
  it("becomes contiguous boxes that hold it, whatever sizes the office has", () => {
    for (let round = 0; round < 400; round++) {
      const some = spines.filter(() => next(2) === 0);
      const sizes = some.length > 0 ? some : [spines[next(4)] ?? 20];
      const rules: BoxingRules = { ...starterBoxingRules, sizes, wallMm: next(4), leastFill: next(10) / 10 };
      const most = mostMm(rules);
      const run = Array.from({ length: next(120) }, () => Math.max(0.1, (next(most * 100) + 1) / 100 / (1 + next(20))));
      const boxes = packRuns(run, rules);
      expect(boxes.map((box) => box.from)).toEqual(
        [0, ...boxes.slice(0, -1).map((box) => box.to)].slice(0, boxes.length),
      );
      expect(boxes.at(-1)?.to ?? 0).toBe(run.length);
      for (const box of boxes) {
        const held = run.slice(box.from, box.to).reduce((sum, each) => sum + each, 0);
        expect(held).toBeLessThanOrEqual(usableMm(box.spineMm, rules) + 0.011 * (box.to - box.from));
        expect(sizes).toContain(box.spineMm);
      }
      expect(packRuns(run, rules)).toEqual(boxes);
      // No packing in order needs fewer boxes than one that fills each as far as it goes.
      let greedy = run.length > 0 ? 1 : 0;
      let filled = 0;
      for (const each of run) {
        if (Math.round((filled + each) * 100) / 100 > most) {
          greedy++;
          filled = 0;
        }
        filled = Math.round((filled + each) * 100) / 100;
      }
      expect(boxes.length).toBeLessThanOrEqual(greedy);
    }
  });

  it("takes the thinnest spine that holds it, and throws on what no box holds", () => {
    expect(packRuns([10], starterBoxingRules)).toEqual([{ from: 0, to: 1, spineMm: 20 }]);
    expect(packRuns([19], starterBoxingRules)).toEqual([{ from: 0, to: 1, spineMm: 30 }]);
    expect(packRuns([48], starterBoxingRules)).toEqual([{ from: 0, to: 1, spineMm: 50 }]);
    expect(() => packRuns([48.01], starterBoxingRules)).toThrow(RangeError);
    expect(packRuns([], starterBoxingRules)).toEqual([]);
  });

  it("packs 10,000 items in well under a second", () => {
    const began = performance.now();
    packRuns(
      Array.from({ length: 10_000 }, () => 0.3 + next(40) / 10),
      starterBoxingRules,
    );
    expect(performance.now() - began).toBeLessThan(1500);
  });
});

describe("a thickness", () => {
  const paper = { carrier: "paper" as const, thicknessMm: null };

  it("is reckoned from printed sides, sheets rounded up, with the binding", () => {
    const both: BoxingRules = {
      ...starterBoxingRules,
      papers: [{ code: "plain", name: "纸", sheetMm: 0.1, sidesPerSheet: 2 }],
    };
    expect(reckonItem({ ...paper, pageCount: 10 }, "WS", starterBoxingRules)).toEqual({ mm: 1.2, isMeasured: false });
    expect(reckonItem({ ...paper, pageCount: 11 }, "WS", both)).toEqual({ mm: 0.8, isMeasured: false });
    expect(reckonItem({ ...paper, pageCount: 4 }, "ZP", starterBoxingRules)?.mm).toBe(1.2);
  });

  it("measured by hand wins; objects, packets and paper without pages must be measured; digital has none", () => {
    expect(reckonItem({ ...paper, pageCount: 10, thicknessMm: 7.5 }, "WS", starterBoxingRules)).toEqual({
      mm: 7.5,
      isMeasured: true,
    });
    for (const carrier of ["object", "sealed"] as const)
      expect(reckonItem({ carrier, pageCount: 3, thicknessMm: null }, "WS", starterBoxingRules)?.mm).toBeNull();
    expect(reckonItem({ ...paper, pageCount: 0 }, "WS", starterBoxingRules)?.mm).toBeNull();
    expect(reckonItem({ carrier: "digital", pageCount: 9, thicknessMm: 3 }, "WS", starterBoxingRules)).toBeUndefined();
  });

  it("of a volume is its items and covers; one that is all digital needs no box", () => {
    const volume = { kind: "volume" as const, id: "v", number: 1, archivalCode: "", title: "", boxId: null };
    const digital = { carrier: "digital" as const, pageCount: 5, thicknessMm: null };
    const parts = [{ ...paper, pageCount: 10 }, { ...paper, pageCount: 20 }, digital];
    expect(reckonEntry({ ...volume, parts }, "KU", starterBoxingRules)).toEqual({ mm: 4.4, isMeasured: false });
    expect(reckonEntry({ ...volume, parts: [digital] }, "KU", starterBoxingRules)).toBeUndefined();
    expect(reckonEntry({ ...volume, parts: [] }, "KU", starterBoxingRules)?.mm).toBeNull();
  });
});
