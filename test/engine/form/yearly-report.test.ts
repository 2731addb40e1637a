// 年报: counted from a real archive, its table changed by the office and taken back, typed cells apart from counted ones.
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { formId } from "#contract/form-adjustment";
import type { FormScope } from "#contract/form-scope";
import type { ReportTable } from "#contract/yearly-report";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
let report: FormScope;
const ask: TestArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
const name = formId.parse("yearly-report");
const read = (year = 2024) => ask("yearly-report.read", { fondsId: archive.fondsId, year });
const undo = async () => ask("undo.apply", { sequence: (await ask("undo.next", {}))!.sequence });
const type = (figures: Record<string, string>, year = 2024) =>
  ask("yearly-report.type", { fondsId: archive.fondsId, year, figures });

/** Values of one line by its key. */
async function valuesOf(line: string, year = 2024): Promise<string[] | undefined> {
  return (await read(year)).cells.find((each) => each.line === line)?.values.map(({ value }) => value);
}
/** Heading row and rows of the printed spreadsheet. */
async function spread(): Promise<string[][]> {
  const to = join(archive.around, "印", `${Math.random()}.xlsx`);
  const { proof } = await ask("form.write", { formId: name, scope: report, output: "xlsx", to });
  const [sheet] = [...(await readSpreadsheet(await readFile(to))).values()];
  const rows = [...sheet!].filter(([row]) => row >= 3).map(([, cells]) => [...cells]);
  expect(rows).toHaveLength(proof.rowCount + 1);
  return rows;
}

beforeAll(async () => {
  archive = await freshArchive();
  report = { by: "year", fondsId: archive.fondsId, year: 2024 };
  await mkdir(join(archive.around, "印"));
  await anItem(archive, { year: 2023, documentDate: archivalDate.parse("2023-05-06"), documentNumber: "" }, 2);
  await fileYear(archive, 2023);
  await anItem(archive, { retention: "D30", documentNumber: "" });
  await anItem(archive, { documentNumber: "" }, 3);
  await fileYear(archive);
  await anItem(archive, { title: "还没有归档的一件", documentNumber: "" });
}, 30_000);
afterAll(() => archive.remove());

describe("the yearly report", () => {
  it("counts the year, the year before and all up to it, and leaves blank what cannot be counted", async () => {
    expect(await valuesOf("items")).toEqual(["2", "1", "3", ""]);
    expect(await valuesOf("items-d30")).toEqual(["1", "0", "1", ""]);
    expect(await valuesOf("pages")).toEqual(["4", "2", "6", ""]);
    expect(await valuesOf("drafts")).toEqual(["1", "0", "1", ""]);
    expect(await valuesOf("room")).toEqual(["", "", "", ""]);
    expect(await valuesOf("items", 2023)).toEqual(["1", "0", "1", ""]);
    const lines = await ask("form.scopes", { formId: name, fondsId: archive.fondsId });
    expect(lines.map(({ year }) => year)).toEqual([2024, 2023]);
  });

  it("keeps what was typed for its year alone, takes it back, and types over nothing that is counted", async () => {
    await type({ "room/year": "36.5", "items/remark": "含党务" });
    expect(await valuesOf("room")).toEqual(["36.5", "", "", ""]);
    expect(await valuesOf("items")).toEqual(["2", "1", "3", "含党务"]);
    expect(await valuesOf("room", 2023)).toEqual(["", "", "", ""]);
    for (const figures of [{ "items/year": "200" }, { "no-line/year": "1" }, { "room/no-column": "1" }])
      await expect(type(figures)).rejects.toMatchObject({ code: "report-cell-counted" });
    await expect(
      ask("yearly-report.type", { fondsId: "nobody" as never, year: 2024, figures: {} }),
    ).rejects.toMatchObject({
      code: "fonds-not-found",
    });
    const rows = await spread();
    expect(rows[0]).toEqual(["序号", "指标名称", "计量单位", "本年度", "上年度", "累计", "备注"]);
    expect(rows[1]).toEqual(["1", "已归档文件", "件", "2", "1", "3", "含党务"]);
    await undo();
    expect(await valuesOf("room")).toEqual(["", "", "", ""]);
  });

  it("prints the office's own lines and columns, and takes the shipped ones back", async () => {
    const own: ReportTable = {
      columns: [
        { key: "n", heading: "年末数", span: "to-date" },
        { key: "w", heading: "填表说明", span: "typed" },
      ],
      lines: [
        { key: "held", label: "室存永久档案", unit: "件", measure: "items", category: "WS", retention: "Y" },
        { key: "meetings", label: "档案工作会议", unit: "次", measure: "typed", category: null, retention: null },
      ],
    };
    await ask("yearly-report.revise", { table: own });
    await type({ "meetings/n": "2", "held/w": "不含照片" });
    expect(await spread()).toEqual([
      ["序号", "指标名称", "计量单位", "年末数", "填表说明"],
      ["1", "室存永久档案", "件", "2", "不含照片"],
      ["2", "档案工作会议", "次", "2", ""],
    ]);
    expect((await read()).isShipped).toBe(false);
    for (const broken of [
      { ...own, lines: [] },
      { ...own, columns: [own.columns[0], own.columns[0]] },
      { ...own, lines: [own.lines[0], own.lines[0]] },
    ])
      await expect(ask("yearly-report.revise", { table: broken as never })).rejects.toMatchObject({
        code: "input-invalid",
      });
    await undo();
    await undo();
    expect((await read()).isShipped).toBe(true);
    expect(await valuesOf("items")).toEqual(["2", "1", "3", ""]);
  });

  it("is the same as PDF and as proof, with the seal's place blank", async () => {
    const to = join(archive.around, "印", "年报.pdf");
    const { proof, pageCount } = await ask("form.write", { formId: name, scope: report, output: "pdf", to });
    expect(pageCount).toBe(1);
    expect(proof).toEqual(await ask("form.prove", { formId: name, scope: report }));
    expect(proof.rowCount).toBe(24);
    expect((await readFile(to)).includes("/XObject")).toBe(false);
  });
});
