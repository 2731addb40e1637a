import { beforeAll, describe, expect, it } from "vitest";
import { breakLines } from "#engine/paper/break-lines";
import { fitCode } from "#engine/paper/fit-code";
import { openFontShelf } from "#engine/paper/font-shelf";
import type { FontShelf } from "#engine/paper/font-shelf";
import { textWidth } from "#engine/paper/text-style";
import type { TextStyle } from "#engine/paper/text-style";

let shelf: FontShelf;
beforeAll(async () => void (shelf = await openFontShelf()));

/** 10 mm of type: ten millimetres hold exactly one character, so widths read as characters. */
const style: TextStyle = { weight: "regular", sizePt: (10 * 72) / 25.4 };
const inCharacters = (text: string, width: number): string[] => breakLines(shelf, style, text, width * 10);

describe("breaking a Chinese text into lines", () => {
  it("fills lines character by character", () => {
    expect(inCharacters("归档文件整理规则", 3)).toEqual(["归档文", "件整理", "规则"]);
  });

  it.each([
    ["归档文件，整理", 4, ["归档文", "件，整理"]],
    ["归档文件。）整理", 4, ["归档文", "件。）整", "理"]],
    ["归档「文件」整理", 3, ["归档", "「文", "件」整", "理"]],
    ["归档（文件）整理", 3, ["归档", "（文", "件）整", "理"]],
    ["见《工作计划》和", 2, ["见", "《工", "作计", "划》", "和"]],
    ["共有人口：两千", 4, ["共有人", "口：两千"]],
  ])("%s in %i: no closing mark begins a line, no opening mark ends one", (text, width, lines) => {
    expect(inCharacters(text, width)).toEqual(lines);
  });

  it("keeps words and numbers whole where they fit", () => {
    expect(inCharacters("见DA/T 22-2015第5章", 5)).toEqual(["见DA/T ", "22-2015第", "5章"]);
    expect(inCharacters("合计人民币12,345.67元", 6)).toEqual(["合计人民币", "12,345.67元"]);
  });

  it("breaks a word that is longer than a line where the line is full", () => {
    const lines = inCharacters("https://example.cn/abcdefghijklmnopqrstuvwxyz", 4);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.every((line) => textWidth(shelf, style, line) <= 40.001)).toBe(true);
  });

  it("gives an empty text one empty line", () => expect(inCharacters("", 3)).toEqual([""]));

  it("loses and adds nothing, and no line is wider than its room, whatever the text", () => {
    const alphabet = Array.from("归档，。、；：！？」』）】》（「『【《—…·.,-/ab1 2W　𠮷䶮%");
    let state = 12345;
    const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
    for (let round = 0; round < 500; round++) {
      const text = Array.from({ length: next(40) }, () => alphabet[next(alphabet.length)]).join("");
      const width = 1 + next(9);
      const lines = inCharacters(text, width);
      expect(lines.join("")).toBe(text);
      for (const line of lines) {
        const isOneCharacter = Array.from(line.trimEnd()).length <= 1;
        expect(isOneCharacter || textWidth(shelf, style, line.replace(/ +$/, "")) <= width * 10 + 0.001, line).toBe(
          true,
        );
      }
    }
  });
});

describe("fitting an archival code", () => {
  const code: TextStyle = { weight: "regular", sizePt: 9, halfWidthSeparators: true };

  it("leaves a short one as it is", () => {
    expect(fitCode(shelf, code, "Z109-WS·2024-Y-0001", 45.6, 6)).toEqual({ lines: ["Z109-WS·2024-Y-0001"], sizePt: 9 });
  });

  it("sets a long one smaller in one line, before it breaks it", () => {
    const text = "Z109-WS·2024-D30-BGSZHK-0001-0002";
    const fitted = fitCode(shelf, code, text, 45.6, 6);
    expect(fitted.lines).toEqual([text]);
    expect(fitted.sizePt).toBeLessThan(9);
    expect(textWidth(shelf, { ...code, sizePt: fitted.sizePt }, text)).toBeLessThanOrEqual(45.6);
  });

  it("breaks a very long one behind its separators only", () => {
    const text = "Z109-WS·2024-D30-综合管理与社区服务中心办公室第一档案室-000001";
    const fitted = fitCode(shelf, code, text, 45.6, 6);
    expect(fitted).toEqual({
      lines: ["Z109-WS·2024-D30-", "综合管理与社区服务中心办公室第一档案室-", "000001"],
      sizePt: 6,
    });
  });

  it("gives each separator half a character (DA/T 22-2015, 5.4)", () => {
    const half = textWidth(shelf, code, "·-") - textWidth(shelf, code, "");
    expect(half).toBeCloseTo(9 * (25.4 / 72), 6);
  });
});
