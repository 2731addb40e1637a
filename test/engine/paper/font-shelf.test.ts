import { describe, expect, it } from "vitest";
import { openFontShelf } from "#engine/paper/font-shelf";
import type { FontShelf, Glyph } from "#engine/paper/font-shelf";
import { a4Portrait } from "#engine/paper/millimetre";
import { startPaper } from "#engine/paper/start-paper";
import { openPdf } from "#engine/helper/pdfium";

/** One big character on a page, as pixels. */
async function drawn(shelf: FontShelf, character: string): Promise<Buffer> {
  const paper = await startPaper(shelf, { title: "x", madeOn: "2026-11-21", fingerprint: "" });
  paper.addPage(a4Portrait);
  paper.text(50, 100, character, { weight: "regular", sizePt: 120 });
  const pdf = await openPdf(await paper.finish());
  if (pdf === "locked" || pdf === "damaged") throw new Error(`the page is ${pdf}`);
  const page = pdf.draw(0, () => 36);
  pdf.close();
  if (!page) throw new Error("the page cannot be drawn");
  return page.pixels;
}

const inked = (pixels: Buffer): number => pixels.filter((value) => value < 128).length;

describe("the font shelf", () => {
  it("takes the first shipped font that has the character", async () => {
    const shelf = await openFontShelf();
    expect(shelf.glyph("档".codePointAt(0)!, "regular").font).toBe("noto-serif-sc-regular");
    expect(shelf.glyph("档".codePointAt(0)!, "bold").font).toBe("noto-serif-sc-bold");
    expect(shelf.glyph("𠮷".codePointAt(0)!, "regular").font).toBe("noto-sans-jp-regular");
    expect(shelf.glyph("𠮷".codePointAt(0)!, "bold").font).toBe("noto-sans-jp-regular");
  });

  it.each([
    ["an emoji", 0x1f5c2, "U+1F5C2"],
    ["a private character", 0xe000, "U+E000"],
    ["half a surrogate pair", 0xd842, "U+D842"],
    ["a hanzi that no shipped font has", 0x2a6d6, "U+2A6D6"],
  ])("refuses %s by its code instead of printing a box", async (_, codePoint, code) => {
    const shelf = await openFontShelf();
    expect(() => shelf.glyph(codePoint, "regular")).toThrow(
      expect.objectContaining({ code: "glyph-missing", details: expect.objectContaining({ code }) }),
    );
  });

  it.each(["䶮", "㐀", "𠮷", "𬌗", "㛃", "婳", "档"])(
    "draws %s, and not the box of a missing glyph",
    async (character) => {
      const shelf = await openFontShelf();
      const asMissing = (glyph: Glyph): Glyph => ({ ...glyph, id: 0 });
      const boxes: FontShelf = { ...shelf, glyph: (codePoint, weight) => asMissing(shelf.glyph(codePoint, weight)) };
      const pixels = await drawn(shelf, character);
      const box = await drawn(boxes, character);
      expect(inked(pixels)).toBeGreaterThan(200);
      expect(pixels.equals(box)).toBe(false);
      const different = pixels.filter((value, at) => Math.abs(value - (box[at] ?? 0)) > 96).length;
      expect(different).toBeGreaterThan(inked(pixels) / 4);
    },
  );
});
