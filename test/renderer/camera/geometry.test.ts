import { describe, expect, it } from "vitest";
import type { SheetCorners } from "#contract/derivative";
import { commonSizes } from "#camera/common-sizes";
import { foldAt, shareAt } from "#camera/drag";
import { stepOf, withCorner } from "#contract/move-corner";
import { areaOf, enclose, hullOf, inOrder, isSheetLike } from "#camera/quad";
import { foldLine, readingCorners } from "#camera/reading-corners";
import { placeOnSheet } from "#camera/sheet-view";

const corners: SheetCorners = [
  { x: 0.2, y: 0.1 },
  { x: 0.8, y: 0.15 },
  { x: 0.85, y: 0.9 },
  { x: 0.15, y: 0.85 },
];

describe("four corners", () => {
  it("enclose a sheet whose corner is bent, at the corner it would have", () => {
    const bent = [
      { x: 0, y: 0 },
      { x: 90, y: 0 },
      { x: 100, y: 10 },
      { x: 100, y: 140 },
      { x: 0, y: 140 },
      { x: 50, y: 70 },
    ];
    const found = enclose(hullOf(bent));
    expect(found?.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [0, 0],
      [100, 0],
      [100, 140],
      [0, 140],
    ]);
    expect(areaOf(found!)).toBeCloseTo(14_000);
  });
  it("come clockwise from the top left, whatever way they were found", () => {
    const [a, b, c, d] = corners;
    for (const order of [
      [a, b, c, d],
      [d, c, b, a],
      [c, d, a, b],
    ])
      expect(inOrder(order)).toEqual(corners);
  });
  it("are no sheet when one is too sharp", () => {
    expect(isSheetLike(corners)).toBe(true);
    expect(isSheetLike([corners[0], { x: 3, y: 0.12 }, corners[2], corners[3]])).toBe(false);
  });
  it("are places of the flat sheet: its corners are its corners", () => {
    const place = placeOnSheet(corners);
    [place(0, 0), place(1, 0), place(1, 1), place(0, 1)].forEach((each, at) => {
      expect(each.x).toBeCloseTo(corners[at]!.x, 9);
      expect(each.y).toBeCloseTo(corners[at]!.y, 9);
    });
  });
});

describe("what is read", () => {
  it("begins at the corner that is top left after turning", () => {
    expect(readingCorners(corners, { quarters: 1, isSpread: false, foldAt: 0.5 })[0]).toEqual(corners[3]);
    expect(readingCorners(corners, { quarters: 2, isSpread: false, foldAt: 0.5 })[0]).toEqual(corners[2]);
    expect(readingCorners(corners, { quarters: 3, isSpread: false, foldAt: 0.5 })[0]).toEqual(corners[1]);
  });
  it("is split by a fold from the upper side to the lower", () => {
    const [top, bottom] = foldLine(corners, { quarters: 0, isSpread: true, foldAt: 0.5 });
    expect(top.y).toBeLessThan(0.2);
    expect(bottom.y).toBeGreaterThan(0.8);
  });
});

describe("dragging", () => {
  const box = { left: 10, top: 20, width: 300, height: 400 };
  it("finds the place in a picture that is turned", () => {
    // The upper left of the screen shows the lower left of a picture turned clockwise once.
    expect(shareAt({ x: 10, y: 20 }, box, 0)).toEqual({ x: 0, y: 0 });
    expect(shareAt({ x: 10, y: 20 }, box, 1)).toEqual({ x: 0, y: 1 });
    expect(shareAt({ x: 10, y: 20 }, box, 2)).toEqual({ x: 1, y: 1 });
    expect(shareAt({ x: 10, y: 20 }, box, 3)).toEqual({ x: 1, y: 0 });
    expect(shareAt({ x: 999, y: -5 }, box, 0)).toEqual({ x: 1, y: 0 });
  });
  it("moves by keys as the screen shows it", () => {
    expect(stepOf("ArrowRight", 0, 0.1)).toEqual({ x: 0.1, y: 0 });
    expect(stepOf("ArrowRight", 1, 0.1)).toEqual({ x: 0, y: -0.1 });
    expect(stepOf("ArrowUp", 2, 0.1)).toEqual({ x: 0, y: 0.1 });
    expect(stepOf("Enter", 0, 0.1)).toBeUndefined();
  });
  it("keeps the shape a sheet", () => {
    expect(withCorner(corners, 0, { x: 0.25, y: 0.2 })?.[0]).toEqual({ x: 0.25, y: 0.2 });
    expect(withCorner(corners, 0, { x: 0.9, y: 0.95 })).toBeUndefined();
  });
  it("keeps the fold off the sides", () => {
    const [a, b, c, d] = corners;
    expect(foldAt({ x: 0.5, y: 0.5 }, [a, d], [b, c])).toBeCloseTo(0.5, 1);
    expect(foldAt({ x: 0.16, y: 0.5 }, [a, d], [b, c])).toBe(0.2);
  });
});

describe("sizes to choose", () => {
  it("are the camera's largest, what is used, and common ones between", () => {
    const sizes = commonSizes(3264, 2448, { width: 1280, height: 960 });
    expect(sizes[0]).toEqual([3264, 2448]);
    expect(sizes).toContainEqual([2592, 1944]);
    expect(sizes.every(([width]) => width <= 3264)).toBe(true);
    expect(new Set(sizes.map(String)).size).toBe(sizes.length);
  });
});
