// Where papers begin: by what was read on a page, by its picture, by sheets between; on real papers, really read.
import { describe, expect, it } from "vitest";
import type { PageReading } from "#contract/reading";
import type { PilePage } from "#db/pile";
import { openHelperPool } from "#engine/helper/helper-pool";
import { judgePicture } from "#engine/helper/judge-picture";
import { readerPool, readPicture } from "#engine/helper/read-page";
import { findDocumentNumber, findHead, markReading } from "#engine/page/mark-reading";
import { markColour } from "#engine/page/mark-facts";
import { isOtherText } from "#engine/page/mark-other-text";
import { hasRedHead } from "#engine/page/mark-rules";
import { findBeginnings } from "#engine/page/separate-beginnings";
import { shippedPack } from "#engine/reading/model-pack";
import { samplePages } from "#test/fixtures/damaged-page";

let drawn = 0;
type Line = readonly [text: string, x: number, y: number, height: number];
const reading = (lines: readonly Line[], turned = 0): PageReading => ({
  engine: "test",
  width: 1654,
  height: 2339,
  turned,
  slant: 0,
  seconds: 1,
  lines: lines.map(([words, x, y, height]) => {
    const half = (words.length * height) / 2;
    const corners = [
      [x - half, y],
      [x + half, y],
      [x + half, y + height],
      [x - half, y + height],
    ] as [[number, number], [number, number], [number, number], [number, number]];
    return { text: words, corners, confidences: [...words].map(() => 0.99) };
  }),
});
const prose: readonly Line[] = Array.from({ length: 12 }, (_, at) => [
  "社区党组织和居民委员会要把这项工作作为重点任务来抓",
  827,
  800 + at * 70,
  40,
]);

describe("what a reading says of a page", () => {
  it("a red head, a 文号 of its own, a title, page one, and what goes on", () => {
    expect(
      findHead(reading([["和平街道办事处文件", 827, 380, 110], ["和街发〔2024〕12号", 827, 560, 40], ...prose])),
    ).toBe("red-head");
    expect(
      findHead(reading([["幸福社区居民委员会", 827, 380, 110], ["幸社（２０２４）６号", 827, 560, 40], ...prose])),
    ).toBe("document-number");
    expect(findHead(reading([["关于召开居民代表会议的通知", 827, 300, 60], ...prose]))).toBe("title");
    expect(findHead(reading([...prose, ["— 1 —", 827, 2180, 30]]))).toBe("page-one");
    expect(findHead(reading([...prose, ["- 2 -", 827, 2180, 30]]))).toBe("later-page");
    expect(findHead(reading([["附件", 260, 200, 40], ["归档整理工作时间安排表", 827, 330, 60], ...prose]))).toBe(
      "later-page",
    );
    expect(findHead(reading(prose))).toBe("");
  });

  it("a cited 文号 is no head, and brackets of any shape are read", () => {
    const cited: Line = [
      "根据《关于加强基层治理的意见》（民委发〔2010〕13号）精神，结合实际，提出如下意见，请认真贯彻落实",
      827,
      400,
      40,
    ];
    expect(findDocumentNumber(reading([cited, ...prose]))).toBe("");
    for (const number of ["幸社[2024]6号", "幸社【2024】6号", "幸社(2024)6号", "幸社〔2024】6号"])
      expect(findDocumentNumber(reading([[number, 827, 500, 40], ...prose]))).toBe(number);
    expect(findDocumentNumber(reading([["幸社〔2024〕6号 签发人：王敏", 827, 500, 40], ...prose]))).toBe(
      "幸社〔2024〕6号",
    );
  });
});

