// 识别建议 measured: the shipped sample papers and four papers unlike them, from readings of the real reader. They were recorded
// once, because reading takes a second a page; LINDANG_READ_PAPERS=1 reads all of them anew, and real ones where they are.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pageReading, type PageReading } from "#contract/reading";
import type { ProposedField } from "#contract/reading-proposal";
import { openHelperPool } from "#engine/helper/helper-pool";
import { readPicture, readerPool } from "#engine/helper/read-page";
import { readDocumentNumber } from "#engine/reading/find-document-number";
import { doubtsIn, sureness } from "#engine/reading/found-field";
import { shippedPack } from "#engine/reading/model-pack";
import { proposeFrom } from "#engine/reading/propose-fields";
import { ownPapers } from "#test/fixtures/own-papers";
import { madeReading, runningText } from "#test/fixtures/made-reading";
import { printPaper } from "#test/fixtures/printed-paper";
import { realPapers, samplePapers, type KnownPaper } from "#test/fixtures/known-papers";

const recorded = new Map(
  readFileSync(new URL("../../fixtures/recorded-readings.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { name: string; reading: unknown })
    .map(({ name, reading }) => [name, pageReading.parse(reading)]),
);
const own = ownPapers.map(({ name, pages, truth }): KnownPaper => ({
  truth,
  pages: pages.map((_, at) => `own-${name}-0${at + 1}`),
}));
const fields = ["title", "documentNumber", "creator", "documentDate"] as const;
type Score = Record<ProposedField, { right: number; of: number; wrong: string[] }>;

/** Right means equal, character for character. What a paper does not bear must not be proposed and is not counted as right. */
function measure(papers: readonly KnownPaper[], readingOf: (page: string) => PageReading): Score {
  const score = Object.fromEntries(fields.map((field) => [field, { right: 0, of: 0, wrong: [] as string[] }])) as Score;
  for (const { pages, truth } of papers) {
    const found = new Map(
      proposeFrom(pages.map((page) => ({ pageId: page, reading: readingOf(page) }))).map((each) => [
        each.field,
        each.found,
      ]),
    );
    for (const field of fields) {
      const [is, must] = [found.get(field)?.value, truth[field]];
      if (must !== undefined) score[field].of += 1;
      if (is !== undefined && is === must) score[field].right += 1;
      if (is !== must) score[field].wrong.push(`${pages[0]}: ${is ?? "—"}`);
    }
  }
  return score;
}
const ofRecorded = (page: string): PageReading => {
  const reading = recorded.get(page);
  if (!reading) throw new Error(`${page} was not recorded`);
  return reading;
};

describe("proposals over papers that were read", () => {
  it("are right on the shipped sample papers", () => {
    const score = measure(samplePapers, ofRecorded);
    expect(score).toEqual({
      title: { right: 10, of: 10, wrong: [] },
      documentNumber: { right: 6, of: 6, wrong: [] },
      // 记录 and 台账 bear no body where a red head or a signature would be: nothing is proposed for them.
      creator: { right: 8, of: 8, wrong: [] },
      documentDate: { right: 10, of: 10, wrong: [] },
    });
  });

  it("are right on papers unlike them: two bodies, a letter, an old one lying, rules without a number", () => {
    expect(measure(own, ofRecorded)).toEqual({
      title: { right: 4, of: 4, wrong: [] },
      documentNumber: { right: 2, of: 2, wrong: [] },
      creator: { right: 4, of: 4, wrong: [] },
      documentDate: { right: 4, of: 4, wrong: [] },
    });
  });

  it("say where they stand: the place is a line of the page, and the line says it", () => {
    const [paper] = samplePapers;
    if (!paper) throw new Error("there are sample papers");
    const readings = paper.pages.map((pageId) => ({ pageId, reading: ofRecorded(pageId) }));
    for (const { found } of proposeFrom(readings)) {
      expect(found.lines.length).toBeGreaterThan(0);
      for (const { pageId, line } of found.lines) expect(ofRecorded(pageId).lines).toContainEqual(line.line);
    }
  });

  it("are the same when the sheet lies another way", () => {
    const lines = [
      { text: "和平街道办事处文件", x: 0.17, y: 0.14, height: 118 },
      { text: "和街发【2024)12号", x: 0.38, y: 0.22 },
      { text: "关于做好归档整理工作的通知", x: 0.29, y: 0.27, height: 70 },
      ...runningText.slice(2),
    ];
    const valuesAt = (degrees: number): string[] =>
      proposeFrom([{ pageId: "a", reading: madeReading(lines, degrees) }]).map(({ found }) => found.value);
    expect(valuesAt(0)).toEqual(["关于做好归档整理工作的通知", "和街发〔2024〕12号", "和平街道办事处"]);
    for (const degrees of [2, -3, 90, 180, 270]) expect(valuesAt(degrees)).toEqual(valuesAt(0));
  });
});

describe("what is proposed", () => {
  it.each([
    ["和街发〔2024〕12号", "和街发〔2024〕12号"],
    ["和街发（2024）12号", "和街发〔2024〕12号"],
    ["和街发[2024]012号", "和街发〔2024〕12号"],
    ["和街发〔2025】17号", "和街发〔2025〕17号"],
    ["幸社〔[2024]1号", "幸社〔2024〕1号"],
    ["和街发【2024】第3号", "和街发〔2024〕3号"],
    ["发文字号：和街发〔2024〕12号", "和街发〔2024〕12号"],
    ["和街发〔2024〕12号签发人：王五", "和街发〔2024〕12号"],
    ["根据民委发〔2010〕13号精神", undefined],
    ["(民委发〔2010〕13号)", undefined],
    ["和街发2024年12号", undefined],
    ["12号", undefined],
  ])("文号 out of %s", (text, value) => expect(readDocumentNumber(text.normalize("NFKC"))).toBe(value));

  it("never a person for 责任者, and marks a name and what was read badly", () => {
    const reading = madeReading([
      { text: "关于李同志任职的通知", x: 0.34, y: 0.1, height: 70 },
      ...runningText,
      { text: "申请人：张三", x: 0.6, y: 0.97 },
      { text: "2024年3月5日", x: 0.6, y: 0.99, confidence: 0.6 },
    ]);
    const found = proposeFrom([{ pageId: "a", reading }]);
    expect(found.map(({ field }) => field)).toEqual(["title", "documentDate"]);
    const [title, date] = found;
    if (!title || !date) throw new Error("title and date are proposed");
    // The one-character name: 关于[李]同志.
    expect(doubtsIn(title.found)).toContain(2);
    expect(doubtsIn(date.found)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(sureness(date.found)).toBeLessThan(0.7);
  });

  it("nothing from running text, and no date no calendar has", () => {
    expect(proposeFrom([{ pageId: "a", reading: madeReading(runningText) }])).toEqual([]);
    const reading = madeReading([...runningText, { text: "2023年2月30日", x: 0.6, y: 0.98 }]);
    expect(proposeFrom([{ pageId: "a", reading }])).toEqual([]);
  });
});

describe.runIf(process.env["LINDANG_READ_PAPERS"])("read anew", () => {
  it("gives the same share, also over real papers", { timeout: 900_000 }, async () => {
    const pool = openHelperPool(readerPool);
    const readings = new Map<string, PageReading>();
    const real = realPapers.filter((paper) => existsSync(new URL(`${paper.pages[0]}.jpg`, paper.folder)));
    try {
      for (const paper of [...samplePapers, ...real])
        for (const page of paper.pages) {
          const bytes = readFileSync(new URL(`${page}.jpg`, paper.folder));
          readings.set(page, await readPicture(pool, { bytes, mediaType: "image/jpeg" }, shippedPack()));
        }
      for (const { name, pages, look } of ownPapers)
        for (const [at, lines] of pages.entries()) {
          const bytes = await printPaper(lines, look);
          readings.set(
            `own-${name}-0${at + 1}`,
            await readPicture(pool, { bytes, mediaType: "image/jpeg" }, shippedPack()),
          );
        }
    } finally {
      pool.close();
    }
    const score = measure([...samplePapers, ...own, ...real], (page) => readings.get(page) ?? ofRecorded(page));
    process.stdout.write(`proposals: ${JSON.stringify(score)}\n`);
    for (const field of fields) expect(score[field].right / score[field].of).toBeGreaterThanOrEqual(0.95);
  });
});
