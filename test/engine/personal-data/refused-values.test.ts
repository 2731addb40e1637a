// P2, P3 at the cells: what may be no column, choice or tag is no value beside the choices either, a column does not become one of peoples
// cell by cell, and no question finds, orders or counts rows by a people or by what stands in for one.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { canary, personArchive, type PersonArchive } from "#test/support/person-archive";
import { column, key, openLedgerOf } from "#test/support/ledger-archive";

type Row = Asked<"ledger.write-rows">["rows"][number];

let archive: PersonArchive;
let ledger: Ledger;
const ask: PersonArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
const person = column({ key: "who", heading: "居民", kind: "person", personal: "personal" });
const day = column({ key: "happenedOn", heading: "日期", kind: "date", part: "occurred", isRequired: true });

beforeAll(async () => {
  archive = await personArchive();
  ledger = await openLedgerOf(
    archive,
    [
      ...[day, person],
      column({ key: "kind", heading: "类别", kind: "choice", rules: { choices: ["就业"], isOpenChoice: true } }),
      column({ key: "needs", heading: "需求", kind: "tags", rules: { choices: ["就业"], isOpenChoice: true } }),
      column({ key: "grid", heading: "网格", kind: "grid", part: "grid" }),
      column({ key: "matter", heading: "事项", kind: "text" }),
      column({ key: "result", heading: "情况", kind: "text" }),
      column({ key: "story", heading: "经过", kind: "longText" }),
      column({ key: "tongue", heading: "语言", kind: "choice", part: "target", rules: { choices: ["通用", "其他"] } }),
      column({ key: "meal", heading: "清真饮食", kind: "yesNo" }),
      column({ key: "home", heading: "籍贯", kind: "text" }),
    ],
    "cells",
  );
});
afterAll(() => archive.remove());

const rowOf = (cells: Record<string, string>): Row => ({
  cells: { happenedOn: "2024-03-05", ...cells } as Record<ColumnKey, string>,
});
const write = (rows: readonly Row[], kind: Asked<"ledger.write-rows">["kind"] = "paste") =>
  ask("ledger.write-rows", { ledgerId: ledger.id, kind, rows: [...rows] });
const order = (cell: object, more: object = {}) =>
  ask("ledger.order", { ledgerId: ledger.id, filter: { cells: [cell as never] }, ...more });

describe("a value nobody may be listed by", () => {
  it.each([
    ["kind", "藏族"],
    ["kind", "重点人员"],
    ["kind", "民 族 ： 回"],
    ["needs", "就业、信教"],
    ["needs", "维吾尔族"],
    ["grid", "回族片区"],
  ])(
    "is no choice, tag or grid: %s takes no %s, typed, pasted or filled, and nothing is repeated",
    async (field, value) => {
      for (const kind of ["enter", "edit", "paste", "fill"] as const) {
        const refusal = await write([rowOf({ [field]: value })], kind).catch((error: unknown) => error);
        expect(refusal).toMatchObject({ code: "ledger-cell-refused" });
        expect(JSON.stringify(refusal)).not.toContain(value);
      }
      const checked = await ask("ledger.check-rows", { ledgerId: ledger.id, rows: [rowOf({ [field]: value })] });
      expect(checked.findings.map(({ code }) => code)).toContain("value-refused");
    },
  );

  it("takes what is the office's own work", async () => {
    await write([rowOf({ kind: "民族团结活动", needs: "风险提示、就业", grid: "民族路网格" })]);
  });

  it("comes in by no table either, nor by the word the clerk says it stands for", async () => {
    const path = join(archive.around, "需求.csv");
    const kinds = ["维吾尔族", "暗号", ...Array.from({ length: 10 }, () => "就业")];
    const lines = kinds.map((kind, at) => `2024-03-05,甲${at},${kind},看病`);
    await writeFile(path, `\uFEFF日期,居民,类别,事项\r\n${lines.join("\r\n")}\r\n`);
    const words = { kind: { 暗号: "回族" } } as Record<ColumnKey, Record<string, string>>;
    const input = { path, ledgerId: ledger.id, words };
    const looked = await ask("ledger.check-import", input);
    expect(looked.findings.filter(({ code }) => code === "value-refused")).toHaveLength(2);
    expect(looked.rowsUsable).toBe(10);
    expect(JSON.stringify(looked.findings)).not.toContain("维吾尔");
    expect(JSON.stringify(looked.wordsAsked)).not.toContain("维吾尔");
  });
});

describe("a column of other words", () => {
  it("does not become one of peoples by one paste", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => rowOf({ matter: at % 2 ? "汉" : "藏" }));
    await expect(write(rows)).rejects.toMatchObject({ code: "ledger-cell-refused" });
    await expect(write([rowOf({ matter: "维吾尔族" })])).rejects.toMatchObject({ code: "ledger-cell-refused" });
  });

  it("nor cell by cell: the third sign that may be one is one", async () => {
    await write([rowOf({ result: "回" })], "edit");
    await write([rowOf({ result: "汉" })], "edit");
    await expect(write([rowOf({ result: "藏" })], "edit")).rejects.toMatchObject({ code: "ledger-cell-refused" });
  });

  it("keeps a lone word among many others, and says that it had better go", async () => {
    await write(Array.from({ length: 12 }, (_, at) => rowOf({ story: `第 ${at} 次看望` })));
    const { findings } = await write([rowOf({ story: "本人系藏族" })]);
    expect(findings.map(({ code }) => code)).toEqual(["refused-words"]);
  });
});

