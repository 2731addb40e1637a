import { describe, expect, it } from "vitest";
import { isWithin, placeAfter, placeBeside, rangeOf } from "#features/ledger/sheet-place";
import { nextSort } from "#features/ledger/sheet-sort";
import { columnKey } from "#contract/ledger-column";

const size = { rows: 100, columns: 5, page: 20 };
const at = { row: 50, column: 2 };

describe("the hand in a sheet", () => {
  it("never leaves it", () => {
    expect(placeAfter("ArrowLeft", false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(placeAfter("PageDown", false, { row: 95, column: 0 }, size)).toEqual({ row: 99, column: 0 });
    expect(placeBeside({ row: 99, column: 4 }, false, size)).toEqual({ row: 99, column: 4 });
  });
  it("moves as in Excel: by cells, by pages, with Ctrl to the edges", () => {
    expect(placeAfter("ArrowDown", false, at, size)).toEqual({ row: 51, column: 2 });
    expect(placeAfter("PageUp", false, at, size)).toEqual({ row: 30, column: 2 });
    expect(placeAfter("ArrowDown", true, at, size)).toEqual({ row: 99, column: 2 });
    expect(placeAfter("End", false, at, size)).toEqual({ row: 50, column: 4 });
    expect(placeAfter("Home", true, at, size)).toEqual({ row: 0, column: 0 });
    expect(placeAfter("F5", false, at, size)).toBeUndefined();
  });
  it("goes on in the next row at the end of one, and back", () => {
    expect(placeBeside({ row: 3, column: 4 }, false, size)).toEqual({ row: 4, column: 0 });
    expect(placeBeside({ row: 4, column: 0 }, true, size)).toEqual({ row: 3, column: 4 });
  });
  it("marks what lies between two cells, from either end", () => {
    const range = rangeOf({ row: 4, column: 3 }, { row: 2, column: 1 });
    expect(range).toEqual({ top: 2, bottom: 4, left: 1, right: 3 });
    expect(isWithin(range, 3, 2)).toBe(true);
    expect(isWithin(range, 5, 2)).toBe(false);
  });
});

describe("a heading that is pressed", () => {
  const [one, other] = [columnKey.parse("one"), columnKey.parse("other")];
  it("sorts up, then down, then not at all", () => {
    const up = nextSort([], one, false);
    expect(up).toEqual([{ column: one, isDescending: false }]);
    const down = nextSort(up, one, false);
    expect(down).toEqual([{ column: one, isDescending: true }]);
    expect(nextSort(down, one, false)).toEqual([]);
  });
  it("takes the place of another, or joins it", () => {
    const up = nextSort([], one, false);
    expect(nextSort(up, other, false)).toEqual([{ column: other, isDescending: false }]);
    expect(nextSort(up, other, true)).toEqual([...up, { column: other, isDescending: false }]);
  });
});
