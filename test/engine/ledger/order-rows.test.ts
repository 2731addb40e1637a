// Order, filter, find and look up: what leads to a person is refused first.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import { key, ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
let rows: readonly LedgerRow[];
const today = new Date().toISOString().slice(0, 10);
const given: Record<string, string>[] = [
  {
    happenedOn: "2024-03-05",
    kind: "就业",
    name: "张三丰",
    phone: "13888886666",
    matter: "介绍工作",
    amount: "300",
    needs: "低保",
  },
  {
    happenedOn: "2024-03",
    kind: "就学",
    name: "单雄信",
    phone: "0871-63312345",
    matter: "转学 ABC",
    amount: "1,200.50",
  },
  {
    happenedOn: "2024",
    kind: "就医",
    name: "曾巩",
    matter: "陪诊",
    amount: "20",
    needs: "助残、助老",
    idNumber: "11010519491231002X",
  },
  {
    happenedOn: "2024-12-31",
    kind: "就业",
    name: "欧阳修",
    matter: "abc培训",
    caseNumber: "0012",
    account: "0062220202001122334",
  },
  { happenedOn: today, name: "张飞", matter: "", amount: "-5", isDone: "是", address: "幸福路1号" },
  { happenedOn: "2023-06-01", kind: "就学", name: "王安石", matter: "助学金", amount: "300", needs: "助老" },
];

beforeAll(async () => {
  desk = await ledgerArchive();
  rows = await desk.write(given.map((cells) => ({ cells: cells as Record<ColumnKey, string> })));
}, 120_000);
afterAll(() => desk.remove());

type Order = Asked<"ledger.order">;
const order = async (more: Omit<Order, "ledgerId">): Promise<number[]> => {
  const { seqs } = await desk.engine.ask("ledger.order", { ledgerId: desk.ledger.id, ...more });
  return seqs.map((seq) => rows.findIndex((row) => row.seq === seq));
};
const filter = (...cells: NonNullable<NonNullable<Order["filter"]>["cells"]>[number][]) => order({ filter: { cells } });
const of = (name: string) => ({ column: key(name) });
const lookUp = async (words: string): Promise<string[]> =>
  (await desk.engine.ask("ledger.lookup", { ledgerId: desk.ledger.id, words })).rows.map(
    (row) => row.cells[key("name")] ?? "",
  );

describe("what names a person", () => {
  const named = ["name", "phone", "idNumber", "account", "address"];
  it.each(named)("%s is no filter, in no way of asking", async (name) => {
    for (const asked of [
      { how: "is", ...of(name), value: "张三丰" },
      { how: "one-of", ...of(name), values: ["1"] },
      { how: "contains", ...of(name), words: "1" },
      { how: "between", ...of(name), from: "1101", to: "1102" },
      { how: "empty", ...of(name) },
      { how: "filled", ...of(name) },
    ] as const)
      await expect(filter(asked)).rejects.toMatchObject({ code: "filter-refused" });
  });

  it.each(["phone", "idNumber", "account", "address"])("%s is no order", async (name) => {
    await expect(order({ sort: [of(name)] })).rejects.toMatchObject({ code: "filter-refused" });
    await expect(order({ sort: [of("amount"), of(name)] })).rejects.toMatchObject({ code: "filter-refused" });
  });

  it("is not found by 查找", async () => {
    for (const words of ["张三丰", "13888886666", "11010519491231002X", "幸福路"]) {
      const found = await desk.engine.ask("ledger.find", { ledgerId: desk.ledger.id, words });
      expect(found).toEqual({ hit: null, total: 0 });
    }
  });

  it("is looked up by a whole number only, and by two signs at least", async () => {
    expect(await lookUp("1388888666")).toEqual([]);
    expect(await lookUp("110105")).toEqual([]);
    expect(await lookUp("11010519491231002")).toEqual([]);
    expect(await lookUp("0062")).toEqual([]);
    await expect(lookUp("张")).rejects.toMatchObject({ code: "input-invalid" });
    await expect(lookUp(" 1 ")).rejects.toMatchObject({ code: "input-invalid" });
  });

  it("a column that is gone, or of no ledger, is refused too", async () => {
    await expect(filter({ how: "filled", ...of("weight") })).rejects.toMatchObject({ code: "filter-refused" });
  });
});

describe("a person is looked up in one ledger", () => {
  it.each([
    ["张三", ["张三丰"]],
    ["zhangsan", ["张三丰"]],
    ["zsf", ["张三丰"]],
    ["zhang", ["张飞", "张三丰"]],
    ["shanxx", ["单雄信"]],
    ["zenggong", ["曾巩"]],
    ["oyx", ["欧阳修"]],
    ["13888886666", ["张三丰"]],
    ["+86 138 8888 6666", ["张三丰"]],
    ["087163312345", ["单雄信"]],
    ["11010519491231002x", ["曾巩"]],
    ["0062220202001122334", ["欧阳修"]],
    ["李四", []],
  ])("by %s", async (words, names) => {
    expect(await lookUp(words)).toEqual(names);
  });

  it("gives twenty rows at most", async () => {
    await desk.write(
      Array.from({ length: 25 }, () => ({
        cells: { happenedOn: "2024-01-01", name: "赵云" } as Record<ColumnKey, string>,
      })),
    );
    const { rows: found, isCut } = await desk.engine.ask("ledger.lookup", { ledgerId: desk.ledger.id, words: "赵云" });
    expect([found.length, isCut]).toEqual([20, true]);
    const all = await desk.engine.ask("ledger.order", {
      ledgerId: desk.ledger.id,
      filter: { cells: [{ how: "is", ...of("happenedOn"), value: "2024-01-01" }] },
    });
    const gone = await desk.engine.ask("ledger.rows", { ledgerId: desk.ledger.id, seqs: [...all.seqs] });
    await desk.engine.ask("ledger.remove-rows", {
      ledgerId: desk.ledger.id,
      rows: gone.map(({ id, revision }) => ({ id, revision })),
      reason: "试验",
    });
    expect(await lookUp("赵云")).toEqual([]);
  });
});

