// 金额大写, with the examples of the rule itself (支付结算办法, 附件一) where it leaves no choice.
import { describe, expect, it } from "vitest";
import { moneyWords } from "#contract/money-words";

/** The other way round, for every amount: what the words say in digits. */
function readBack(words: string): string {
  const value = (text: string): bigint => {
    for (const [unit, size] of [
      ["亿", 100_000_000n],
      ["万", 10_000n],
    ] as const) {
      // A unit counts everything before its last place: 万亿 is one unit of 亿.
      const at = text.lastIndexOf(unit);
      if (at >= 0) return value(text.slice(0, at)) * size + value(text.slice(at + 1));
    }
    let sum = 0n;
    for (const [, digit = "", unit = ""] of text.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g))
      sum += BigInt("零壹贰叁肆伍陆柒捌玖".indexOf(digit)) * 10n ** BigInt(["", "拾", "佰", "仟"].indexOf(unit));
    return sum;
  };
  const [, yuan = "", rest = ""] = /^(?:(.*)元)?(.*)$/.exec(words) ?? [];
  const of = (unit: string): number =>
    "零壹贰叁肆伍陆柒捌玖".indexOf(new RegExp(`([壹贰叁肆伍陆柒捌玖])${unit}`).exec(rest)?.[1] ?? "零");
  return `${value(yuan)}.${of("角")}${of("分")}`;
}

describe("an amount in capitals", () => {
  it.each(["", "abc", "1", "1.5", "1.234", "１.00", "1e3", "1234567890123456.00"])("is none of %s", (value) => {
    expect(moneyWords(value)).toBe("");
  });

  it.each([
    ["6007.14", "陆仟零柒元壹角肆分"],
    ["1409.50", "壹仟肆佰零玖元伍角整"],
    ["325.04", "叁佰贰拾伍元零肆分"],
    ["16409.02", "壹万陆仟肆佰零玖元零贰分"],
    ["0.00", "零元整"],
    ["0.05", "伍分"],
    ["0.50", "伍角整"],
    ["10.00", "壹拾元整"],
    ["100010000.00", "壹亿零壹万元整"],
    ["1000000000000.00", "壹万亿元整"],
    ["-3.00", "负叁元整"],
    ["999999999999999.99", "玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
  ])("%s is %s", (value, words) => {
    expect(moneyWords(value)).toBe(words);
  });

  it("says every amount so that it can be read back to the last 分", () => {
    let state = 7;
    for (let at = 0; at < 4000; at++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const whole = String(state).slice(0, 1 + (at % 10)) + "0".repeat(at % 6);
      const value = `${whole.replace(/^0+(?=\d)/, "")}.${String(state % 100).padStart(2, "0")}`;
      expect(readBack(moneyWords(value)), value).toBe(value);
    }
  });
});
