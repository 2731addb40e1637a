// Where characters stand in a line, measured against print whose every character's place is known.
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import type { ReadLine } from "#contract/reading";
import { openHelperPool } from "#engine/helper/helper-pool";
import { readerPool, readPicture } from "#engine/helper/read-page";
import { shippedPack } from "#engine/reading/model-pack";
import { bordersOf, partOf } from "#engine/search/part-of-line";
import { printPaper } from "#test/fixtures/printed-paper";

const readers = openHelperPool(readerPool);
afterAll(() => readers.close());

const dpi = 200;
const size = 16;
const em = (size * dpi) / 72;
const left = 28;
const fontfile = fileURLToPath(new URL("../../../resources/fonts/noto-serif-sc-regular.ttf", import.meta.url));
/** Pixels the print of these words takes. */
const inkOf = async (text: string): Promise<number> =>
  (
    await sharp({ text: { text, font: `Noto Serif SC ${size}`, fontfile, dpi, rgba: true } })
      .png()
      .toBuffer({ resolveWithObject: true })
  ).info.width;

async function lineOf(text: string): Promise<ReadLine> {
  const bytes = await printPaper([{ text, y: 40, left, size }], { dpi });
  const reading = await readPicture(readers, { bytes, mediaType: "image/jpeg" }, shippedPack());
  const line = reading.lines.find((each) => each.text === text);
  if (!line) throw new Error(`read as ${reading.lines.map((each) => each.text).join(" / ")}`);
  return line;
}
/** How far begin and end of these words are marked from where they are printed, the worse of both, in characters. */
async function offOf(line: ReadLine, words: string): Promise<number> {
  const from = line.text.indexOf(words);
  const [topLeft, topRight] = partOf(line, from, from + words.length - 1);
  const start = (left * dpi) / 25.4;
  const printed = [
    from === 0 ? 0 : await inkOf(line.text.slice(0, from)),
    await inkOf(line.text.slice(0, from + words.length)),
  ];
  return Math.max(Math.abs(topLeft[0] - start - printed[0]!), Math.abs(topRight[0] - start - printed[1]!)) / em;
}

it("words between digits, letters and marks are marked where they stand; widths alone are half a character off", async () => {
  const printed: [string, string[]][] = [
    ["截至2024年11月11日共收到意见1111条其中书面", ["意见", "书面", "2024", "其中"]],
    ["使用WPS和PDF两种格式报送社区", ["两种格式", "PDF", "社区"]],
  ];
  let worstByWidths = 0;
  for (const [text, hits] of printed) {
    const line = await lineOf(text);
    const { middles: _, ...before } = line;
    for (const words of hits) {
      expect(await offOf(line, words), words).toBeLessThan(0.2);
      worstByWidths = Math.max(worstByWidths, await offOf(before, words));
    }
  }
  expect(worstByWidths).toBeGreaterThan(0.4);
}, 120_000);

it("a column is divided from the top down, a reading without places by widths", () => {
  const column: ReadLine = {
    text: "电梯",
    corners: [
      [10, 10],
      [30, 10],
      [30, 90],
      [10, 90],
    ],
    confidences: [1, 1],
  };
  expect(partOf(column, 1, 1)).toEqual([
    [10, 50],
    [30, 50],
    [30, 90],
    [10, 90],
  ]);
  expect(bordersOf({ text: "电1" })[1]).toBeCloseTo(1 / 1.55, 5);
  // Places that do not go one way are none.
  expect(bordersOf({ text: "电梯", middles: [0.8, 0.2] })).toEqual([0, 0.5, 1]);
  expect(bordersOf({ text: "电", middles: [0.5] })).toEqual([0, 1]);
});
