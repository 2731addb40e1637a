// Steps on pictures, by their pixels: pages drawn by rule, turned and bent by known amounts.
import { describe, expect, it } from "vitest";
import type { SheetCorners } from "#contract/derivative";
import { cropPicture, clampRectangle, halfPicture } from "#engine/helper/crop-picture";
import { findFold } from "#engine/helper/find-fold";
import { findSheet } from "#engine/helper/find-sheet";
import { flattenPicture } from "#engine/helper/flatten-picture";
import { joinPictures } from "#engine/helper/join-pictures";
import type { Raster } from "#engine/helper/raster";
import { turnPicture } from "#engine/helper/turn-picture";
import { drawPicture, pixelAt, printedRows } from "#test/fixtures/drawn-page";

const width = 620;
const height = 877;
const page = printedRows(width, height, 12);
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return "no refusal";
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};
const mean = (raster: Raster): number => raster.data.reduce((sum, each) => sum + each, 0) / raster.data.length;

describe("旋转", () => {
  it("turns pixel for pixel, and four quarters are the very same picture", () => {
    const picture = drawPicture(30, 20, (u, v) => (u < 10 && v < 10 ? 0 : 255), { channels: 3 });
    const right = turnPicture(picture, 1);
    expect([right.width, right.height]).toEqual([20, 30]);
    expect(pixelAt(right, 19, 0)).toBe(0);
    expect(pixelAt(right, 0, 0)).toBe(255);
    expect(pixelAt(turnPicture(picture, 3), 0, 29)).toBe(0);
    expect(turnPicture(turnPicture(picture, 1), 3)).toEqual(picture);
    expect(turnPicture(turnPicture(picture, 2), 2)).toEqual(picture);
  });
});

