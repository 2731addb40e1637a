// What becomes of the characters of a line: spaces, stray marks, brackets of a 文号, upright columns, order.
import { describe, expect, it } from "vitest";
import { enclosePoints } from "#engine/helper/enclose-points";
import { joinColumns } from "#engine/helper/join-columns";
import type { LineBox } from "#engine/helper/line-box";
import { dropSpaces, dropStrayMarks, repairDocumentNumber } from "#engine/helper/line-text";
import { orderLines, slantOf } from "#engine/helper/order-lines";
import type { Glyph } from "#engine/helper/recognise-line";

const glyphs = (text: string, doubtful: Readonly<Record<number, number>> = {}): Glyph[] =>
  [...text].map((character, at) => ({ character, confidence: doubtful[at] ?? 0.99, at: at / text.length }));
const say = (line: readonly Glyph[]): string => line.map(({ character }) => character).join("");
const box = (x: number, y: number, width: number, height: number, angle = 0): LineBox => ({
  ...{ x, y, width, height, angle, score: 0.9 },
});

describe("spaces", () => {
  it.each([
    ["社 区 档案", "社区档案"],
    ["GB/T 9704 格式", "GB/T 9704格式"],
    [" 关于 ", "关于"],
    ["C001- WS", "C001-WS"],
  ])("%j is %j", (given, wanted) => expect(say(dropSpaces(glyphs(given)))).toBe(wanted));
});

describe("the number of a document", () => {
  it.each([
    ["幸社〔2025】17号", "幸社〔2025〕17号"],
    ["区民发【2024】3号", "区民发〔2024〕3号"],
    ["民发[2010〕13号", "民发〔2010〕13号"],
    ["发（2024〕第5号文", "发〔2024〕第5号文"],
    // A pair of its own kind, or no number behind it, is what the paper says.
    ["云办[2024]56号", "云办[2024]56号"],
    ["会议（2024）纪要", "会议（2024）纪要"],
    ["年度〔2024】汇编", "年度〔2024】汇编"],
    ["〔1234】5号", "〔1234】5号"],
  ])("%s is %s", (given, wanted) => {
    const repaired = repairDocumentNumber(glyphs(given));
    expect(say(repaired)).toBe(wanted);
    expect(repaired.map(({ confidence }) => confidence)).toEqual(glyphs(given).map(({ confidence }) => confidence));
  });
});

describe("a mark that has no room", () => {
  it("goes when it is doubtful, and stays when it is sure or has room", () => {
    const line = (confidence: number, step: number): Glyph[] => [
      { character: "三", confidence: 0.99, at: 0.1 },
      { character: "月", confidence: 0.99, at: 0.2 },
      { character: "日", confidence: 0.99, at: 0.3 },
      { character: ".", confidence, at: 0.3 + step / 2 },
      { character: "星", confidence: 0.99, at: 0.3 + step },
      { character: "期", confidence: 0.99, at: 0.4 + step },
    ];
    expect(say(dropStrayMarks(line(0.4, 0.1)))).toBe("三月日星期");
    expect(say(dropStrayMarks(line(0.9, 0.1)))).toBe("三月日.星期");
    expect(say(dropStrayMarks(line(0.4, 0.2)))).toBe("三月日.星期");
  });

  it("goes when it is the same bracket read twice", () => {
    expect(say(dropStrayMarks(glyphs("幸社〔[2024〕1号", { 3: 0.32, 2: 0.55 })))).toBe("幸社〔2024〕1号");
    expect(say(dropStrayMarks(glyphs("（《办法》）")))).toBe("（《办法》）");
  });
});

describe("boxes", () => {
  it("enclose points at any slant, their width along the writing", () => {
    for (const degrees of [-30, -3, 0, 12, 44]) {
      const angle = (degrees * Math.PI) / 180;
      const points = [
        [-50, -10],
        [50, -10],
        [50, 10],
        [-50, 10],
        [0, 0],
      ].map(
        ([x = 0, y = 0]) =>
          [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)] as const,
      );
      const found = enclosePoints(points);
      expect(found.width).toBeCloseTo(100);
      expect(found.height).toBeCloseTo(20);
      expect((found.angle * 180) / Math.PI).toBeCloseTo(degrees);
    }
  });

  it("of characters one below the other are one column; rows of a table are not", () => {
    const near = [box(100, 100, 45, 48), box(101, 140, 45, 48), box(100, 178, 45, 48)];
    expect(joinColumns(near)).toMatchObject([{ box: { width: 46 }, parts: near }]);
    const rows = [box(100, 100, 45, 48), box(101, 160, 45, 48), box(100, 220, 45, 48)];
    expect(joinColumns(rows)).toHaveLength(3);
    expect(joinColumns([...near, box(400, 140, 300, 40)])).toHaveLength(2);
  });

  it("are read row by row along the slant of the page", () => {
    const slant = 0.03;
    const lines = [0, 1, 2].flatMap((row) =>
      [0, 1].map((column) => {
        const [x, y] = [column * 900 + 300, row * 40 + 100];
        const place = { x: x * Math.cos(slant) - y * Math.sin(slant), y: x * Math.sin(slant) + y * Math.cos(slant) };
        return { name: `${row}${column}`, box: { ...box(0, 0, 500, 30, slant), ...place } };
      }),
    );
    expect(slantOf(lines.map((line) => line.box))).toBeCloseTo(slant);
    const shuffled = [4, 1, 5, 0, 3, 2].flatMap((at) => lines[at] ?? []);
    expect(orderLines(shuffled, slant).map(({ name }) => name)).toEqual(["00", "01", "10", "11", "20", "21"]);
  });
});
