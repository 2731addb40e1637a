// 密级 at the head of a page stops intake (personal-data P15): every way round it that shape and place allow, and what is none.
import { describe, expect, it } from "vitest";
import { hasSecretMark } from "#engine/reading/find-secret-mark";
import { holdUpright } from "#engine/reading/upright-lines";
import { madeReading, runningText, type MadeLine } from "#test/fixtures/made-reading";

const isSecret = (head: readonly MadeLine[], degrees = 0): boolean =>
  hasSecretMark(holdUpright(madeReading([...head, ...runningText], degrees)));
const title: MadeLine = { text: "关于做好有关工作的通知", x: 0.3, y: 0.22, height: 70 };
const at = (text: string): MadeLine[] => [{ text, x: 0.14, y: 0.06 }, title];

describe("a mark of state secrecy at the head of a page", () => {
  it.each([
    "秘密",
    "机密",
    "绝密",
    "机密★1年",
    "绝密★长期",
    "秘密★６个月",
    "机 密 ★ １０ 年",
    "机　密",
    "机密☆5年",
    "机密*20年",
    "机密大1年",
    "秘密级",
    "機密",
    "机蜜★10年",
    "密级：机密",
    "密级:秘密★5年",
    "【机密】",
    "(秘密)",
    "000012机密★1年",
    "机密★1年特急",
    "特急机密",
    "机\u200b密★1年",
    "内部文件机密★20年",
  ])("%s", (text) => expect(isSecret(at(text))).toBe(true));

  it("stands apart in two or three boxes of a row, or beside a number", () => {
    const row = (words: readonly string[]): MadeLine[] =>
      words.map((text, n) => ({ text, x: 0.14 + n * 0.12, y: 0.06 }));
    expect(isSecret([...row(["机", "密"]), title])).toBe(true);
    expect(isSecret([...row(["秘密", "★", "10年"]), title])).toBe(true);
    expect(isSecret([...row(["000012", "机密"]), title])).toBe(true);
    expect(isSecret([...row(["密级", "机密", "紧急程度", "特急", "份数"]), title])).toBe(true);
  });

  it("is set upright, one character below another", () => {
    const upright = (word: string, x: number): MadeLine[] =>
      [...word].map((text, n) => ({ text, x, y: 0.05 + n * 0.027, width: 44 }));
    expect(isSecret([...upright("机密", 0.85), title])).toBe(true);
    expect(isSecret([...upright("秘密★5年", 0.1), title])).toBe(true);
  });

  it("is read as one tall box", () => {
    const tall: MadeLine = { text: "绝密", x: 0.1, y: 0.05, height: 110, width: 50 };
    expect(isSecret([tall, title])).toBe(true);
  });

  it.each([1.5, -4, 8, 90, 180, 270])("on a page that lies at %s°", (degrees) => {
    expect(isSecret(at("机密★1年"), degrees)).toBe(true);
    expect(isSecret([title], degrees)).toBe(false);
  });

  it("stands low because the sheet is small in the picture", () => {
    const low = (text: string): MadeLine[] => [
      { text, x: 0.3, y: 0.45, height: 30 },
      { ...title, y: 0.5, height: 36 },
    ];
    const below = runningText.slice(0, 10).map((line, n) => ({ ...line, x: 0.3, y: 0.55 + n * 0.02, height: 28 }));
    expect(hasSecretMark(holdUpright(madeReading([...low("秘密★3年"), ...below])))).toBe(true);
  });
});

describe("no mark", () => {
  it.each([
    "商业秘密",
    "核心商业秘密保护办法",
    "保守秘密",
    "保守国家秘密承诺书",
    "工作秘密",
    "秘密。",
    "国家秘密、工作秘密。",
    "关于机密文件管理的通知",
    "机密文件管理规定",
    "密级",
    "密级：内部",
    "密级：",
    "内部",
    "机密室",
    "普通商密★5年",
    "密切联系群众",
    "密级：绝密机密秘密",
    "标注“机密★10年”",
  ])("%s", (text) => expect(isSecret(at(text))).toBe(false));

  it("in running text, lower down or at the foot", () => {
    expect(isSecret([title])).toBe(false);
    const below = [...runningText, { text: "秘密", x: 0.14, y: 0.7 }];
    expect(hasSecretMark(holdUpright(madeReading([title, ...below])))).toBe(false);
  });

  it("in a row of a list that has a column for it", () => {
    const cells = ["1", "关于印发工作要点的通知", "机密", "2020年3月1日", "10年"];
    expect(isSecret([title, ...cells.map((text, n) => ({ text, x: 0.1 + n * 0.15, y: 0.1, width: 120 }))])).toBe(false);
  });

  it("on a page nothing was read on", () => {
    expect(hasSecretMark(holdUpright(madeReading([])))).toBe(false);
  });
});
