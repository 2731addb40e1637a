// 纠偏, by the pixels of pages drawn at known angles.
import { describe, expect, it } from "vitest";
import { bitonalPicture } from "#engine/helper/bitonal-picture";
import { findSkew } from "#engine/helper/find-skew";
import { applyStep } from "#engine/helper/make-picture-steps";
import { straightenPicture } from "#engine/helper/straighten-picture";
import { chance, drawPicture, pixelAt, printedRows } from "#test/fixtures/drawn-page";

describe("纠偏", () => {
  const large = { width: 1240, height: 1754 };
  const lines = printedRows(large.width, large.height, 24);

  it.each([-11.4, -3, 0.13, 1.2, 4.75])("finds a slant of %d° to within 0.05°", (turned) => {
    const picture = drawPicture(large.width, large.height, lines, { turned });
    expect(Math.abs(findSkew(picture) - turned)).toBeLessThanOrEqual(0.05);
  });

  it("finds it under a shadow, beside a black border, in noise and in one bit", () => {
    const dirty = drawPicture(
      large.width,
      large.height,
      (u, v) => {
        if (u < 60 || v > large.height - 90) return 8;
        const noise = (chance(Math.floor(u * 3), Math.floor(v * 3)) - 0.5) * 60;
        return Math.max(0, Math.min(255, lines(u, v) * (0.55 + (0.4 * u) / large.width) + noise));
      },
      { turned: 1.2 },
    );
    expect(Math.abs(findSkew(dirty) - 1.2)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(findSkew(bitonalPicture(dirty, 150)) - 1.2)).toBeLessThanOrEqual(0.05);
  });

  it("sets the page straight again, and leaves one alone that has no lines", () => {
    const turned = drawPicture(large.width, large.height, lines, { turned: -2.3 });
    const { raster, step } = applyStep(turned, { kind: "straighten", degrees: null }, 150, null);
    expect(step).toMatchObject({ kind: "straighten" });
    expect(step.kind === "straighten" && Math.abs((step.degrees ?? 0) - 2.3)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(findSkew(raster))).toBeLessThanOrEqual(0.05);
    const grain = drawPicture(620, 877, (u, v) => 200 + chance(Math.floor(u), Math.floor(v)) * 55);
    expect(findSkew(grain)).toBe(0);
    expect(findSkew(drawPicture(400, 400, () => 255))).toBe(0);
  });

  it("cuts no corner off and fills up with the colour of the border", () => {
    const dark = drawPicture(300, 200, (u, v) => (u > 20 && v > 20 && u < 280 && v < 180 ? 250 : 40));
    const turned = straightenPicture(dark, 5);
    expect(turned.width).toBeGreaterThan(300);
    expect(turned.height).toBeGreaterThan(200);
    expect(pixelAt(turned, 1, 1)).toBe(40);
    expect(straightenPicture(dark, 0.002)).toBe(dark);
  });
});
