// The millimetres of 归档章 and 盒脊, measured in the finished PDF (DA/T 22-2015, 5.4, 6.4, Annexes A and D).
import { describe, expect, it } from "vitest";
import { PdfFile } from "#engine/paper/pdf-file";
import { aFiledYear } from "#test/fixtures/a-filed-year";
import { printForm } from "./print-form.ts";

type Rectangle = { x: number; y: number; width: number; height: number; ink: string };
const mm = (points: string | undefined): number => Math.round((Number(points) * 25.4 * 100) / 72) / 100;

/** Filled rectangles of one page in mm, in the order of drawing. */
function rectanglesOf(content: Buffer, page = 0): Rectangle[] {
  const drawn = [...new PdfFile(content).pages()][page]?.content ?? "";
  return [...drawn.matchAll(/((?:[\d.]+ ){1,3}r?g) ([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re f/g)].map(
    ([, ink = "", x, y, width, height]) => ({ ink, x: mm(x), y: mm(y), width: mm(width), height: mm(height) }),
  );
}
const year = aFiledYear();

describe("归档章", () => {
  it("is 45 × 16 mm in six equal cells, red, wherever it stands on the sheet", async () => {
    const { content } = await printForm(year, "stamp-labels", year.scopes.papers);
    const red = rectanglesOf(content).filter(({ ink }) => ink.endsWith("rg"));
    const tops = red.filter(({ width, height }) => width === 45 && height === 0.3);
    // A top and a bottom line for every label of the page.
    expect(tops.length % 2).toBe(0);
    expect(tops.length / 2).toBe(39);
    const [top, bottom] = tops;
    expect(bottom!.y + 0.3 - top!.y).toBeCloseTo(16, 1);
    const inFirst = red.filter(
      ({ x, y }) => x >= top!.x - 0.2 && x < top!.x + 45 && y >= top!.y - 0.2 && y < top!.y + 16,
    );
    const upright = inFirst.filter(({ width, height }) => width === 0.3 && height === 8);
    expect([...new Set(upright.map(({ x }) => Math.round((x + 0.15 - top!.x) * 10) / 10))]).toEqual([15, 30]);
    const across = inFirst.filter(({ width, height }) => width === 15 && height === 0.3);
    expect([...new Set(across.map(({ y }) => Math.round((y + 0.15 - top!.y) * 10) / 10))]).toEqual([8]);
  });

  it("holds 全宗号 年度 件号 above 机构问题 保管期限 页数", async () => {
    const { pages } = await printForm(year, "stamp-labels", year.scopes.papers);
    expect(pages[0]?.rows[0]).toEqual(["C001", "2024", "0001", "综合管理", "永久", "3"]);
  });

  it("leaves used places of a sheet free", async () => {
    const places = async (skipLabels: number) => {
      const { content } = await printForm(year, "stamp-labels", year.scopes.papers, { options: { skipLabels } });
      const [first] = rectanglesOf(content).filter(({ ink, width }) => ink.endsWith("rg") && width === 45);
      return [first!.x, first!.y];
    };
    expect(await places(0)).toEqual([10, 10]);
    expect(await places(1)).toEqual([59, 10]);
    expect(await places(3)).toEqual([10, 30]);
  });

  it("prints a test strip with frames and ruler and not a word of the archive", async () => {
    const { content, pages } = await printForm(year, "stamp-labels", year.scopes.papers, {
      options: { isTestStrip: true },
    });
    expect(pages).toHaveLength(1);
    expect(pages[0]?.rows.every((cells) => cells.length === 0)).toBe(true);
    expect(rectanglesOf(content).filter(({ width, height }) => width === 45 && height === 0.3)).toHaveLength(2 * 39);
    expect(rectanglesOf(content).some(({ width }) => width === 100)).toBe(true);
    expect([...new PdfFile(content).pages()][0]?.content.match(/ TJ/g)).toHaveLength(1);
  });
});

describe("盒脊", () => {
  it.each([
    ["A3", 310],
    ["A4", 270],
  ] as const)("has its four widths exactly on %s, %i mm high, side by side without touching", async (sheet, height) => {
    const { content, pages } = await printForm(year, "box-spine", year.scopes.papers, { options: { sheet } });
    expect(pages).toHaveLength(1);
    const outer = rectanglesOf(content).filter((each) => each.height === height && each.width === 0.3);
    // Left and right line of each spine.
    const spans = Array.from({ length: outer.length / 2 }, (_, at) => [outer[2 * at]!.x, outer[2 * at + 1]!.x + 0.3]);
    expect(spans.map(([left, right]) => Math.round((right! - left!) * 10) / 10)).toEqual([20, 30, 40, 50]);
    for (const [at, [left]] of spans.entries()) if (at > 0) expect(left! - spans[at - 1]![1]!).toBeCloseTo(6, 1);
    const marks = rectanglesOf(content).filter(
      ({ width, height: tall }) => (width === 0.1) !== (tall === 0.1) && (width === 2.5 || tall === 2.5),
    );
    expect(marks).toHaveLength(4 * 8);
  });

  it("stands inside what a printer reaches, whatever mixture of widths comes", async () => {
    const many = aFiledYear();
    for (let at = 5; at <= 24; at++) many.addBox(at, { spineMm: [20, 30, 40, 50][at % 4]! });
    const { content, pages } = await printForm(many, "box-spine", many.scopes.papers);
    expect(pages.flatMap(({ rows }) => rows)).toHaveLength(24);
    for (const [at, { size }] of pages.entries())
      for (const { x, y, width, height } of rectanglesOf(content, at)) {
        expect(x).toBeGreaterThanOrEqual(5);
        expect(y).toBeGreaterThanOrEqual(5);
        expect(x + width).toBeLessThanOrEqual(size.widthMm - 5);
        expect(y + height).toBeLessThanOrEqual(size.heightMm - 5);
      }
  });

  it("refuses a spine that the chosen paper cannot hold rather than cutting it", async () => {
    const { layLabels } = await import("#engine/form/lay-labels");
    const { boxSpine } = await import("#engine/form/define-box");
    const paper = boxSpine.paper as Extract<typeof boxSpine.paper, { kind: "labels" }>;
    const tall = { ...paper, label: () => ({ ...paper.label(paper.sample, "A3"), heightMm: 310 }) };
    const hand = { options: { sheet: "A4", skipLabels: 0, isTestStrip: false } } as never;
    expect(() => layLabels(tall, [paper.sample], hand)).toThrow(expect.objectContaining({ code: "form-paper-small" }));
  });
});

it("the box cover is the size of the box, 220 × 310 mm", async () => {
  const { pageSize } = await printForm(year, "box-cover", year.scopes.papers);
  expect(pageSize).toEqual({ widthMm: 220, heightMm: 310 });
});
