// The columns of a ledger: what a design may not be, and what becomes of values when it changes.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { testPassphrase } from "#test/support/archive";
import { column } from "#test/support/ledger-archive";
import { ledgerDesk, type LedgerDesk, sampleColumns } from "#test/support/ledger-desk";

let desk: LedgerDesk;
beforeAll(async () => void (desk = await ledgerDesk()));
afterAll(() => desk.remove());

const { date, matter, idNumber, price, count } = sampleColumns;
const total = column({
  key: "total",
  heading: "合计",
  kind: "formula",
  rules: { formula: "price * count", decimals: 2 },
});
const code = (refusal: string) => expect.objectContaining({ code: refusal }) as unknown;

describe("columns", () => {
  it("are refused twice: by key, by heading whatever its width, by part", async () => {
    await expect(desk.make([date, { ...matter, key: date.key }])).rejects.toMatchObject({
      code: "ledger-column-twice",
      details: { position: 2 },
    });
    await expect(desk.make([matter, { ...date, heading: "事 项" }])).rejects.toEqual(code("ledger-column-twice"));
    await expect(desk.make([date, { ...date, key: "other" as ColumnKey, heading: "另一日期" }])).rejects.toEqual(
      code("ledger-column-twice"),
    );
  });

  it.each([
    ["选项", { kind: "choice", rules: { choices: [] } }],
    ["选项", { kind: "choice", rules: { choices: ["甲", "甲"] } }],
    ["选项", { kind: "text", rules: { choices: ["甲"] } }],
    ["默认值", { kind: "choice", rules: { choices: ["甲"], initial: "乙" } }],
    ["默认值", { kind: "date", rules: { initial: "昨天" } }],
    ["默认值", { kind: "number", rules: { initial: "一" } }],
    ["默认值", { kind: "text", rules: { initial: "=HYPERLINK(1)" } }],
    ["上下限", { kind: "number", rules: { least: 5, most: 1 } }],
    ["上下限", { kind: "text", rules: { most: 1 } }],
    ["用途", { kind: "number", part: "kind" }],
    ["用途", { kind: "text", part: "subject", personal: "sensitive" }],
    ["公式", { kind: "formula" }],
    ["带出来源", { kind: "text", personal: "personal", rules: { fillsFrom: "matter", fillsWith: "phone" } }],
    ["个人信息标注", { kind: "person" }],
    ["个人信息标注", { kind: "text", rules: { format: "phone" } }],
    ["个人信息标注", { kind: "text", personal: "personal", rules: { format: "idNumber" } }],
    ["个人信息标注", { kind: "text", heading: "残疾类别", personal: "personal" }],
    ["个人信息标注", { kind: "choice", heading: "是否低保", rules: { choices: ["是", "否"] } }],
    ["个人信息标注", { kind: "text", heading: "户主姓名" }],
    ["个人信息标注", { kind: "text", heading: "健康", personal: "personal" }],
    ["个人信息标注", { kind: "choice", heading: "五保情况", rules: { choices: ["是", "否"] } }],
    ["个人信息标注", { kind: "text", heading: "留守儿童" }],
    ["个人信息标注", { kind: "attachment", personal: "sensitive" }],
    ["个人信息标注", { kind: "formula", personal: "sensitive", rules: { formula: "1 + 1" } }],
  ] as const)("whose %s does not fit are refused: %o", async (rule, given) => {
    const wrong = column({ key: "wrong", heading: "某列", ...given } as never);
    await expect(desk.make([date, matter, wrong])).rejects.toMatchObject({
      code: "ledger-rule-wrong",
      details: { position: 3, rule },
    });
  });

  it("keep their values when they are renamed, moved, taken away and brought back", async () => {
    const ledger = await desk.open(await desk.make([date, matter, count]));
    await desk.write(ledger, { happenedOn: "2024-03-05", matter: "修灯", count: "3" });
    const away = await desk.design(ledger, { columns: [count, date] });
    expect(away.columns.map(({ key }) => key)).toEqual(["count", "happenedOn"]);
    const back = await desk.design(away, { columns: [{ ...matter, heading: "办理内容" }, count, date] });
    expect(back.columns[0]).toMatchObject({ key: "matter", heading: "办理内容" });
    expect(await desk.cellsOf(back)).toEqual([{ happenedOn: "2024-03-05", matter: "修灯", count: "3" }]);
  });

  it("change their kind only without loss, and their nearness to a person not at all, once they hold values", async () => {
    const ledger = await desk.open(await desk.make([date, matter, count, price]));
    await desk.write(ledger, { happenedOn: "2024-03-05", matter: "修灯", count: "3", price: "1.25" });
    const becomes = (change: Partial<LedgerColumn>, of: LedgerColumn): Promise<Ledger> =>
      desk.design(ledger, {
        columns: ledger.columns.map((each) => (each.key === of.key ? { ...each, ...change } : each)),
      });
    for (const [of, change] of [
      [matter, { kind: "number" }],
      [matter, { kind: "date" }],
      [matter, { personal: "sensitive" }],
      [count, { kind: "date" }],
      [price, { rules: { ...price.rules, decimals: 0 } }],
      [date, { kind: "number", part: "" }],
    ] as const)
      await expect(becomes(change as Partial<LedgerColumn>, of)).rejects.toEqual(code("ledger-column-filled"));
    const other = await becomes({ kind: "text", rules: { ...count.rules } }, count);
    expect(await desk.cellsOf(other)).toEqual([
      { happenedOn: "2024-03-05", matter: "修灯", count: "3", price: "1.25" },
    ]);
    const filtered = await desk.engine.ask("ledger.order", {
      ledgerId: other.id,
      filter: { cells: [{ how: "contains", column: "count" as ColumnKey, words: "3" }] },
    });
    expect(filtered.seqs).toHaveLength(1);
  });

  it("do not hand 发生日期 to another column once there are rows", async () => {
    const ledger = await desk.open(
      await desk.make([date, { ...date, key: "other" as ColumnKey, heading: "登记日期", part: "" }]),
    );
    await desk.write(ledger, { happenedOn: "2024-03-05", other: "2024-04-01" });
    const swapped = ledger.columns.map((each) => ({
      ...each,
      part: each.key === "other" ? ("occurred" as const) : ("" as const),
    }));
    await expect(desk.design(ledger, { columns: swapped })).rejects.toEqual(code("ledger-column-filled"));
  });

  it("that were sealed do not come out, and a phone that becomes personal leaves the index in clear", async () => {
    const ledger = await desk.make([date, idNumber, matter]);
    await desk.assess(ledger);
    const opened = await desk.open(ledger);
    await desk.write(opened, { happenedOn: "2024-03-05", idNumber: "11010519491231002X", matter: "13800138000" });
    const out = opened.columns.map((each) =>
      each.key === "idNumber" ? { ...each, heading: "证号", personal: "personal" as const, rules: matter.rules } : each,
    );
    await expect(desk.design(opened, { columns: out })).rejects.toEqual(code("ledger-column-filled"));
    const phone = opened.columns.map((each) =>
      each.key === "matter"
        ? {
            ...each,
            heading: "联系电话",
            personal: "personal" as const,
            rules: { ...matter.rules, format: "phone" as const },
          }
        : each,
    );
    await desk.design(opened, { columns: phone });
    await desk.engine.ask("archive.lock", {});
    const slot = (await readSlots(desk.folder)).slots[0]!;
    const connection = openDatabase(archivePaths(desk.folder).database, (await openSlot(slot, testPassphrase))!);
    const index = JSON.stringify(connection.raw.prepare("SELECT keys, words FROM ledger_cell_block").all());
    connection.close();
    await desk.engine.ask("archive.unlock", { folder: desk.folder, passphrase: testPassphrase });
    expect(index).not.toContain("13800138000");
    expect(index).not.toContain("11010519491231002X");
  });

  it("are reckoned anew in every row when a formula changes", async () => {
    const ledger = await desk.open(await desk.make([date, price, count, total]));
    await desk.write(ledger, { happenedOn: "2024-03-05", price: "0.10", count: "3" });
    expect(await desk.cellsOf(ledger)).toMatchObject([{ total: "0.30" }]);
    const changed = await desk.design(ledger, {
      columns: [date, price, count, { ...total, rules: { ...total.rules, formula: "price + count" } }],
    });
    expect(await desk.cellsOf(changed)).toMatchObject([{ total: "3.10" }]);
    await desk.undo();
    expect(await desk.cellsOf(ledger)).toMatchObject([{ total: "0.30" }]);
  });
});

