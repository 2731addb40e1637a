import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScheduleImport } from "#contract/schedule-table";
import type { ScheduleRow, ScheduleVersion } from "#contract/schedule";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { textCell, writeXlsx } from "#test/fixtures/xlsx-writer";
import { freshArchive, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(async () => {
  expect(archive.faults).toEqual([]);
  await archive.remove();
});

const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const refused = (code: string) => expect.objectContaining({ code });
const at = (name: string): string => join(archive.around, name);
const version = async (state: ScheduleVersion["state"]): Promise<ScheduleVersion | undefined> =>
  (await ask("schedule.versions", {})).find((each) => each.state === state);
const rowsOf = async (id: ScheduleVersion["id"]): Promise<readonly ScheduleRow[]> =>
  (await ask("schedule.rows", { versionId: id, limit: 1000 })).rows;

/** A workbook of rows of text, the first row the headings. */
async function aTable(name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const xml = rows.map((cells, row) => {
    const inside = cells.map((text, column) =>
      text === "" ? "" : textCell(`${String.fromCharCode(65 + column)}${row + 1}`, text),
    );
    return `<row r="${row + 1}">${inside.join("")}</row>`;
  });
  await writeFile(at(name), writeXlsx({ rows: xml.join("") }));
  return at(name);
}
const codesOf = ({ findings }: ScheduleImport): string[] => findings.map(({ code, row }) => `${code}@${row}`);
const entryCount = async (): Promise<number> => (await ask("journal.verify", {})).entryCount;

describe("a version as a spreadsheet", () => {
  it("carries every row, as text, and refuses to replace a file unasked", async () => {
    const starter = (await version("starter"))!;
    const to = at("起步表.xlsx");
    const made = await ask("schedule.export", { versionId: starter.id, to });
    expect(made).toMatchObject({ path: to, rowCount: 210 });
    const sheet = (await readSpreadsheet(await readFile(to))).get("保管期限表")!;
    expect(sheet.size).toBe(212);
    expect(sheet.get(1)?.[0]).toContain("起步保管期限表（待核对）");
    expect(sheet.get(2)?.slice(0, 6)).toEqual(["序号", "门类", "类目代码", "类目", "归档范围", "保管期限"]);
    const rows = await rowsOf(starter.id);
    rows.forEach((row, index) => expect(sheet.get(index + 3)?.[4]).toBe(row.content));
    await expect(ask("schedule.export", { versionId: starter.id, to })).rejects.toEqual(refused("target-exists"));
    expect(await ask("schedule.export", { versionId: starter.id, to, mayReplace: true })).toMatchObject({
      rowCount: 210,
    });
    await expect(ask("schedule.export", { versionId: starter.id, to: at("没有/这个/文件夹.xlsx") })).rejects.toEqual(
      refused("target-not-writable"),
    );
  });

  it("comes back as it went: nothing is written, no draft is made", async () => {
    const before = await entryCount();
    const dry = await ask("schedule.check-import", { path: at("起步表.xlsx") });
    expect(dry).toEqual({ rowsRead: 210, added: 0, changed: 0, unchanged: 210, absent: 0, findings: [] });
    expect(await ask("schedule.import", { path: at("起步表.xlsx"), absent: "drop" })).toMatchObject({
      versionId: null,
    });
    expect(await version("draft")).toBeUndefined();
    expect(await entryCount()).toBe(before);
  });
});

describe("an import", () => {
  const head = ["类别", "归档范围", "保管期限", "起算"];

  it("names every fault with its row, and takes nothing while one is open", async () => {
    const path = await aTable("有错.xlsx", [
      ["某区社区归档范围和保管期限表"],
      head,
      ["文书", "居民议事记录", "长期", ""],
      ["文书", "一般来文", "短期", ""],
      ["文书", "", "10年", ""],
      ["文书", "没有期限的", "", ""],
      ["文书", "说不清的", "若干年", ""],
      ["文书", "只有数字", "30", ""],
      ["文书", "一百年", "100年", ""],
      ["杂项", "门类不认识", "永久", ""],
      ["会计", "起算不认识", "30年", "随便哪天"],
      ["文书", "=1+1", "永久", ""],
      ["文书", "重复的", "永久", ""],
      ["文书", "重复的", "10年", ""],
      ["", "", "", ""],
    ]);
    const before = await entryCount();
    const dry = await ask("schedule.check-import", { path });
    expect(codesOf(dry)).toEqual([
      "term-old@3",
      "term-old@4",
      "content-missing@5",
      "term-missing@6",
      "term-unknown@7",
      "term-unknown@8",
      "term-unknown@9",
      "category-unknown@10",
      "start-rule-unknown@11",
      "formula-text@12",
      "duplicate-row@14",
    ]);
    expect(dry.rowsRead).toBe(12);
    expect(dry.findings.filter(({ weight }) => weight === "question").map(({ row }) => row)).toEqual([3, 4]);
    await expect(ask("schedule.import", { path })).rejects.toMatchObject({
      code: "schedule-import-refused",
      details: { count: 10 },
    });
    expect(await version("draft")).toBeUndefined();
    expect(await entryCount()).toBe(before);
  });

  it("gives 长期 and 短期 the clerk's word, never its own, and stores formulas as words", async () => {
    const path = await aTable("旧词.xlsx", [
      head,
      ["文书", "居民议事记录", "长期", ""],
      ["文书", "一般来文", "短期", ""],
      ["文书", "=HYPERLINK(1)", "未定", ""],
      ["会计类", "记账凭证", "永久", "永久，不计起算"],
    ]);
    const half = { path, oldTerms: { 长期: "D30" as const } };
    expect(codesOf(await ask("schedule.check-import", half))).toEqual(["term-old@3", "formula-text@4"]);
    await expect(ask("schedule.import", half)).rejects.toEqual(refused("schedule-import-refused"));
    const asked = { path, oldTerms: { 长期: "D30" as const, 短期: "D10" as const } };
    expect(await ask("schedule.check-import", asked)).toMatchObject({
      added: 3,
      changed: 1,
      unchanged: 0,
      absent: 209,
    });
    const done = await ask("schedule.import", asked);
    expect(done).toMatchObject({ added: 3, changed: 1 });
    const draft = (await version("draft"))!;
    expect(done.versionId).toBe(draft.id);
    const rows = await rowsOf(draft.id);
    expect(rows).toHaveLength(213);
    const like = (content: string) => rows.find((row) => row.content === content)!;
    expect(like("居民议事记录")).toMatchObject({ retention: "D30", status: "added", startRule: "unknown" });
    expect(like("=HYPERLINK(1)")).toMatchObject({ retention: null, category: "WS" });
    // What stood in the row and the table does not speak of stays; who changed it is kept.
    expect(like("记账凭证")).toMatchObject({ retention: "Y", status: "corrected", isMinimum: true, category: "KU" });
    const { judgements } = await ask("schedule.read-row", { id: like("记账凭证").id });
    expect(judgements).toMatchObject([{ verdict: "correct", personName: "王敏", reason: "导入「旧词.xlsx」第 5 行" }]);

    // The second import of the same file changes nothing.
    const before = await entryCount();
    expect(await ask("schedule.import", asked)).toMatchObject({ added: 0, changed: 0, unchanged: 4, versionId: null });
    expect(await entryCount()).toBe(before);
    expect(await rowsOf(draft.id)).toEqual(rows);

    // A formula-like text leaves as text and comes back the same.
    await ask("schedule.export", { versionId: draft.id, to: at("草稿.xlsx") });
    expect(await ask("schedule.check-import", { path: at("草稿.xlsx") })).toMatchObject({
      added: 0,
      changed: 0,
      absent: 0,
    });
  });

  it("takes in no series that may not be kept, and makes no draft it cannot undo", async () => {
    const path = await aTable("名单.xlsx", [
      head,
      ["文书", "重点人员台账", "永久", ""],
      ["文书", "食堂台账", "10年", ""],
    ]);
    const dry = await ask("schedule.check-import", { path });
    expect(codesOf(dry)).toEqual(["content-refused@2"]);
    expect(JSON.stringify(dry)).not.toContain("台账");
    await ask("schedule.discard-draft", { versionId: (await version("draft"))!.id });
    const clean = await aTable("食堂.xlsx", [head, ["文书", "食堂台账", "10年", ""]]);
    await ask("schedule.import", { path: clean });
    expect(await version("draft")).toMatchObject({ rowCount: 211 });
    await ask("undo.apply", { sequence: (await ask("undo.next", {}))!.sequence });
    expect(await version("draft")).toBeUndefined();
    await ask("schedule.import", { path: at("旧词.xlsx"), oldTerms: { 长期: "D30", 短期: "D10" } });
  });

  it("drops what the table lacks only when told, with the reason kept", async () => {
    const path = await aTable("新附件.xlsx", [head, ["文书", "居民议事记录", "30年", ""]]);
    expect(await ask("schedule.import", { path, absent: "drop" })).toMatchObject({ absent: 212, unchanged: 1 });
    const draft = (await version("draft"))!;
    expect(draft.droppedCount).toBe(212);
    const dropped = (await rowsOf(draft.id)).find((row) => row.content === "总账")!;
    const { judgements } = await ask("schedule.read-row", { id: dropped.id });
    expect(judgements.at(-1)).toMatchObject({ verdict: "drop", reason: "导入的「新附件.xlsx」没有这一条" });
    // What is in force is untouched.
    expect(await version("starter")).toMatchObject({ droppedCount: 0 });
    await ask("schedule.discard-draft", { versionId: draft.id });
  });

  it.each(["民族", "宗教信仰", "政 治 表 现", "mínzú", "关注等级"])(
    "refuses a table with a column 「%s」, echoing nothing of it",
    async (heading) => {
      const path = await aTable("不得登记.xlsx", [
        [...head, heading],
        ["文书", "花名册", "永久", "", "某某族"],
      ]);
      const dry = await ask("schedule.check-import", { path });
      expect(codesOf(dry)).toContain("field-refused@0");
      expect(JSON.stringify(dry)).not.toMatch(/某某族|民族|信仰|表现|minzu|等级/);
      await expect(ask("schedule.import", { path })).rejects.toEqual(refused("schedule-import-refused"));
    },
  );

  it("stops before a state secret and says nothing of it", async () => {
    const path = await aTable("涉密.xlsx", [
      [...head, "密级"],
      ["文书", "某件", "永久", "", "机密★"],
    ]);
    const thrown = await ask("schedule.check-import", { path }).catch((error: unknown) => error);
    expect(thrown).toEqual(refused("state-secret"));
    expect(JSON.stringify(thrown)).not.toContain("某件");
  });

  it("refuses what is no table, and a table without the headings", async () => {
    await writeFile(at("图.jpg"), Buffer.from("ffd8ffe000104a46494600", "hex"));
    await expect(ask("schedule.check-import", { path: at("图.jpg") })).rejects.toEqual(refused("format-unsupported"));
    await expect(ask("schedule.check-import", { path: at("没有.xlsx") })).rejects.toEqual(refused("source-missing"));
    await writeFile(at("坏.xlsx"), (await readFile(at("起步表.xlsx"))).subarray(0, 4000));
    await expect(ask("schedule.check-import", { path: at("坏.xlsx") })).rejects.toBeInstanceOf(Error);
    const bare = await aTable("没有表头.xlsx", [
      ["一", "二"],
      ["三", "四"],
    ]);
    expect(codesOf(await ask("schedule.check-import", { path: bare }))).toEqual(["heading-missing@0"]);
    expect(existsSync(at("起步表.xlsx"))).toBe(true);
  });

  it("reads a CSV as well", async () => {
    await writeFile(at("表.csv"), "门类,归档范围,保管期限\nWS,社区食堂材料,10年\n");
    expect(await ask("schedule.check-import", { path: at("表.csv") })).toMatchObject({
      rowsRead: 1,
      added: 1,
      findings: [],
    });
  });
});
