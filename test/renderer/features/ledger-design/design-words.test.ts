// Formulas with headings in them, and columns as the clerk moves and changes them.
import { describe, expect, it } from "vitest";
import { ledgerColumn } from "#contract/ledger-column";
import { changeColumn, moveInOrder, newCode, newColumn, newKey } from "#features/ledger-design/column-order";
import { toKeys, toWords } from "#features/ledger-design/formula-words";

const columns = [
  { key: "price", heading: "单价", kind: "money" },
  { key: "c1", heading: "数量", kind: "number" },
  { key: "c11", heading: "price", kind: "number" },
].map((each) => ledgerColumn.parse(each));

describe("a formula", () => {
  it.each([
    ["price * c1", "「单价」 * 「数量」"],
    ["SUM(price, c11)", "SUM(「单价」, 「price」)"],
    ['IF(c1 > 1, "price", c1)', 'IF(「数量」 > 1, "price", 「数量」)'],
  ])("%s is read as %s, and back", (keys, words) => {
    expect(toWords(keys, columns)).toBe(words);
    expect(toKeys(words, columns)).toBe(keys);
  });
  it("keeps a heading that no column has, for the engine to refuse", () => {
    expect(toKeys("「没有」 + 1", columns)).toBe("「没有」 + 1");
  });
});

describe("columns", () => {
  it("move within the list and nowhere else", () => {
    const keys = (from: number, to: number): string[] => moveInOrder(columns, from, to).map(({ key }) => key);
    expect(keys(0, 2)).toEqual(["c1", "c11", "price"]);
    expect(keys(2, 0)).toEqual(["c11", "price", "c1"]);
    expect(moveInOrder(columns, 0, -1)).toBe(columns);
    expect(moveInOrder(columns, 9, 0)).toBe(columns);
  });

  it("get keys nobody had, of letters no refused word is made of", () => {
    const keys = new Set(Array.from({ length: 200 }, newKey));
    expect(keys.size).toBe(200);
    expect([...keys].every((key) => /^c\d{10}$/.test(key))).toBe(true);
    expect(newCode()).toMatch(/^own-\d{10}$/);
  });

  it("are marked by what they are called, and never less", () => {
    const column = newColumn("新列");
    expect(changeColumn(column, { heading: "联系电话" }, false).personal).toBe("personal");
    const sealed = changeColumn(column, { heading: "身份证号码" }, false);
    expect(sealed.personal).toBe("sensitive");
    expect(changeColumn(sealed, { personal: "none" }, false).personal).toBe("sensitive");
    expect(changeColumn(column, { kind: "person" }, false).personal).toBe("personal");
    expect(changeColumn(sealed, { heading: "证号类别" }, false).personal).toBe("none");
    expect(changeColumn(sealed, { heading: "证号类别" }, true).personal).toBe("sensitive");
  });

  it("lose the rules of a kind they no longer are", () => {
    const choice = ledgerColumn.parse({
      key: "a",
      heading: "类别",
      kind: "choice",
      rules: { choices: ["甲"], width: 99 },
    });
    expect(changeColumn(choice, { kind: "tags" }, false).rules).toMatchObject({ choices: ["甲"], width: 99 });
    expect(changeColumn(choice, { kind: "number" }, false).rules).toMatchObject({ choices: [], width: 99 });
  });
});
