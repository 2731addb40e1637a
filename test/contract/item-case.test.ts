// The order of parts inside an item (DA/T 22-2015, 5.1): every pair of the eleven cases, from any order given.
import { describe, expect, it } from "vitest";
import { partKind, type PartKind } from "#contract/item";
import { itemCases, sortParts } from "#contract/item-case";

const sorted = (kinds: readonly PartKind[]): PartKind[] =>
  sortParts(kinds.map((kind) => ({ kind }))).map((p) => p.kind);

describe("the eleven cases", () => {
  it("are eleven, each with its rule, and use only known parts", () => {
    expect(itemCases).toHaveLength(11);
    for (const { rule, parts } of itemCases) {
      expect(rule).toMatch(/。$/);
      expect(parts.filter((kind) => !partKind.options.includes(kind))).toEqual([]);
    }
  });

  it.each(itemCases.filter((each) => each.parts.length > 1))("$name lie in the order of the clause", ({ parts }) => {
    expect(sorted(parts.toReversed())).toEqual(parts);
    expect(sorted(parts)).toEqual(parts);
  });

  it("puts the reply before the letter, and leaves each its own 附件", () => {
    expect(sorted(["来文", "附件", "文件处理单", "复文", "附件", "定稿"])).toEqual([
      "复文",
      "附件",
      "定稿",
      "文件处理单",
      "来文",
      "附件",
    ]);
  });

  it("puts the 文件处理单 before a paper received, 正本 before 发文稿纸 and 定稿", () => {
    expect(sorted(["正文", "附件", "文件处理单"])).toEqual(["文件处理单", "正文", "附件"]);
    expect(sorted(["定稿", "发文稿纸", "正本"])).toEqual(["正本", "发文稿纸", "定稿"]);
  });

  it("keeps what is of one rank as it was given, and loses nothing", () => {
    const given = partKind.options.flatMap((kind, at) => [
      { kind, title: `${at}甲` },
      { kind, title: `${at}乙` },
    ]);
    const result = sortParts(given.toReversed());
    expect(result.map((part) => part.title).toSorted()).toEqual(given.map((part) => part.title).toSorted());
    const bodies = sortParts([
      { kind: "正文", title: "一" },
      { kind: "正文", title: "二" },
    ]);
    expect(bodies.map((part) => part.title)).toEqual(["一", "二"]);
  });
});