describe("展平", () => {
  const sheet = { width: 500, height: 700 };
  const corners: SheetCorners = [
    { x: 140, y: 90 },
    { x: 610, y: 130 },
    { x: 690, y: 820 },
    { x: 60, y: 770 },
  ];
  /** Place on the sheet of a place in the photo, by bisection on both sides: written apart from what is tested. */
  function flatOf(x: number, y: number): [number, number] {
    const [a, b, c, d] = corners;
    // Projective coordinates of a convex quadrangle by the meeting points of its sides.
    const sx = a.x - b.x + c.x - d.x;
    const sy = a.y - b.y + c.y - d.y;
    const [dx1, dy1, dx2, dy2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
    const det = dx1 * dy2 - dx2 * dy1;
    const g = (sx * dy2 - dx2 * sy) / det;
    const h = (dx1 * sy - sx * dy1) / det;
    const m = [
      b.x - a.x + g * b.x,
      d.x - a.x + h * d.x,
      a.x,
      b.y - a.y + g * b.y,
      d.y - a.y + h * d.y,
      a.y,
      g,
      h,
      1,
    ] as const;
    const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = m;
    // Inverse by cofactors.
    const u = (m4 * m8 - m5 * m7) * x + (m2 * m7 - m1 * m8) * y + (m1 * m5 - m2 * m4);
    const v = (m5 * m6 - m3 * m8) * x + (m0 * m8 - m2 * m6) * y + (m2 * m3 - m0 * m5);
    const w = (m3 * m7 - m4 * m6) * x + (m1 * m6 - m0 * m7) * y + (m0 * m4 - m1 * m3);
    return [u / w, v / w];
  }
  const marks = [
    [0.1, 0.1],
    [0.9, 0.1],
    [0.9, 0.9],
    [0.1, 0.9],
    [0.5, 0.5],
  ] as const;
  const photo = drawPicture(760, 900, (x, y) => {
    const [u, v] = flatOf(x - 0.5, y - 0.5);
    if (u < 0 || v < 0 || u > 1 || v > 1) return 60;
    return marks.some(([mu, mv]) => Math.hypot((u - mu) * sheet.width, (v - mv) * sheet.height) < 8) ? 0 : 245;
  });

  it("makes the sheet a rectangle, its marks within 2 px of where they belong", () => {
    const flat = flattenPicture(photo, corners);
    for (const [mu, mv] of marks) {
      const at = { x: mu * (flat.width - 1), y: mv * (flat.height - 1) };
      let [sumX, sumY, count] = [0, 0, 0];
      for (let y = Math.floor(at.y) - 25; y < at.y + 25; y++)
        for (let x = Math.floor(at.x) - 25; x < at.x + 25; x++)
          if (pixelAt(flat, x, y) < 100) {
            sumX += x;
            sumY += y;
            count++;
          }
      expect(count).toBeGreaterThan(50);
      expect(Math.hypot(sumX / count - at.x, sumY / count - at.y)).toBeLessThanOrEqual(2);
    }
    // Nothing of the desk but the seam.
    expect(pixelAt(flat, 3, 3)).toBeGreaterThan(200);
    expect(pixelAt(flat, flat.width - 4, flat.height - 4)).toBeGreaterThan(200);
  });

  it.each<[string, SheetCorners]>([
    [
      "on a line",
      [
        { x: 0, y: 0 },
        { x: 100, y: 100 },
        { x: 200, y: 200 },
        { x: 300, y: 300 },
      ],
    ],
    [
      "all the same",
      [
        { x: 9, y: 9 },
        { x: 9, y: 9 },
        { x: 9, y: 9 },
        { x: 9, y: 9 },
      ],
    ],
    [
      "a bow",
      [
        { x: 100, y: 100 },
        { x: 600, y: 100 },
        { x: 100, y: 700 },
        { x: 600, y: 700 },
      ],
    ],
    [
      "a triangle",
      [
        { x: 100, y: 100 },
        { x: 600, y: 100 },
        { x: 600, y: 700 },
        { x: 600, y: 700 },
      ],
    ],
    [
      "counter-clockwise",
      [
        { x: 100, y: 100 },
        { x: 100, y: 700 },
        { x: 600, y: 700 },
        { x: 600, y: 100 },
      ],
    ],
    [
      "far outside",
      [
        { x: -900, y: 0 },
        { x: 600, y: 0 },
        { x: 600, y: 700 },
        { x: 0, y: 700 },
      ],
    ],
    [
      "no numbers",
      [
        { x: Number.NaN, y: 0 },
        { x: 600, y: 0 },
        { x: 600, y: 700 },
        { x: 0, y: 700 },
      ],
    ],
    [
      "a speck",
      [
        { x: 5, y: 5 },
        { x: 9, y: 5 },
        { x: 9, y: 9 },
        { x: 5, y: 9 },
      ],
    ],
  ])("refuses corners %s", (_, odd) => {
    expect(codeOf(() => flattenPicture(photo, odd))).toBe("corners-unusable");
  });
});

describe("裁切 and 双页切分", () => {
  const picture = drawPicture(200, 100, (u) => u);

  it("cuts exactly, and lets some pixels over the edge pass", () => {
    const cut = cropPicture(picture, clampRectangle(picture, { left: 50, top: 10, width: 100, height: 50 }));
    expect([cut.width, cut.height, pixelAt(cut, 0, 0)]).toEqual([100, 50, pixelAt(picture, 50, 10)]);
    expect(clampRectangle(picture, { left: 10, top: 0, width: 195, height: 100 })).toMatchObject({ width: 190 });
  });

  it.each([
    { left: 0, top: 0, width: 1, height: 1 },
    { left: 500, top: 500, width: 50, height: 50 },
    { left: 190, top: 0, width: 100, height: 100 },
    { left: 0, top: 0, width: 15, height: 100 },
  ])("refuses %j", (rectangle) => {
    expect(codeOf(() => clampRectangle(picture, rectangle))).toBe("crop-outside");
  });

  it("finds the fold of a spread and gives its halves in reading order", () => {
    const left = printedRows(400, 560, 10);
    const spread = drawPicture(820, 560, (u, v) => {
      const shadow = 1 - 0.35 * Math.exp(-(((u - 426) / 9) ** 2));
      return (u < 426 ? left(u, v) : left(u - 426, v)) * shadow;
    });
    const fold = findFold(spread);
    expect(Math.abs(fold - 426 / 820)).toBeLessThan(0.01);
    const first = halfPicture(spread, "first", fold);
    const second = halfPicture(spread, "second", fold);
    expect(first.width + second.width).toBe(820);
    expect(pixelAt(second, 0, 0)).toBe(pixelAt(spread, first.width, 0));
  });

  it("proposes to cut 2 to 3 mm outside a sheet on a dark lid, and nothing where no edge is to be seen", () => {
    const lid = drawPicture(900, 1200, (u, v) => (u < 650 && v < 900 ? page(u % width, v % height) : 30));
    const found = findSheet(lid, 150);
    const millimetre = 150 / 25.4;
    expect(found).toMatchObject({ left: 0, top: 0 });
    expect(((found?.width ?? 0) - 650) / millimetre).toBeGreaterThanOrEqual(2);
    expect(((found?.width ?? 0) - 650) / millimetre).toBeLessThanOrEqual(3);
    expect(((found?.height ?? 0) - 900) / millimetre).toBeGreaterThanOrEqual(2);
    expect(findSheet(drawPicture(width, height, page), 150)).toBeNull();
    expect(
      findSheet(
        drawPicture(300, 300, () => 20),
        150,
      ),
    ).toBeNull();
  });
});

describe("拼接", () => {
  it("sets unlike sheets side by side, tops in line, and scales by resolution only", () => {
    const one = { raster: drawPicture(100, 80, () => 250), dpi: 200 };
    const other = { raster: drawPicture(60, 120, () => 10, { channels: 3 }), dpi: 200 };
    const right = joinPictures(one, other, "right");
    expect([right.width, right.height, right.channels]).toEqual([160, 120, 3]);
    expect([pixelAt(right, 50, 40), pixelAt(right, 130, 100), pixelAt(right, 50, 100)]).toEqual([250, 10, 250]);
    const below = joinPictures(one, { ...other, dpi: 100 }, "below");
    expect([below.width, below.height]).toEqual([120, 80 + 240]);
    expect(mean(joinPictures(one, { ...one, dpi: null }, "right"))).toBe(250);
  });
});
