import { describe, expect, it } from "vitest";
import { readTabText, writeTabText } from "#features/ledger/tab-text";

describe("cells from the clipboard", () => {
  it("are parted by tabs and lines, whatever the line ends; the end behind the last row is no row", () => {
    expect(readTabText("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(readTabText("a\rb")).toEqual([["a"], ["b"]]);
    expect(readTabText("a\t\n\t")).toEqual([
      ["a", ""],
      ["", ""],
    ]);
  });
  it("keep tabs, line ends and doubled quotes inside quotes", () => {
    expect(readTabText('1\t"两行\r\n说""是""\t的"\t3\n4')).toEqual([["1", '两行\n说"是"\t的', "3"], ["4"]]);
  });
  it("take a quote that closes nothing as what it is", () => {
    expect(readTabText('"未完\t2\n他说"好"')).toEqual([['"未完', "2"], ['他说"好"']]);
    expect(readTabText('"5" 寸\t2')).toEqual([['"5" 寸', "2"]]);
  });
  it("come back as they were given out", () => {
    const rows = [
      ['a"b', "两\n行", "c\td"],
      ["", "x", ""],
    ];
    expect(readTabText(writeTabText(rows))).toEqual(rows);
  });
});
