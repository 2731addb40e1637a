// How much is read (issue 4, point 5), on a few pages of each kind. All pages, and Tesseract beside ours, are measured by
// `npm run bench reading`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHelperPool } from "#engine/helper/helper-pool";
import { readerPool, readPicture, type PictureToRead } from "#engine/helper/read-page";
import { shippedPack } from "#engine/reading/model-pack";
import { damages } from "#tools/bench/reading/damage-page";
import { drawOfficePages, type OfficePage } from "#tools/bench/reading/draw-office-pages";
import { accuracyOf, compareReading, foldStrictly } from "#tools/bench/reading/measure-reading";

const readers = openHelperPool(readerPool);
afterAll(() => readers.close());
const papers = join(import.meta.dirname, "../../../../resources/sample-papers");

async function measure(picture: PictureToRead, truth: string): Promise<ReturnType<typeof compareReading>> {
  const { lines } = await readPicture(readers, picture, shippedPack());
  return compareReading(truth, lines.map(({ text }) => text).join("\n"));
}

describe("the measure", () => {
  it("counts edits of each line at its best place, folded or strictly", () => {
    expect(compareReading("第一条　总则\n（二）", "x第一条总则y【二】")).toMatchObject({ edits: 0, length: 8 });
    expect(compareReading("（二）", "【二】", foldStrictly).edits).toBe(2);
    const one = compareReading("甲乙丙丁", "丁甲乙戊丁");
    expect(one).toEqual({ edits: 1, length: 4, missed: ["甲乙丙丁"] });
    expect(accuracyOf([one, { edits: 0, length: 4 }])).toBe(87.5);
    expect(compareReading("甲乙", "").edits).toBe(2);
  });
});

describe("pages read offline", () => {
  let drawn: OfficePage[] = [];
  beforeAll(async () => {
    drawn = await drawOfficePages(200, ["application", "register"]);
  });

  it("tilted, noisy scans of papers: at least 99.5 %", async () => {
    const measured = [];
    for (const name of ["meeting-notice-01", "year-report-03"]) {
      const [bytes, truth] = [
        readFileSync(join(papers, `${name}.jpg`)),
        readFileSync(join(papers, `${name}.txt`), "utf8"),
      ];
      measured.push(await measure({ bytes, mediaType: "image/jpeg" }, truth));
    }
    expect(accuracyOf(measured)).toBeGreaterThanOrEqual(99.5);
  });

  it.each([
    ["application", "1-bit fax"],
    ["register", "turned 90°"],
    ["application", "turned 180°"],
    ["register", "uneven light, faint"],
  ])("%s, %s: at least 99 percent", async (name, how) => {
    const page = drawn.find((each) => each.name === name);
    const damage = damages[how];
    if (!page || !damage) throw new Error("no such page");
    const measured = await measure(await damage(page, 7), page.truth);
    expect(accuracyOf([measured]), measured.missed.join("\n")).toBeGreaterThanOrEqual(99);
  });
});