describe("how near a column is to a person", () => {
  const who = column({ key: "who", heading: "居民", kind: "person", personal: "personal" });
  const group = column({
    ...{ key: "group", heading: "对象类别", kind: "choice", part: "target" },
    rules: { choices: ["低保户", "残疾人", "未成年人", "其他"] },
  });

  it("is told by its choices too, where the ledger is about persons", async () => {
    await expect(desk.make([date, who, group])).rejects.toMatchObject({
      code: "ledger-rule-wrong",
      details: { position: 3, rule: "个人信息标注" },
    });
    await desk.make([date, who, { ...group, part: "", personal: "sensitive" }]);
    // Of an activity they say for whom it was, and name nobody.
    await desk.make([date, matter, group]);
  });

  it("never falls while it holds values: a name is not made a word to filter by", async () => {
    const name = column({ key: "contact", heading: "联系人", kind: "text", personal: "personal" });
    const ledger = await desk.open(await desk.make([date, name]));
    const open = { ...name, heading: "备注", personal: "none" } as const;
    await desk.write(ledger, { happenedOn: "2024-03-05", contact: "某某" });
    await expect(desk.design(ledger, { columns: [date, open] })).rejects.toMatchObject({
      code: "ledger-column-filled",
      details: { position: 2 },
    });
    await expect(
      desk.engine.ask("ledger.order", {
        ledgerId: ledger.id,
        filter: { cells: [{ how: "contains", column: name.key, words: "某" }] },
      }),
    ).rejects.toMatchObject({ code: "filter-refused" });
  });
});