describe("marks that follow from a reading", () => {
  const page = { width: 1654, height: 2339, dpi: 200, colourMode: "colour" } as const;
  const printed = (size: number): PageReading =>
    reading(
      Array.from({ length: 10 }, (_, at): Line => [
        "社区党组织和居民委员会要把这项工作作为重点",
        827,
        300 + at * 60,
        size,
      ]),
    );

  it("which way up it lies, and small print below 300 dpi (DA/T 31-2017, 9.4)", () => {
    expect(markReading(reading(prose, 180), page)).toEqual(new Map([["upside-down", "180"]]));
    expect(markReading(reading(prose.slice(0, 2), 180), page)).toEqual(new Map());
    // 9 pt at 200 dpi are 25 pixels, 16 pt are 44.
    expect(markReading(printed(25), page)).toEqual(new Map([["low-resolution", "small:200"]]));
    expect(markReading(printed(44), page)).toEqual(new Map());
    expect(markReading(printed(37), { ...page, width: 2480, height: 3508, dpi: 300 })).toEqual(new Map());
    expect(markReading(printed(25), { ...page, dpi: null })).toEqual(new Map());
  });

  it("a head kept in grey (DA/T 31-2017, 9.3)", () => {
    expect(markColour({ ...page, colourMode: "grey" }, "red-head")).toEqual(new Map([["not-colour", "grey"]]));
    expect(markColour({ ...page, colourMode: "grey" }, "title")).toEqual(new Map());
    expect(markColour(page, "red-head")).toEqual(new Map());
  });

  it("two filled-in forms are not the same page once they are read", () => {
    const form = (name: string): PageReading => reading([...prose.slice(0, 3), [name, 827, 1500, 40]]);
    expect(
      isOtherText(
        form("王小明 男 梧桐路十二号三单元五零二室 因病住院家庭困难申请临时救助"),
        form("赵桂芳 女 幸福里小区八栋 家中失火财物受损独居低保户"),
      ),
    ).toBe(true);
    expect(isOtherText(form("王小明 男 梧桐路"), form("王小明男，梧桐路"))).toBe(false);
    expect(isOtherText(undefined, form("王小明"))).toBe(false);
  });
});

describe("beginnings", () => {
  const page = (given: Partial<PilePage> = {}): PilePage => ({
    page: { id: `p${++drawn}` } as PilePage["page"],
    ...{ pileId: "a", isDuplex: false, isLooked: true, isRead: true, isBlank: false, isBegun: false },
    ...{ separator: undefined, redHead: 0, head: "", ...given },
  });
  const found = (pages: PilePage[], method: "blank" | "first-page" | "separator") =>
    findBeginnings(pages, method, 2).map((each) => [pages.indexOf(each.page), each.reason]);

  it("both sides of a sheet are blank before it divides", () => {
    const [front, back] = [page({ isDuplex: true }), page({ isDuplex: true, isBlank: true })];
    const sheets = [front, back, front, front, back, back, front, back].map((each) => ({ ...each }));
    expect(found(sheets, "blank")).toEqual([
      [0, "start"],
      [6, "blank"],
    ]);
    expect(
      found(
        sheets.map((each) => ({ ...each, isDuplex: false })),
        "blank",
      ).map(([at]) => at),
    ).toEqual([0, 2, 6]);
  });

  it("first pages by head; a later page number keeps red ink from beginning one; two piles never mix", () => {
    const pages = [
      page({ head: "red-head", redHead: 0.04 }),
      page({ head: "later-page", redHead: 0.01 }),
      page({ head: "title" }),
      page({ redHead: 0.04, isRead: false }),
      page({ pileId: "b" }),
      page({ pileId: "b", isBegun: true }),
    ];
    expect(found(pages, "first-page")).toEqual([
      [0, "start"],
      [2, "title"],
      [3, "red-head"],
      [4, "pile"],
      [5, "clerk"],
    ]);
    expect(found(pages, "separator")).toEqual([
      [0, "start"],
      [4, "pile"],
      [5, "clerk"],
    ]);
  });
});

describe("a pile of real papers without any sheet between them", () => {
  // All 22 pages with LINDANG_SOAK=1; four pages of two papers otherwise, for reading takes its time.
  const isWhole = process.env["LINDANG_SOAK"] === "1";
  const pages = samplePages().filter(({ name }) => isWhole || /^(meeting-notice|filing-notice)$/.test(name));

  it("falls apart at first pages once it is read", { timeout: 300_000 }, async () => {
    const readers = openHelperPool(readerPool);
    try {
      const pile: PilePage[] = [];
      for (const { name, at, bytes } of pages) {
        const read = await readPicture(readers, { bytes, mediaType: "image/jpeg" }, shippedPack());
        const facts = await judgePicture(bytes);
        pile.push({
          page: { id: `${name} ${at}` } as PilePage["page"],
          ...{ pileId: "a", isDuplex: false, isLooked: true, isRead: true, isBlank: false, isBegun: false },
          ...{ separator: undefined, redHead: hasRedHead(facts) ? facts.redHead : 0, head: findHead(read) },
        });
      }
      const found = findBeginnings(pile, "first-page", 2).map((each) => String(each.page.page.id));
      // The request lies behind its reply as one item: two papers, and proposed as two.
      const firsts = pages
        .filter(({ name, at }) => at === 1 || name === "shelf-request")
        .map(({ name, at }) => `${name} ${at}`);
      expect(found).toEqual(firsts);
    } finally {
      readers.close();
    }
  });
});
