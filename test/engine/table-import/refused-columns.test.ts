// What may not be kept, whatever its name (personal-data P2, P3, P15), and what may be remembered.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { legacyBook } from "#test/fixtures/legacy-catalogue";
import { dryRun } from "#test/support/read-table";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

describe("what may not be kept", () => {
  const headings = [
    "宗教信仰",
    "信 教",
    "民族",
    "族",
    "族別",
    "mz",
    "思想动态",
    "政治表现",
    "重点人员",
    "关注等级",
    "风险",
    "稳控措施",
    "行踪",
    "去向",
    "评分",
    "zongjiao",
    "MínZú",
    "Feng Xian",
    "minzu",
    "风险等级（评定）",
  ];
  it.each(headings)("the column %s is dropped, and no value of it is told", async (heading) => {
    const read = await dryRun(archive, `题名,${heading},年度\r\n通知,机密值甲,2023\r\n报告,机密值乙,2023`, {
      end: "csv",
    });
    expect(read.findings.map(({ code }) => code)).toEqual(["field-refused"]);
    expect(JSON.stringify(read)).not.toContain("机密值");
    expect(read.sheets[0]?.columns[1]).toMatchObject({ isRefused: true, field: "ignored" });
  });

  it("does not take a title over the table for the heading of its columns", async () => {
    const rows = [
      ["民族团结进步工作归档目录（2023年）"],
      ["题名", "责任者", "日期", "经办科室"],
      ["通知", "幸福社区", "2023.3.5", "办公室"],
    ];
    const read = await dryRun(archive, legacyBook(rows, ["A1:D1"]));
    expect(read.findings.map(({ code, column }) => [code, column])).toEqual([["column-not-imported", "D"]]);
    expect(read.preview[0]).toMatchObject({ title: "通知", year: 2023 });
    const harmless = await dryRun(archive, "题名,文件去向,年度\r\n通知,已移交,2023", { end: "csv" });
    expect(harmless.findings.map(({ code }) => code)).toEqual(["column-not-imported"]);
  });

  it("drops a column of peoples or religions whatever it is called, also when the clerk maps it", async () => {
    const rows = ["汉族", "回族", "维吾尔", "张三", "李四"].map((value, at) => `通知${at},${value},2023`);
    const text = ["题名,备注,年度", ...rows].join("\r\n");
    const read = await dryRun(archive, text, { end: "csv", mapping: [{ sheet: "", index: 1, field: "remark" }] });
    expect(read.findings.map(({ code }) => code)).toEqual(["field-refused"]);
    expect(JSON.stringify(read)).not.toMatch(/汉族|回族|张三/);
    const under = [
      "题名,备注,年度",
      "通知0,回族,2023",
      ...Array.from({ length: 5 }, (_, at) => `通知甲${at},复印件,2023`),
    ].join("\r\n");
    expect((await dryRun(archive, under, { end: "csv" })).findings).toEqual([]);
  });

  it("keeps nothing of a row with a state-secret mark, wherever it stands, and echoes nothing of it (P15)", async () => {
    const text = [
      "题名,密级,备注,年度",
      "不得外传之一,机 密★10年,,2023",
      "不得外传之二,,绝密★,2023",
      "（秘密）不得外传之三,,,2023",
      "关于保守国家秘密的通知,,,2023",
      "内部通知,内部,,2023",
    ].join("\r\n");
    const read = await dryRun(archive, text, { end: "csv" });
    expect(read).toMatchObject({ rowsUsable: 2, rowsRefused: 3 });
    expect(JSON.stringify(read)).not.toContain("不得外传");
    const made = await archive.engine.ask("import.commit", { path: read.path, as: "catalogue" });
    expect(made.rowsMade).toBe(2);
    const { rows } = await archive.engine.ask("item.list", { limit: 1000 });
    expect(JSON.stringify(rows)).not.toContain("不得外传");
    expect(rows.find(({ title }) => title === "内部通知")?.securityLevel).toBe("内部");
  });

  it("remembers how columns were read under these headings, and nothing of the rows", async () => {
    const text = "题名,来自哪里,年度\r\n只此一件的题名,某单位甲,2021";
    const first = await dryRun(archive, text, { end: "csv", mapping: [{ sheet: "", index: 1, field: "creator" }] });
    expect(first.preview[0]?.creator).toBe("某单位甲");
    await archive.engine.ask("import.commit", {
      path: first.path,
      as: "catalogue",
      mapping: [{ sheet: "", index: 1, field: "creator" }],
    });
    const second = await dryRun(archive, "题名,来自哪里,年度\r\n另一件,某单位乙,2021", { end: "csv" });
    expect(second.preview[0]?.creator).toBe("某单位乙");
    expect(second.sheets[0]?.columns[1]).toMatchObject({ field: "creator", isRemembered: true });
    const bytes = await readFile(join(archive.folder, "archive.db"));
    expect(bytes.includes("某单位甲")).toBe(false);
  });
});
