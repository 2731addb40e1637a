// The count of a written form must fail when anything is lost, added, altered or moved.
import { describe, expect, it } from "vitest";
import { recountForm, recountTable } from "#engine/form/recount-form";
import type { LaidPage } from "#engine/form/laid-form";
import { startTurns } from "#engine/paper/take-turn";
import { aFiledYear } from "#test/fixtures/a-filed-year";
import { printForm } from "./print-form.ts";

const year = aFiledYear();
const turn = () => startTurns(1, undefined, undefined);
const broken = { code: "conservation-broken" };

describe("counting a written form again", () => {
  it.each([
    ["a row too few", (rows: readonly (readonly string[])[]) => rows.slice(1)],
    ["a row too many", (rows: readonly (readonly string[])[]) => [...rows, rows[0]!]],
    [
      "a row altered in one digit",
      ([first, ...rest]: readonly (readonly string[])[]) => [[...first!.slice(0, 7), "4", ""], ...rest],
    ],
    ["two rows changed about", ([one, two, ...rest]: readonly (readonly string[])[]) => [two!, one!, ...rest]],
  ])("breaks off with %s", async (_, change) => {
    const { content, pages } = await printForm(year, "item-catalogue", year.scopes.papers);
    const other = pages.map((page, at): LaidPage => (at === 1 ? { ...page, rows: change(page.rows) } : page));
    await expect(recountForm(content, other, turn())).rejects.toMatchObject(broken);
  });

  it("breaks off with a page too few, and with a row outside its frame", async () => {
    const { content, pages } = await printForm(year, "box-list", year.scopes.papers);
    await expect(recountForm(content, pages.slice(1), turn())).rejects.toMatchObject(broken);
    const low = pages.map((page): LaidPage => ({ ...page, frame: { topMm: 20, bottomMm: 60 } }));
    await expect(recountForm(content, low, turn())).rejects.toMatchObject(broken);
  });

  it("breaks off when a spreadsheet lost, doubled or altered a row", () => {
    const table = {
      cells: [
        ["1", "a"],
        ["2", "b"],
      ],
    } as never;
    expect(() =>
      recountTable(table, [
        ["1", "a"],
        ["2", "b"],
      ]),
    ).not.toThrow();
    for (const rows of [
      [["1", "a"]],
      [
        ["1", "a"],
        ["1", "a"],
        ["2", "b"],
      ],
      [
        ["1", "a"],
        ["2", "B"],
      ],
    ])
      expect(() => recountTable(table, rows)).toThrow(expect.objectContaining(broken));
  });
});
