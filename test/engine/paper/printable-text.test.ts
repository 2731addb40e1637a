import { describe, expect, it } from "vitest";
import { printableText } from "#engine/paper/printable-text";

describe("printable text", () => {
  it.each([
    ["  关于\n印发\t的  通知 ", "关于 印发 的 通知"],
    ["零\u200b宽\u2060字\ufeff符\u00ad", "零宽字符"],
    ["文件\u202eTXT.exe", "文件TXT.exe"],
    ["控\u0000制\u001b\u0085字符", "控制 字符"],
    ["e\u0301tat", "état"],
    ["张﨑", "张﨑"],
    ["⽊村", "⽊村"],
    ["全角　空格", "全角　空格"],
    ["𠮷野", "𠮷野"],
    ["葛\u{e0100}城", "葛城"],
  ])("%j is printed as %j", (raw, printed) => expect(printableText(raw)).toBe(printed));

  it("has nothing left to change", () => {
    const once = printableText(" a \u200b b\n\n c ");
    expect(printableText(once)).toBe(once);
  });
});
