// One thing written in many ways is found by each of them; what is only like it is found apart.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageId } from "#contract/scan";
import { foldText } from "#db/fold-text";
import { readArchive, type ReadArchive } from "#test/support/read-archive";

let store: ReadArchive;
let page: PageId;
let misread: PageId;
beforeAll(async () => {
  store = await readArchive();
  const item = store.addItem("关于召开居民代表会议的通知", {
    ...{ creator: "幸福社区居民委员会", documentNumber: "幸社发〔2024〕15号", documentDate: "2024-03-05" },
  });
  store.addItem("重庆路人行道长度调查", { creator: "区城管局" });
  store.addItem("入民调解记录");
  page = store.addPage(["各楼栋：", "經研究，定于二〇二四年三月五日召", "开居民代表大会。邮编450012"], item);
  misread = store.addPage(["己交入民调解委員会，曰期2O24"], item);
  await store.settle();
});
afterAll(() => store.remove());

describe("a search finds", () => {
  it.each([
    "2024年3月5日",
    "2024-03-05",
    "2024.3.5",
    "2024/3/5",
    "２０２４年０３月０５日",
    "二〇二四年三月五日",
    "二零二四年三月五日",
  ])("a date written %s, of an item and on a page", (asked) => {
    expect(store.items(asked)).toEqual(["关于召开居民代表会议的通知"]);
    expect(store.pages(asked)).toEqual([page]);
  });

  it.each([
    "幸社发〔2024〕15号",
    "幸社发[2024]15号",
    "幸社发（2024）15号",
    "幸社發【2024】15號",
    "幸社发2024 15",
    "4〕1",
  ])("文号 written %s", (asked) => expect(store.items(asked)).toEqual(["关于召开居民代表会议的通知"]));

  it("simplified for traditional and the other way round, pieces of numbers, words across a line end", () => {
    expect(store.pages("经研究")).toEqual([page]);
    expect(store.pages("經硏究").length).toBeLessThanOrEqual(1);
    expect(store.items("關於召開")).toEqual(["关于召开居民代表会议的通知"]);
    expect(store.pages("5001")).toEqual([page]);
    expect(store.pages("召开居民")).toEqual([page]);
    expect(store.pages("居民 邮编")).toEqual([page]);
  });

  it("what is easily misread for it, apart from what is exact and never in its place", () => {
    expect(store.items("人民调解")).toEqual([]);
    expect(store.items("人民调解", { likeness: "near" })).toEqual(["入民调解记录"]);
    expect(store.items("入民调解")).toEqual(["入民调解记录"]);
    expect(store.items("入民调解", { likeness: "near" })).toEqual([]);
    expect(store.pages("已交人民调解", { likeness: "near" })).toEqual([misread]);
    expect(store.pages("日期2024", { likeness: "near" })).toEqual([misread]);
    expect(store.pages("己交入民")).toEqual([misread]);
  });

  it.each([
    ["jmdbhy", "关于召开居民代表会议的通知"],
    ["juminDaibiao", "关于召开居民代表会议的通知"],
    ["xingfushequ", "关于召开居民代表会议的通知"],
    ["xfsq", "关于召开居民代表会议的通知"],
    ["chongqing", "重庆路人行道长度调查"],
    ["zhongqing", "重庆路人行道长度调查"],
    ["renxing", "重庆路人行道长度调查"],
    ["renhangdao", "重庆路人行道长度调查"],
    ["cqlrh", "重庆路人行道长度调查"],
    ["jumindaib", "关于召开居民代表会议的通知"],
  ])("%s by sound, with every reading of a character", (asked, title) => {
    expect(store.items(asked, { likeness: "sound" })).toEqual([title]);
    expect(store.items(asked)).toEqual([]);
  });

  it("nothing for nothing: punctuation, signs, operators, whole sentences of them", () => {
    for (const asked of [
      "",
      "  ",
      "〔〕",
      '"',
      "*",
      "😀🎉",
      "—— …",
      "'; DROP TABLE item; --",
      "NEAR(",
      "a".repeat(200),
      "〇".repeat(200),
    ]) {
      for (const likeness of ["exact", "near", "sound"] as const)
        expect(store.items(asked, { likeness }), asked).toEqual([]);
      for (const likeness of ["exact", "near"] as const) expect(store.pages(asked, { likeness }), asked).toEqual([]);
    }
    expect(store.items('会议" OR title:')).toEqual([]);
    expect(store.pages("居".repeat(200))).toEqual([]);
    expect(foldText("😀〔〕 \u0000")).toBe("");
  });
});
