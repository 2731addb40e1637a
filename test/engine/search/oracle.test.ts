// Whatever stands in an indexed text is found by any piece of it, and nothing else is (T07, W16): against a plain scan of the
// folded texts. LINDANG_SEARCH_RUNS counts the pieces (500 here, 5,000 in the long run).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageId } from "#contract/scan";
import { foldText } from "#db/fold-text";
import { hasWords, readSearchWords } from "#db/search-words";
import { readArchive, type ReadArchive } from "#test/support/read-archive";
import { pageLines } from "#tools/bench/office-words";
import { paperWords, seededNumbers } from "#tools/bench/seeded";

const runs = Number(process.env["LINDANG_SEARCH_RUNS"] ?? 500);
const papers = join(process.cwd(), "../shared/data/sample-papers");
const odd = [
  ["幸社发〔２０２４〕１５號  關於召開居民代表會議的通知", "附件：１．名單（𠮷田、龘䶮）　２．經費預算表"],
  ["合计 ￥1,234.50 元；电话 0371-6789 0123", "GB/T 9704—2012、DA／T 22—2015", "二〇二四年三月五日"],
  ["第 1 页 共 12 页", "①申请 ②审核 ③公示", "e\u0301tude Ⅳ ㎡ ﬁne", "A-3 栋 201 室"],
];
const titles: string[] = [];
const texts = new Map<PageId, string>();
let store: ReadArchive;

beforeAll(async () => {
  store = await readArchive();
  for (let at = 1; at <= 60; at++) {
    const { title, creator, documentNumber } = paperWords(at, 2024);
    titles.push(title);
    store.addItem(title, { creator, documentNumber });
  }
  for (const title of ["𠮷野家协商议事", "龘䶮", "２０２４年ＡＢ楼 12-3 号", "(2012)4年"]) {
    titles.push(title);
    store.addItem(title);
  }
  const real = existsSync(papers) ? readdirSync(papers).filter((name) => name.endsWith(".txt")) : [];
  const read = real.map((name) => readFileSync(join(papers, name), "utf8").split("\n"));
  const made = Array.from({ length: 60 }, (_, at) => pageLines(at + 1));
  const item = store.addItem("页面");
  for (const lines of [...odd, ...made, ...read]) texts.set(store.addPage(lines, item), lines.join("\n"));
}, 600_000);
afterAll(() => store.remove());

const pick = seededNumbers(20_241_122);
/** A piece of 1 to 8 characters that is cut anywhere, across lines and punctuation too. */
function pieceOf(text: string): string {
  const all = [...text];
  const at = pick(all.length);
  return all.slice(at, at + 1 + pick(8)).join("");
}
const foldedOnce = new Map<string, string>();
function scan(text: string, asked: string): boolean {
  const words = readSearchWords(asked);
  const folded = foldedOnce.get(text) ?? foldText(text);
  foldedOnce.set(text, folded);
  return words.length > 0 && hasWords(words, [folded]);
}

describe("a piece of an indexed text", () => {
  it(`is found in every page that holds it, and in no other (${runs} pieces)`, () => {
    const all = [...texts.values()];
    for (let run = 0; run < runs; run++) {
      const source = all[pick(all.length)]!;
      const asked = pieceOf(source);
      const expected = [...texts].filter(([, text]) => scan(text, asked)).map(([id]) => id);
      // The page it was cut from is among them unless nothing but signs was cut out.
      if (foldText(asked) !== "") expect(scan(source, asked), JSON.stringify(asked)).toBe(true);
      const found = store.pages(asked);
      expect(found.sort(), JSON.stringify(asked)).toEqual(expected.sort());
      // Not by our own folding alone: every page that holds the very characters, typed in one piece.
      if (foldText(asked) !== "" && !/\s/u.test(asked))
        for (const [id, text] of texts) if (text.includes(asked)) expect(found, JSON.stringify(asked)).toContain(id);
    }
  }, 3_600_000);

  it(`is found in every title that holds it, and in no other (${runs} pieces)`, () => {
    for (let run = 0; run < runs; run++) {
      const asked = pieceOf(titles[pick(titles.length)]!);
      const found = store.items(asked);
      const expected = titles.filter((title) => scan(title, asked));
      // Creators and 文号 are searched too: what is found beyond the titles has the words there.
      expect(
        expected.every((title) => found.includes(title)),
        JSON.stringify(asked),
      ).toBe(true);
      const words = readSearchWords(asked);
      const others = found.filter((title) => !expected.includes(title));
      const known = Array.from({ length: 60 }, (_, at) => paperWords(at + 1, 2024));
      for (const title of others)
        expect(
          known.some((each) => {
            const columns = [each.title, each.creator, each.documentNumber].map(foldText);
            return each.title === title && hasWords(words, columns);
          }),
          JSON.stringify(asked),
        ).toBe(true);
    }
  }, 3_600_000);

  it("is part of the folded whole wherever it is cut: folding goes character by character", () => {
    for (const text of [...odd.flat(), "ﷺ한국ｶﾞİß"])
      for (let at = 0; at < [...text].length; at++) {
        const all = [...text];
        expect(foldText(all.slice(0, at).join("")) + foldText(all.slice(at).join(""))).toBe(foldText(text));
      }
  });
});
