// Formula columns: what is refused, and what comes out to the last digit.
import { describe, expect, it } from "vitest";
import { type LedgerColumn, ledgerColumn } from "#contract/ledger-column";
import { rowCells } from "#contract/ledger-row";
import { refuseFormulas } from "#engine/ledger/check-formulas";
import { evaluateFormula, evaluateFormulas } from "#engine/ledger/evaluate-formula";
import { parseFormula } from "#engine/ledger/parse-formula";

const plain = [
  { key: "price", heading: "单价", kind: "money" },
  { key: "count", heading: "数量", kind: "number" },
  { key: "from", heading: "开始", kind: "date" },
  { key: "to", heading: "结束", kind: "date" },
  { key: "kind", heading: "类别", kind: "choice", rules: { choices: ["甲", "乙"] } },
  { key: "name", heading: "姓名", kind: "text", personal: "personal" },
  { key: "secret", heading: "证号", kind: "text", personal: "sensitive" },
  { key: "who", heading: "居民", kind: "person", personal: "personal" },
];
const columnsWith = (formula: string, more: object = {}, decimals = 2): LedgerColumn[] =>
  [...plain, { key: "out", heading: "结果", kind: "formula", rules: { formula, decimals }, ...more }].map((each) =>
    ledgerColumn.parse(each),
  );
const refusal = (formula: string, more: object = {}): string => {
  try {
    refuseFormulas(columnsWith(formula, more));
    return "";
  } catch (error) {
    return (error as { code?: string }).code ?? "a fault";
  }
};
const result = (formula: string, cells: object, decimals = 2): string => {
  const columns = columnsWith(formula, {}, decimals);
  return evaluateFormula(columns.at(-1)!, columns, rowCells.parse(cells));
};

describe("a formula is refused", () => {
  it.each([
    "price.constructor",
    "price['x']",
    "this",
    "`x`",
    "[price]",
    "price, count",
    "price count",
    "price ? 1 : 2",
    "price && count",
    "price || 1",
    "!price",
    "price == count",
    "price ^ 2",
    "1e9",
    "constructor(price)",
    "IF.call(price)",
    "(price)(count)",
    "EVAL(price)",
    "=price +",
    "price + ((count)",
    "",
    "__proto__",
    "new Date()",
    "a => a",
    `${"(".repeat(240)}price${")".repeat(200)}`,
  ])("as unreadable: %s", (formula) => expect(refusal(formula)).toBe("ledger-formula-unreadable"));

  it.each([
    "price + nothing",
    "price + from",
    "price + kind",
    "DAYS(price, from)",
    "DAYS(to)",
    "IF(price, 1, 2)",
    "who & 1",
    "IF(price > 1, 1, kind)",
    "toString",
  ])("as unknown: %s", (formula) => expect(refusal(formula)).toBe("ledger-formula-unknown"));

  it("in a circle, also over another column", () => {
    expect(refusal("out + 1")).toBe("ledger-formula-circle");
    const two = [
      ...columnsWith("other + 1"),
      ledgerColumn.parse({ key: "other", heading: "另一", kind: "formula", rules: { formula: "out * 2" } }),
    ];
    expect(() => refuseFormulas(two)).toThrow("ledger-formula-circle");
  });

  it("over what is sensitive, and over what is personal unless it is marked so", () => {
    expect(refusal('secret & ""')).toBe("ledger-formula-personal");
    expect(refusal('secret & ""', { personal: "sensitive" })).toBe("ledger-formula-personal");
    expect(refusal('name & ""')).toBe("ledger-formula-personal");
    expect(refusal('name & ""', { personal: "personal" })).toBe("");
  });
});

describe("a formula", () => {
  it.each([
    ["price * count", { price: "0.10", count: "3" }, "0.30"],
    ["price + count", { price: "0.1", count: "0.2" }, "0.30"],
    ["price", { price: "1.005" }, "1.01"],
    ["-price", { price: "1.005" }, "-1.01"],
    ["price / count", { price: "10", count: "3" }, "3.33"],
    ["price / count", { price: "10", count: "0" }, ""],
    ["price - count * 2", { price: "10", count: "3" }, "4.00"],
    ["price + count", { price: "10" }, ""],
    ["SUM(price, count)", { price: "10" }, "10.00"],
    ["SUM(price, count)", {}, ""],
    ["ROUND(price, 1)", { price: "2.25" }, "2.30"],
    ["SUM（price，count）", { price: "1", count: "2" }, "3.00"],
    ["＝price × count", { price: "2", count: "4" }, "8.00"],
    ["price * count", { price: "999999999999.99", count: "3" }, "2999999999999.97"],
  ])("%s of %o is %s", (formula, cells, expected) => expect(result(formula, cells)).toBe(expected));

  it("counts days between whole dates only", () => {
    expect(result("DAYS(to, from)", { from: "2024-02-28", to: "2024-03-01" }, 0)).toBe("2");
    expect(result("DAYS(to, from)", { from: "2024-02", to: "2024-03-01" }, 0)).toBe("");
    expect(result("DAYS(to, from)", { from: "2024-03-05", to: "2024-03-01" }, 0)).toBe("-4");
  });

  it("compares, chooses and joins", () => {
    expect(result('IF(price >= 100, "大额", "小额")', { price: "100" })).toBe("大额");
    expect(result('IF(kind = "甲", price, count)', { kind: "乙", count: "2" })).toBe("2.00");
    expect(result('IF(kind = "甲", price, count)', {})).toBe("");
    expect(result('kind & "（" & count & "件）"', { kind: "甲", count: "2.50" })).toBe("甲（2.5件）");
    expect(result('IF(to > from, "后", "前")', { from: "2024-01-01", to: "2024-02-01" })).toBe("后");
  });

  it("is reckoned after those it reads, whatever their order", () => {
    const columns = [
      { key: "total", heading: "总计", kind: "formula", rules: { formula: "part * 2", decimals: 0 } },
      { key: "part", heading: "部分", kind: "formula", rules: { formula: "count + 1", decimals: 0 } },
      ...plain,
    ].map((each) => ledgerColumn.parse(each));
    expect(evaluateFormulas(columns, rowCells.parse({ count: "3" }))).toMatchObject({ part: "4", total: "8" });
    expect(evaluateFormulas(columns, rowCells.parse({ part: "99", total: "99" }))).toEqual({});
  });

  it("is read into our own few kinds and nothing else", () => {
    expect(parseFormula("price + 1")).toEqual({
      kind: "operation",
      operator: "+",
      left: { kind: "column", key: "price" },
      right: { kind: "number", digits: "1" },
    });
  });
});
