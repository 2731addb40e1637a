// 检索 of ledger periods: what it must not find first, then names with periods in the shapes a clerk types.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerPeriod } from "#contract/ledger";
import { aidColumns, ledgerArchive, openLedgerOf, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
const name = "困难帮扶aid";
beforeAll(async () => {
  desk = await ledgerArchive();
  const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;
  await desk.write([
    { cells: cells({ happenedOn: "2024-11-05", name: "欧阳秀珍", phone: "13987654321", matter: "米油入户" }) },
    { cells: cells({ happenedOn: "2024-11", matter: "电话" }) },
    { cells: cells({ happenedOn: "2023-11-05", matter: "往年" }) },
    { cells: cells({ happenedOn: "2024-02-01", matter: "二月" }) },
    { cells: cells({ happenedOn: "2024", matter: "只知道年" }) },
  ]);
  await openLedgerOf(desk, aidColumns, "visit");
}, 120_000);
afterAll(() => desk.remove());

const find = async (words: string): Promise<string[]> =>
  (await desk.engine.ask("search.find-periods", { words })).map(
    ({ ledgerName, period, rowCount }) => `${ledgerName} ${period} ${rowCount}`,
  );

describe("periods are not found", () => {
  it.each([
    "欧阳秀珍",
    "13987654321",
    "米油入户",
    "欧阳秀珍 11月",
    "2024年11月",
    "11月",
    "台账",
    "",
    "  ",
    "2024",
    "%",
  ])("by 「%s」", async (words) => expect(await find(words)).toEqual([]));

  it("when they hold no row", async () => {
    expect(await find(`${name} 2024年3月`)).toEqual([]);
    expect(await find("困难帮扶visit")).toEqual([]);
  });
});

describe("periods are found", () => {
  const november = `${name} 2024-11 2`;
  const before = `${name} 2023-11 1`;
  const february = `${name} 2024-02 1`;
  it.each([
    ["帮扶 11月", [november, before]],
    ["帮扶11月台账", [november, before]],
    ["困难 十一月", [november, before]],
    ["帮扶 2024-11", [november]],
    ["２０２４年１１月 困难帮扶", [november]],
    ["2024.11 帮扶", [november]],
    ["帮扶 2024年", [november, february]],
    ["帮扶 四季度 2024", [november]],
    ["帮扶 2024Q1", [february]],
    ["aid", [november, february, before]],
  ])("by 「%s」", async (words, hits) => expect(await find(words)).toEqual(hits));

  it("with how often they were frozen, and no word of a row", async () => {
    await desk.engine.ask("ledger.freeze", { ledgerId: desk.ledger.id, period: "2024-11" as LedgerPeriod });
    const hits = await desk.engine.ask("search.find-periods", { words: "帮扶 2024-11" });
    expect(hits).toMatchObject([{ freezeCount: 1, rowCount: 2, archivalCode: "" }]);
    expect(JSON.stringify(hits)).not.toMatch(/秀珍|139|米油/);
    // The frozen item itself is found by its title, its rows' persons by nothing.
    expect((await desk.engine.ask("search.find", { words: "2024年11月困难帮扶" })).rows.length).toBe(1);
    expect((await desk.engine.ask("search.find", { words: "欧阳秀珍" })).rows).toEqual([]);
  });
});