describe("rows with a people in a free text", () => {
  it("are found by no question for it, whole or in part, in no way", async () => {
    for (const value of ["藏族", "本人系藏族", "维吾尔", "信教 藏族"])
      for (const cell of [
        { how: "is", column: "story", value },
        { how: "one-of", column: "story", values: ["看望", value] },
        { how: "contains", column: "story", words: value },
      ])
        await expect(order(cell), JSON.stringify(cell)).rejects.toMatchObject({ code: "filter-refused" });
    expect((await order({ how: "contains", column: "story", words: "藏" })).seqs).toEqual([]);
    expect((await order({ how: "contains", column: "story", words: "本人系" })).seqs).toHaveLength(1);
    await expect(ask("ledger.find", { ledgerId: ledger.id, words: "藏族" })).rejects.toMatchObject({
      code: "filter-refused",
    });
    expect((await ask("ledger.find", { ledgerId: ledger.id, words: "藏" })).total).toBe(0);
    expect((await ask("ledger.lookup", { ledgerId: ledger.id, words: "藏族" })).rows).toEqual([]);
  });

  it("nor by a need that stands in for a people, nor ordered or counted by it", async () => {
    await write([rowOf({ who: canary.name, tongue: "其他", meal: "是", home: "某州某县" })]);
    for (const cell of [
      { how: "is", column: "tongue", value: "其他" },
      { how: "is", column: "meal", value: "是" },
      { how: "filled", column: "home" },
      { how: "contains", column: "story", words: "清真" },
      { how: "is", column: "kind", value: "语言翻译" },
    ])
      await expect(order(cell), JSON.stringify(cell)).rejects.toMatchObject({ code: "filter-refused" });
    for (const each of ["tongue", "meal", "home"])
      await expect(
        ask("ledger.order", { ledgerId: ledger.id, sort: [{ column: key(each) }] }),
        each,
      ).rejects.toMatchObject({ code: "filter-refused" });
    await expect(
      ask("ledger-statistics.count", { ledgerId: ledger.id, by: "target", year: 2024 }),
    ).rejects.toMatchObject({ code: "statistics-column-unfit" });
    await expect(
      ask("duty.add", {
        fondsId: archive.fondsId,
        terms: {
          ...{ name: "语言服务", frequency: "P1M", times: 1, ledgerCode: ledger.code, owner: "社区" },
          ...{ countsBy: key("tongue"), kindValue: "其他", beginsOn: "2024-01-01" },
        } as never,
      }),
    ).rejects.toMatchObject({ code: "duty-column-unfit" });
  });
});

describe("no list of anybody else is named so", () => {
  it.each(["藏族居民", "重点人员名单", "信教户"])("no saved filter is called %s", async (name) => {
    await expect(ask("saved-view.keep", { name, filter: {}, order: "entered" })).rejects.toMatchObject({
      code: "field-refused",
    });
  });

  it.each(["藏族人数", "信教人数", "重点人员"])(
    "no line or column of the yearly report is %s, no sheet is headed so",
    async (word) => {
      const { table } = await ask("yearly-report.read", { fondsId: archive.fondsId, year: 2024 });
      const [line, column] = [table.lines[0]!, table.columns[0]!];
      for (const wrong of [
        { ...table, lines: [...table.lines, { ...line, key: "own", label: word, measure: "typed" as const }] },
        { ...table, columns: [{ ...column, key: "own", heading: word }] },
      ])
        await expect(ask("yearly-report.revise", { table: wrong })).rejects.toMatchObject({ code: "field-refused" });
      await expect(
        ask("ledger.preview-sheet", {
          ledgerId: archive.visit.id,
          rows: { by: "period", period: "2024-04" },
          title: word,
        }),
      ).rejects.toMatchObject({ code: "field-refused" });
    },
  );

  it.each([
    { number: "藏族户-1", address: "", grid: "" },
    { number: "1-1", address: "", grid: "信教户片区" },
  ])("no household is numbered or placed so: %j", async (household) => {
    await expect(ask("household.add", household)).rejects.toMatchObject({ code: "field-refused" });
  });

  it("nor does one of the words stand as the one in charge of a duty", async () => {
    const terms = {
      name: "走访",
      frequency: "P1M",
      times: 1,
      ledgerCode: ledger.code,
      beginsOn: "2024-01-01",
    } as const;
    await expect(
      ask("duty.add", { fondsId: archive.fondsId, terms: { ...terms, owner: "重点人员管控组" } as never }),
    ).rejects.toMatchObject({ code: "field-refused" });
  });
});
