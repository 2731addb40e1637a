import { describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import { fondsId } from "#contract/fonds";
import { askedItems, hidesNothing, openFilter } from "#features/item/item-filter";

describe("the filter of the list of items", () => {
  it("asks for nothing that was not chosen", () => {
    expect(askedItems(openFilter, undefined)).toEqual({ filter: {}, order: "entered" });
    expect(hidesNothing(openFilter)).toBe(true);
  });

  it("asks for what was chosen, words without the blanks around them", () => {
    const choice = { state: "draft", year: 2026, words: " 通知 ", order: "date" } as const;
    const asked = askedItems(choice, fondsId.parse("f1"));
    expect(asked).toEqual({
      filter: { state: "draft", year: 2026, words: "通知", fondsId: "f1" },
      order: "date",
    });
    expect(hidesNothing(choice)).toBe(false);
  });

  it("takes blanks alone for no words", () => {
    expect(hidesNothing({ ...openFilter, words: "  " })).toBe(true);
    expect(askedItems({ ...openFilter, words: "  " }, undefined).filter).toEqual({});
  });

  it("makes questions the contract accepts", () => {
    const asked = askedItems({ state: "filed", year: 1999, words: "x", order: "code" }, fondsId.parse("f1"));
    expect(contract["item.list"].input.safeParse({ ...asked, offset: 0, limit: 200 }).success).toBe(true);
  });
});
