import { describe, expect, it } from "vitest";
import { openPdf } from "#engine/helper/pdfium";
import { drawRuler } from "#engine/paper/draw-ruler";
import { openFontShelf } from "#engine/paper/font-shelf";
import { a4Landscape, a4Portrait } from "#engine/paper/millimetre";
import { startPaper } from "#engine/paper/start-paper";

describe("the ruler mark", () => {
  it.each([
    ["upright", a4Portrait],
    ["lying", a4Landscape],
  ])("is 100.0 mm long on an A4 page that is %s", async (_, size) => {
    const shelf = await openFontShelf();
    const paper = await startPaper(shelf, { title: "x", madeOn: "2026-11-21", fingerprint: "" });
    paper.addPage(size);
    drawRuler(paper, shelf, size);
    const pdf = await openPdf(await paper.finish());
    if (pdf === "locked" || pdf === "damaged") throw new Error(`the page is ${pdf}`);
    const resolution = 1200;
    const page = pdf.draw(0, () => resolution);
    pdf.close();
    if (!page) throw new Error("the page cannot be drawn");
    expect(page.width / resolution).toBeCloseTo(size.widthMm / 25.4, 2);

    // The longest dark run of any line of pixels is the mark's stroke.
    let longest = 0;
    for (let row = Math.floor(page.height * 0.9); row < page.height; row++) {
      let run = 0;
      for (let column = 0; column < page.width; column++) {
        run = (page.pixels[(row * page.width + column) * 3] ?? 255) < 128 ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    expect(Math.abs((longest / resolution) * 25.4 - 100)).toBeLessThan(0.05);
  });
});
