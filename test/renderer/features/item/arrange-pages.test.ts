import { describe, expect, it } from "vitest";
import { pageId, type PageId } from "#contract/scan";
import {
  findPage,
  isSamePlan,
  joinPart,
  nameKind,
  type Plan,
  putAtEnd,
  putBefore,
  shiftPage,
  shiftPart,
  startPart,
  takeOut,
} from "#features/item/arrange-pages";

const id = (name: string): PageId => pageId.parse(name);
const ids = (names: string): PageId[] => [...names].map(id);
const body = (names: string): Plan[number] => ({ kind: "正文", title: "", pageIds: ids(names) });
const annex = (names: string): Plan[number] => ({ kind: "附件", title: "附图", pageIds: ids(names) });
const plan: Plan = [body("abc"), annex("de")];
const say = (arranged: Plan): string => arranged.map((part) => `${part.kind}:${part.pageIds.join("")}`).join(" ");

describe("pages of an item", () => {
  it("move one place within their part", () => {
    expect(say(shiftPage(plan, id("b"), 1))).toBe("正文:acb 附件:de");
    expect(say(shiftPage(plan, id("b"), -1))).toBe("正文:bac 附件:de");
  });

  it("step over the border into the next part, at its near end", () => {
    expect(say(shiftPage(plan, id("c"), 1))).toBe("正文:ab 附件:cde");
    expect(say(shiftPage(plan, id("d"), -1))).toBe("正文:abcd 附件:e");
    expect(say(shiftPart(plan, id("a"), 1))).toBe("正文:bc 附件:ade");
  });

  it("stay where they are at both ends of the item", () => {
    expect(shiftPage(plan, id("a"), -1)).toBe(plan);
    expect(shiftPage(plan, id("e"), 1)).toBe(plan);
  });

  it("are put before another page, whichever side it comes from", () => {
    expect(say(putBefore(plan, id("a"), id("c")))).toBe("正文:bac 附件:de");
    expect(say(putBefore(plan, id("e"), id("a")))).toBe("正文:eabc 附件:d");
    expect(putBefore(plan, id("a"), id("a"))).toBe(plan);
    expect(putBefore(plan, id("a"), id("x"))).toBe(plan);
  });

  it("are put at the end of a part", () => {
    expect(say(putAtEnd(plan, id("a"), 1))).toBe("正文:bc 附件:dea");
  });

  it("leave, and a part without pages goes with its last one", () => {
    expect(say(takeOut(plan, id("b")))).toBe("正文:ac 附件:de");
    expect(say(takeOut([body("abc"), annex("d")], id("d")))).toBe("正文:abc");
  });

  it("start a part of their own, and a whole part changes its kind by it", () => {
    expect(say(startPart(plan, id("b"), "复文"))).toBe("正文:a 复文:bc 附件:de");
    expect(say(startPart(plan, id("a"), "定稿"))).toBe("定稿:abc 附件:de");
  });

  it("join the part before, whose kind and title stay", () => {
    expect(joinPart(plan, 1)).toEqual([{ kind: "正文", title: "", pageIds: ids("abcde") }]);
    expect(joinPart(plan, 0)).toBe(plan);
  });

  it("are never lost or doubled by any move", () => {
    const moves: Plan[] = [
      ...ids("abcde").flatMap((page) => [
        shiftPage(plan, page, 1),
        shiftPage(plan, page, -1),
        shiftPart(plan, page, 1),
        shiftPart(plan, page, -1),
        startPart(plan, page, "来文"),
        putAtEnd(plan, page, 0),
        putBefore(plan, page, id("d")),
      ]),
      joinPart(plan, 1),
      nameKind(plan, 0, "复文"),
    ];
    for (const moved of moves) {
      expect(moved.flatMap((part) => part.pageIds).toSorted()).toEqual(ids("abcde"));
      expect(moved.every((part) => part.pageIds.length > 0)).toBe(true);
    }
  });

  it("are found by part and place", () => {
    expect(findPage(plan, id("e"))).toEqual({ part: 1, place: 1 });
    expect(findPage(plan, id("x"))).toBeUndefined();
    expect(isSamePlan(plan, [body("abc"), annex("de")])).toBe(true);
    expect(isSamePlan(plan, nameKind(plan, 0, "复文"))).toBe(false);
  });
});
