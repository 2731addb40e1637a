// Words found as a plain scan would find them (T07): one character, two, many.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemGrams } from "#db/item-grams";
import { queryOf, readSearchWords } from "#db/search-words";
import { freshArchive, type TestArchive } from "#test/support/archive";

const words =
  "关于召开社区居民代表会议的通知工作报告党群服务中心综合治理网格管理人民调解物业维修申请登记表龘𠮷".match(/./gu) ?? [];
const titles: string[] = [];
let seed = 7;
const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;

let archive: TestArchive;
beforeAll(async () => {
  archive = await freshArchive();
  for (let at = 0; at < 120; at++) {
    const title = Array.from({ length: 4 + next(14) }, () => words[next(words.length)]).join("");
    titles.push(title);
    await archive.engine.ask("item.make", { pageIds: [], fields: { title, paperPageCount: 1 } });
  }
});
afterAll(() => archive.remove());

describe("a search", () => {
  it("finds exactly the titles that hold the characters, in a row, for one to six of them", async () => {
    for (let round = 0; round < 300; round++) {
      const from = [...titles[next(titles.length)]!];
      const at = next(from.length);
      const asked = from.slice(at, at + 1 + next(6)).join("");
      const { rows } = await archive.engine.ask("search.find", { words: asked, limit: 200 });
      expect(rows.map((row) => row.title).sort(), asked).toEqual(
        titles.filter((title) => title.includes(asked)).sort(),
      );
    }
  });

  it("finds 文号 in parts, and nothing for nothing", async () => {
    await archive.engine.ask("item.make", {
      pageIds: [],
      fields: { title: "甲", documentNumber: "幸社发〔2024〕15号", paperPageCount: 1 },
    });
    for (const asked of ["幸社发", "2024", "202", "〔2024〕15", "幸社 15号"]) {
      const { rows } = await archive.engine.ask("search.find", { words: asked });
      expect(
        rows.map((row) => row.documentNumber),
        asked,
      ).toContain("幸社发〔2024〕15号");
    }
    for (const asked of ["", "   ", "〔〕", "*", '"']) {
      expect((await archive.engine.ask("search.find", { words: asked })).rows, asked).toEqual([]);
    }
  });

  it("keeps operators and quotes of the index out of what was typed", () => {
    expect(queryOf(readSearchWords('会议" OR title:* NEAR('), itemGrams)).toBe(
      '(("会议")) AND (("or")) AND (("tit" AND "itl" AND "tle")) AND (("nea" AND "ear"))',
    );
    expect(queryOf(readSearchWords("ＧＢ／Ｔ 19"), itemGrams)).toBe('(("gbt")) AND (("19"))');
  });

  it("follows a changed title and forgets a dissolved item", async () => {
    const { item } = await archive.engine.ask("item.make", {
      pageIds: [],
      fields: { title: "旧的鼎鼎", paperPageCount: 1 },
    });
    const { item: changed } = await archive.engine.ask("item.describe", {
      id: item.id,
      revision: item.revision,
      fields: { title: "新的鼐鼐" },
    });
    const count = async (asked: string) => (await archive.engine.ask("search.find", { words: asked })).total;
    expect([await count("鼎鼎"), await count("鼐鼐")]).toEqual([0, 1]);
    await archive.engine.ask("item.dissolve", { id: item.id, revision: changed.revision });
    expect(await count("鼐鼐")).toBe(0);
  });
});
