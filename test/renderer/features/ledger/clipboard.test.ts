import { describe, expect, it } from "vitest";
import { columnKey, ledgerColumn, type LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import { soundingLike } from "#features/ledger/sound-initials";
import { copiedText, pastedEntries, pasteObstacle, readPasted } from "#features/ledger/use-clipboard";

const column = (key: string, heading: string, more: Partial<LedgerColumn> = {}): LedgerColumn =>
  ledgerColumn.parse({ key, heading, kind: "text", ...more });
const columns = [
  column("day", "发生日期", { kind: "date", isRequired: true }),
  column("matter", "事项"),
  column("idNumber", "身份证号", { personal: "sensitive" }),
  column("sum", "合计", { kind: "formula" }),
];
const ledger = { columns } as unknown as Ledger;
const row = { id: "r1", revision: 3, cells: { day: "2024-01-02", matter: "甲\n乙", sum: "2" } } as unknown as LedgerRow;

describe("what is copied", () => {
  it("has nothing of a sensitive column, even where the row holds a value in clear", () => {
    const leaking = { ...row, cells: { ...row.cells, idNumber: "11010519491231002X" } } as LedgerRow;
    expect(copiedText([leaking], columns)).toEqual({ text: '2024-01-02\t"甲\n乙"\t\t2', withheld: 1 });
  });
});

describe("what is pasted", () => {
  it("goes from the cell under the hand to the right", () => {
    const pasted = readPasted(ledger, columns, 1, "甲\t1\n乙\t2\n");
    expect(pasted.columns.map((each) => each?.key)).toEqual(["matter", "idNumber"]);
    expect(pastedEntries(pasted, [row])).toEqual([
      { id: "r1", revision: 3, cells: { matter: "甲", idNumber: "1" } },
      { cells: { matter: "乙", idNumber: "2" } },
    ]);
  });
  it("goes by its headings where the first line is headings", () => {
    const pasted = readPasted(ledger, columns, 3, "事 项\t不认识的\t发生日期*\n甲\t丢\t2024-1-2\n");
    expect(pasted.hadHeadings).toBe(true);
    expect(pasteObstacle(pasted)).toBe("");
    expect(pastedEntries(pasted, [])).toEqual([{ cells: { matter: "甲", day: "2024-1-2" } }]);
  });
  it("leaves blank lines and computed columns out", () => {
    const pasted = readPasted(ledger, columns, 0, "2024-1-2\t甲\t\t9\n\t\t\t\n");
    expect(pastedEntries(pasted, [])).toEqual([{ cells: { day: "2024-1-2", matter: "甲", idNumber: "" } }]);
  });
  it("is refused when it is wider than the ledger, too long or empty", () => {
    expect(pasteObstacle(readPasted(ledger, columns, 3, "甲\t乙"))).not.toBe("");
    expect(pasteObstacle(readPasted(ledger, columns, 1, "甲".repeat(4001)))).not.toBe("");
    expect(pasteObstacle(readPasted(ledger, columns, 0, Array(5002).fill("甲").join("\n")))).not.toBe("");
    expect(pasteObstacle(readPasted(ledger, columns, 0, ""))).not.toBe("");
  });
});

describe("choices", () => {
  const list = ["就业援助", "就学", "就医", "社保", columnKey.parse("other")];
  it("are found by first letters of their pinyin and by characters, beginnings first", () => {
    expect(soundingLike(list, "jy")).toEqual(["就业援助", "就医"]);
    expect(soundingLike(list, "JYYZ")).toEqual(["就业援助"]);
    expect(soundingLike(list, "保")).toEqual(["社保"]);
    expect(soundingLike(list, "")).toEqual(list);
    expect(soundingLike(list, "没有")).toEqual([]);
  });
});
