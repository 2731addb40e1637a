import { describe, expect, it } from "vitest";
import { openFontShelf } from "#engine/paper/font-shelf";
import { paginateTable } from "#engine/paper/paginate-table";
import { startTurns } from "#engine/paper/take-turn";
import type { TablePlan } from "#engine/paper/table-plan";

const plan: TablePlan = {
  columns: [
    { heading: "序号", widthMm: 10, align: "center", fit: "wrap" },
    { heading: "题名", widthMm: 50, align: "left", fit: "wrap" },
  ],
  heading: { weight: "bold", sizePt: 10 },
  headingHeightMm: 9,
  body: { weight: "regular", sizePt: 9 },
  leading: 1.3,
  leastRowMm: 8,
  padXMm: 1,
  padYMm: 1,
  leastPt: 6,
};
const turn = () => startTurns(1, undefined, undefined);
const paginate = async (rows: string[][], room: number) =>
  paginateTable(await openFontShelf(), plan, rows, room, turn());

describe("filling pages with rows", () => {
  it("makes no page for no rows", async () => expect(await paginate([], 100)).toEqual([]));

  it("puts as many rows on a page as fit exactly, and one more on the next", async () => {
    const rows = Array.from({ length: 21 }, (_, index) => [String(index + 1), "短题名"]);
    const pages = await paginate(rows, 80);
    expect(pages.map((page) => [page.firstRow, page.rows.length])).toEqual([
      [0, 10],
      [10, 10],
      [20, 1],
    ]);
  });

  it("never splits a row: a tall one moves to the next page whole", async () => {
    const tall = "题".repeat(100);
    const pages = await paginate(
      [
        ["1", "短"],
        ["2", "短"],
        ["3", tall],
        ["4", "短"],
      ],
      40,
    );
    expect(pages.map((page) => page.rows.length)).toEqual([2, 2]);
    expect(pages[1]?.rows[0]?.cells[1]?.lines.join("")).toBe(tall);
    for (const page of pages) expect(page.rows.reduce((sum, row) => sum + row.heightMm, 0)).toBeLessThanOrEqual(40);
  });

  it("sets a row smaller when only so it fits a page, and refuses it when not even so", async () => {
    const [page] = await paginate([["1", "题".repeat(250)]], 60);
    expect(page?.rows[0]?.cells[1]?.sizePt).toBeLessThan(9);
    await expect(
      paginate(
        [
          ["1", "短"],
          ["2", "题".repeat(900)],
        ],
        60,
      ),
    ).rejects.toMatchObject({
      code: "row-too-tall",
      details: { row: 2 },
    });
  });
});
