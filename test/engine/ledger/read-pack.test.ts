// A template pack from outside: what is no pack is refused, what is one is compared and never taken over by itself.
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerCode, mostLateDays } from "#contract/ledger";
import { mostPackTemplates, packSizeLimit } from "#contract/ledger-design";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { column } from "#test/support/ledger-archive";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

const columns = [
  { key: "happenedOn", heading: "日期", kind: "date", part: "occurred" },
  { key: "matter", heading: "事项", kind: "text" },
];
const template = { code: "pack-one", name: "服务登记", purpose: "办理服务", basis: "none", basisWords: "", columns };
let files = 0;
const look = async (content: string | Buffer | object): Promise<Awaited<ReturnType<typeof ask>>> => {
  const path = join(archive.around, `包-${++files}.json`);
  await writeFile(path, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return ask(path);
};
const ask = (path: string) => archive.engine.ask("ledger.read-pack", { fondsId: archive.fondsId, path });

describe("what is no pack", () => {
  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["a number", "1"],
    ["no templates", { name: "包", templates: [] }],
    ["no name", { name: " ", templates: [template] }],
    ["a name that is refused", { name: "少数民族信息档案模板", templates: [template] }],
    ["columns that are none", { name: "包", templates: [{ ...template, columns: "x" }] }],
    ["too many templates", { name: "包", templates: Array.from({ length: mostPackTemplates + 1 }, () => template) }],
    [
      "too many columns",
      { name: "包", templates: [{ ...template, columns: Array.from({ length: 201 }, () => columns[0]) }] },
    ],
    ["brackets without end", `{"name":"包","templates":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
    ["another encoding", Buffer.from([0x7b, 0xb0, 0xfc, 0x7d])],
  ])("is refused: %s", async (_, content) => {
    await expect(look(content)).rejects.toMatchObject({ code: "ledger-pack-invalid" });
  });

  it("is refused when it is too large, a link, a folder, or not there", async () => {
    await expect(look(Buffer.alloc(packSizeLimit + 1, 32))).rejects.toMatchObject({ code: "ledger-pack-too-large" });
    const link = join(archive.around, "链接.json");
    await symlink(join(archive.around, "包-1.json"), link);
    await expect(ask(link)).rejects.toMatchObject({ code: "link-refused" });
    await expect(ask(archive.around)).rejects.toMatchObject({ code: "not-a-file" });
    await expect(ask(join(archive.around, "没有.json"))).rejects.toMatchObject({ code: "source-missing" });
  });
});

describe("a pack", () => {
  it("loses what cannot be read, by place, and keeps the rest; the second of a code goes", async () => {
    const pack = await look({
      name: "市级模板",
      unknown: { deep: [1, 2] },
      templates: [
        {
          ...template,
          columns: [
            ...columns,
            { key: "BAD KEY", heading: "x", kind: "text" },
            { key: "z", heading: "z", kind: "video" },
            null,
          ],
        },
        template,
        { ...template, code: "pack two" },
        {
          ...template,
          code: "pack-three",
          columns: [{ key: "f", heading: "合计", kind: "formula", rules: { formula: "nothing + 1" } }],
        },
        JSON.parse(
          `{"__proto__":{"name":"x"},"code":"pack-four","name":"登记","purpose":"","basis":"none","basisWords":"","columns":[{"key":"a","heading":"事项","kind":"text"}]}`,
        ),
      ],
    });
    expect(pack.templates.map((each) => each.template.code)).toEqual(["pack-one", "pack-four"]);
    expect(pack.dropped).toEqual([
      { template: 1, column: 3, why: "unreadable", name: "" },
      { template: 1, column: 4, why: "unreadable", name: "" },
      { template: 1, column: 5, why: "unreadable", name: "" },
      { template: 3, column: 0, why: "unreadable", name: "" },
      { template: 4, column: 0, why: "unreadable", name: "" },
      { template: 2, column: 0, why: "unreadable", name: "" },
    ]);
  });

  it("tells a template that takes rows for in time longer than a month by its name, unless something of it is refused", async () => {
    const tooLong = { ...template, lateDays: mostLateDays + 1 };
    const pack = await look({
      name: "市级模板",
      templates: [
        { ...template, code: "month", lateDays: mostLateDays },
        { ...tooLong, code: "quarter", name: "季度巡查" },
        { ...tooLong, code: "hidden", name: "少数民族信息档案" },
        { ...tooLong, code: "halves", lateDays: 40.5 },
      ],
    });
    expect(pack.templates.map((each) => each.template.code)).toEqual(["month"]);
    expect(pack.dropped).toEqual([
      { template: 2, column: 0, why: "late-days", name: "季度巡查" },
      { template: 3, column: 0, why: "refused", name: "" },
      { template: 4, column: 0, why: "unreadable", name: "" },
    ]);
  });

  it("is kept nowhere until the clerk takes a template over, and then bears the pack's name", async () => {
    const before = await archive.engine.ask("ledger.list", { fondsId: archive.fondsId });
    const pack = await look({ name: "市级模板", templates: [template] });
    expect(await archive.engine.ask("ledger.list", { fondsId: archive.fondsId })).toEqual(before);
    const [first] = pack.templates;
    expect(first).toMatchObject({ ledger: null, differences: [] });
    const made = await archive.engine.ask("ledger.make", {
      ...{ fondsId: archive.fondsId, origin: "pack", packName: pack.name },
      template: first!.template,
    });
    expect(made).toMatchObject({ source: "pack:市级模板", state: "draft" });
  });

  it("is compared with the ledger that has its code; columns of the office's own stay", async () => {
    const mine = await archive.engine.ask("ledger.make", {
      ...{ fondsId: archive.fondsId, origin: "own" },
      template: {
        ...{ code: ledgerCode.parse("mine"), name: "我的登记", purpose: "办理服务", basis: "none", basisWords: "" },
        columns: [
          column({ key: "happenedOn", heading: "日期", kind: "date", part: "occurred" }),
          column({ key: "matter", heading: "事项", kind: "text" }),
          column({ key: "own", heading: "本单位加的", kind: "text" }),
        ],
      },
    });
    const pack = await look({
      name: "市级模板",
      templates: [
        {
          ...{ ...template, code: "mine", name: "统一登记" },
          columns: [
            { ...columns[0], key: "day" },
            { ...columns[1], heading: "办理事项", isRequired: true },
            { key: "result", heading: "结果", kind: "choice", rules: { choices: ["办结", "在办"] } },
            {
              key: "said",
              heading: "一句话",
              kind: "formula",
              rules: { formula: 'IF(day > "2024-01-01", "day", result)' },
            },
          ],
        },
      ],
    });
    const [first] = pack.templates;
    expect(first?.ledger?.id).toBe(mine.id);
    expect(first?.differences).toEqual([
      { kind: "words-changed", what: "台账名称", how: "改为「统一登记」" },
      { kind: "column-changed", what: "事项", how: "列名改为「办理事项」，改为必填" },
      { kind: "column-added", what: "结果", how: "单选" },
      { kind: "column-added", what: "一句话", how: "公式" },
      { kind: "column-absent", what: "本单位加的", how: "保留" },
    ]);
    const design = first!.proposal;
    const after = await archive.engine.ask("ledger.design", { id: mine.id, revision: mine.revision, design });
    // 日期 of the pack had another key: it is the ledger's own 日期, in the formula too.
    expect(after.columns[0]).toMatchObject({ key: "happenedOn" });
    expect(after.columns[3]?.rules.formula).toBe('IF(happenedOn > "2024-01-01", "day", result)');
    expect(after.columns.map(({ heading }) => heading)).toEqual(["日期", "办理事项", "结果", "一句话", "本单位加的"]);
    expect(
      (await look({ name: "市级模板", templates: [{ ...template, ...design, code: "mine" }] })).templates[0]
        ?.differences,
    ).toEqual([]);
  });
});
