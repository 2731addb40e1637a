// The frame of a crop, dragged by its handles, and the words that say what made a version.
import { describe, expect, it } from "vitest";
import { cornersInside, dragHandle, holdInside, isLookedAt, recipeOf } from "#features/page-tool/tool-mode";
import { sayStep, sayVersion } from "#text/page-tool";

const from = { left: 100, top: 100, width: 200, height: 300 };

it("a sheet is flattened by the corners as they were put, and looked at only when asked", () => {
  const corners = cornersInside(1000, 500);
  expect(corners).toEqual([
    { x: 40, y: 20 },
    { x: 960, y: 20 },
    { x: 960, y: 480 },
    { x: 40, y: 480 },
  ]);
  const mode = { kind: "flatten" as const, corners, note: "hand" as const, isLooked: false };
  expect(recipeOf(mode)).toEqual([{ kind: "flatten", corners }]);
  expect([isLookedAt(mode), isLookedAt({ ...mode, isLooked: true })]).toEqual([false, true]);
});

describe("the frame of a crop", () => {
  it("moves the sides its handle names, and none else", () => {
    expect(dragHandle(from, "se", 10, 20, 1000, 1000)).toEqual({ left: 100, top: 100, width: 210, height: 320 });
    expect(dragHandle(from, "nw", 10, 20, 1000, 1000)).toEqual({ left: 110, top: 120, width: 190, height: 280 });
    expect(dragHandle(from, "n", 99, -40, 1000, 1000)).toEqual({ left: 100, top: 60, width: 200, height: 340 });
    expect(dragHandle(from, "", -500, 5000, 1000, 1000)).toEqual({ left: 0, top: 700, width: 200, height: 300 });
  });

  it("stays inside the picture and never turns inside out", () => {
    for (const handle of ["n", "s", "w", "e", "nw", "ne", "sw", "se", ""] as const)
      for (const by of [-9999, 9999, 0.4]) {
        const { left, top, width, height } = dragHandle(from, handle, by, by, 640, 480);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(16);
        expect(left + width).toBeLessThanOrEqual(640);
        expect(top + height).toBeLessThanOrEqual(480);
        expect([left, top, width, height].every(Number.isInteger)).toBe(true);
      }
    expect(holdInside({ left: -5, top: 470, width: 9000, height: 3 }, 640, 480)).toEqual({
      ...{ left: 0, top: 464, width: 640, height: 16 },
    });
  });

  it("becomes a step; a page already straight gives none", () => {
    expect(recipeOf({ kind: "crop", rectangle: from, note: "hand" })).toEqual([{ kind: "crop", ...from }]);
    expect(recipeOf({ kind: "straighten", degrees: 0, measured: 0 })).toBeUndefined();
    expect(recipeOf({ kind: "straighten", degrees: -0.4, measured: 0 })).toEqual([
      { kind: "straighten", degrees: -0.4 },
    ]);
  });
});

describe("what made a version", () => {
  it("is said step by step, from the version it was made of", () => {
    expect(sayVersion({ number: 1, kind: "original", madeFrom: null, recipe: [] })).toBe("原图，收到时的样子");
    const recipe = [
      { kind: "straighten" as const, degrees: 1.2 },
      { kind: "crop" as const, ...from },
    ];
    expect(sayVersion({ number: 2, kind: "derivative", madeFrom: 1, recipe })).toBe(
      "由原图经 纠偏 1.2°（向右）、裁切为 200×300 得到",
    );
    expect(sayVersion({ number: 4, kind: "derivative", madeFrom: 3, recipe: [{ kind: "turn", quarters: 3 }] })).toBe(
      "由第 3 版经 左转 90° 得到",
    );
    expect(sayStep({ kind: "straighten", degrees: -0.05 })).toBe("纠偏 0.05°（向左）");
    expect(sayStep({ kind: "straighten", degrees: 10 })).toBe("纠偏 10°（向右）");
  });
});