describe("rows are filtered", () => {
  it("by a value, one of several, words, a range, empty or filled", async () => {
    expect(await filter({ how: "is", ...of("kind"), value: "就业" })).toEqual([0, 3]);
    expect(await filter({ how: "one-of", ...of("kind"), values: ["就学", "就医"] })).toEqual([1, 2, 5]);
    expect(await filter({ how: "contains", ...of("matter"), words: "ａｂｃ" })).toEqual([1, 3]);
    expect(await filter({ how: "between", ...of("amount"), from: "20", to: "300" })).toEqual([0, 2, 5]);
    expect(await filter({ how: "between", ...of("amount"), to: "0" })).toEqual([4]);
    expect(await filter({ how: "between", ...of("happenedOn"), from: "2024-03", to: "2024-12" })).toEqual([0, 1, 3]);
    expect(await filter({ how: "is", ...of("happenedOn"), value: "2024-03" })).toEqual([0, 1]);
    expect(await filter({ how: "empty", ...of("kind") })).toEqual([4]);
    expect(await filter({ how: "filled", ...of("amount") })).toEqual([0, 1, 2, 4, 5]);
    expect(await filter({ how: "is", ...of("needs"), value: "助老" })).toEqual([2, 5]);
    expect(await filter({ how: "one-of", ...of("needs"), values: ["低保", "助残"] })).toEqual([0, 2]);
    expect(await filter({ how: "is", ...of("needs"), value: "助" })).toEqual([]);
    expect(await filter({ how: "is", ...of("caseNumber"), value: "12" })).toEqual([]);
    expect(await filter({ how: "is", ...of("caseNumber"), value: "0012" })).toEqual([3]);
  });

  it("by all conditions at once", async () => {
    expect(
      await filter(
        { how: "is", ...of("kind"), value: "就业" },
        { how: "between", ...of("amount"), from: "300", to: "300" },
      ),
    ).toEqual([0]);
  });

  it("by period as far as the date is known, by lateness, by attachment, and the removed ones", async () => {
    expect(await order({ filter: { period: "2024-03" } })).toEqual([0, 1]);
    expect(await order({ filter: { period: "2024-Q1" } })).toEqual([0, 1]);
    expect(await order({ filter: { period: "2024-Q4" } })).toEqual([3]);
    expect(await order({ filter: { period: "2024" } })).toEqual([0, 1, 2, 3]);
    expect(await order({ filter: { isLate: false } })).toEqual([4]);
    expect(await order({ filter: { hasAttachment: true } })).toEqual([]);
    expect(await order({ filter: { hasAttachment: false } })).toEqual([0, 1, 2, 3, 4, 5]);
    expect((await order({ filter: { isRemoved: true } })).length).toBe(25);
  });
});

describe("rows are sorted", () => {
  it("as they were entered, by amount, by pinyin, by date; empty ones last", async () => {
    expect(await order({})).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await order({ sort: [of("amount")] })).toEqual([4, 2, 0, 5, 1, 3]);
    expect(await order({ sort: [{ ...of("amount"), isDescending: true }] })).toEqual([1, 5, 0, 2, 4, 3]);
    expect(await order({ sort: [of("name")] })).toEqual([2, 1, 3, 5, 4, 0]);
    expect(await order({ sort: [of("happenedOn")] })).toEqual([5, 2, 1, 0, 3, 4]);
  });

  it("by a second column where the first is equal", async () => {
    expect(await order({ sort: [of("amount"), { ...of("name"), isDescending: true }] })).toEqual([4, 2, 0, 5, 1, 3]);
    expect(await order({ sort: [of("kind"), { ...of("amount"), isDescending: true }] })).toEqual([1, 5, 0, 3, 2, 4]);
  });
});

describe("words are found", () => {
  it("in the shown order, round the end and backwards", async () => {
    const find = async (more: Partial<Asked<"ledger.find">>) =>
      desk.engine.ask("ledger.find", { ledgerId: desk.ledger.id, words: "助", sort: [of("happenedOn")], ...more });
    const first = await find({});
    expect(first).toMatchObject({ hit: { seq: rows[5]!.seq, column: "needs", place: 0 }, total: 2 });
    const second = await find({ from: first.hit });
    expect(second.hit).toMatchObject({ seq: rows[5]!.seq, column: "matter" });
    const third = await find({ from: second.hit });
    expect(third.hit).toMatchObject({ seq: rows[2]!.seq, column: "needs", place: 1 });
    expect((await find({ from: third.hit })).hit).toEqual(first.hit);
    expect((await find({ from: first.hit, isBackward: true })).hit).toEqual(third.hit);
  });
});
