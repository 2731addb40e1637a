// 去底色, 黑白二值 and 去污点, by the pixels of pages drawn by rule.
import { describe, expect, it } from "vitest";
import { bitonalPicture } from "#engine/helper/bitonal-picture";
import { despecklePicture } from "#engine/helper/despeckle-picture";
import type { Raster } from "#engine/helper/raster";
import { whitenPicture } from "#engine/helper/whiten-picture";
import { drawPicture, pixelAt, printedRows } from "#test/fixtures/drawn-page";

const width = 620;
const height = 877;
const page = printedRows(width, height, 12);

describe("去底色, 黑白二值, 去污点", () => {
  const shaded = drawPicture(width, height, (u, v) => page(u, v) * (0.45 + (0.5 * u) / width));

  it("whitens uneven light and faint print from the back, and keeps the ink", () => {
    const through = drawPicture(
      width,
      height,
      (u, v) => Math.min(page(u, v), 255 - (255 - page(width - u, v + 5)) * 0.08) * (0.6 + (0.35 * u) / width),
    );
    const white = whitenPicture(through);
    let [paper, back, ink] = [0, 0, 0];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const value = pixelAt(white, x, y);
        if (page(x + 0.5, y + 0.5) === 255 && value < 235) back++;
        if (page(x + 0.5, y + 0.5) === 255) paper++;
        if (page(x + 0.5, y + 0.5) < 60 && value < 110) ink++;
      }
    expect(back / paper).toBeLessThan(0.12);
    expect(ink).toBeGreaterThan(10_000);
    expect(pixelAt(white, 5, 5)).toBe(255);
    expect(pixelAt(white, width - 5, height - 5)).toBe(255);
  });

  it("leaves a red seal red and a photo dark", () => {
    const data = new Uint8Array(400 * 400 * 3).fill(230);
    for (let y = 0; y < 400; y++)
      for (let x = 0; x < 400; x++) {
        const far = Math.hypot(x - 120, y - 120);
        if (far > 50 && far < 58) data.set([190, 40, 40], (y * 400 + x) * 3);
        if (x > 200 && x < 380 && y > 200 && y < 380) data.set([70, 60, 50], (y * 400 + x) * 3);
      }
    const white = whitenPicture({ width: 400, height: 400, channels: 3, isBitonal: false, data });
    const [red = 0, green = 0] = white.data.subarray((120 * 400 + 174) * 3);
    expect(red - green).toBeGreaterThan(120);
    expect(pixelAt(white, 210, 210)).toBeLessThan(120);
    expect(pixelAt(white, 5, 5)).toBe(255);
  });

  it("is black where the drawing has ink and white elsewhere, under a light that halves", () => {
    const made = bitonalPicture(shaded, 72);
    expect(new Set(made.data)).toEqual(new Set([0, 255]));
    let wrong = 0;
    let ink = 0;
    for (let y = 1; y < height - 1; y++)
      for (let x = 1; x < width - 1; x++) {
        // Whole pixels only: those the border of a stroke runs through may be either.
        const around = [page(x, y), page(x + 1, y), page(x, y + 1), page(x + 1, y + 1), page(x + 0.5, y + 0.5)];
        if (new Set(around).size > 1) continue;
        const isInk = (around[0] ?? 255) < 128;
        if (isInk) ink++;
        if (isInk !== (pixelAt(made, x, y) === 0)) wrong++;
      }
    expect(ink).toBeGreaterThan(5_000);
    expect(wrong / ink).toBeLessThan(0.01);
  });

  it("drops specks that stand alone and keeps a dot beside a stroke", () => {
    const speckled = drawPicture(300, 300, (u, v) => {
      const isStroke = u > 100 && u < 200 && v > 100 && v < 112;
      const isDot = u > 204 && u < 209 && v > 104 && v < 109;
      const isSpeck = u % 60 > 20 && u % 60 < 24 && v > 200 && v % 40 > 10 && v % 40 < 13;
      return isStroke || isDot || isSpeck ? 30 : 240;
    });
    const clean = despecklePicture(speckled, 8, 150);
    const inkOf = (raster: Raster, top: number, bottom: number): number =>
      raster.data.subarray(top * 300, bottom * 300).reduce((sum, each) => sum + (each < 200 ? 1 : 0), 0);
    expect(inkOf(speckled, 200, 300)).toBeGreaterThan(20);
    expect(inkOf(clean, 200, 300)).toBe(0);
    expect(inkOf(clean, 0, 200)).toBe(inkOf(speckled, 0, 200));
    expect(despecklePicture(bitonalPicture(speckled, 150), 8, 150).isBitonal).toBe(true);
  });
});
