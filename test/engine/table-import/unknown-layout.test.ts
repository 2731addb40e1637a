// Layouts no words tell, rows of closed years and what an old catalogue says beside them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { legacyBook } from "#test/fixtures/legacy-catalogue";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { dryRun } from "#test/support/read-table";
import { anItem, closeYear, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => {
  archive = await freshArchive();
  await anItem(archive);
  await fileYear(archive, 2024);
  await closeYear(archive, 2024);
});
afterAll(() => archive.remove());

const csv = { end: "csv" } as const;
const titles = (read: { preview: readonly { title: string }[] }): string[] => read.preview.map(({ title }) => title);

describe("a table whose heading no words tell", () => {
  const rows = [
    ["二〇二三年收存情况"],
    ["甲栏", "乙栏", "丙栏"],
    ["关于停水的通知", "幸福社区", "2023.3.5"],
    ["关于换届的报告", "幸福社区", "2023.4.5"],
  ];
  const book = legacyBook(rows);
  const mapping = [
    { sheet: "目录", index: 0, field: "title" },
    { sheet: "目录", index: 1, field: "creator" },
    { sheet: "目录", index: 2, field: "documentDate" },
  ] as const;

  it("is refused, until the clerk names its row and its columns; then it is known again by itself", async () => {
    await expect(dryRun(archive, book)).rejects.toMatchObject({ code: "table-without-heading" });
    const headRows = [{ sheet: null, row: 2 }];
    const named = await dryRun(archive, book, { headRows });
    expect(named.sheets[0]).toMatchObject({ name: "目录", headRow: 2 });
    expect(named.sheets[0]?.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ["甲栏", "ignored"],
      ["乙栏", "ignored"],
      ["丙栏", "ignored"],
    ]);
    expect(named).toMatchObject({ rowsUsable: 0, rowsRefused: 2, skipped: { heading: 2 } });
    const read = await dryRun(archive, book, { headRows, mapping: [...mapping] });
    expect(titles(read)).toEqual(["关于停水的通知", "关于换届的报告"]);
    expect(read.preview[0]).toMatchObject({ creator: "幸福社区", documentDate: "2023-03-05" });
    const order = { path: read.path, as: "catalogue" as const, mapping: [...mapping], planDigest: read.planDigest };
    await expect(
      archive.engine.ask("import.commit", { ...order, headRows: [{ sheet: "目录", row: 1 }] }),
    ).rejects.toMatchObject({ code: "import-changed-meanwhile" });
    expect((await archive.engine.ask("import.commit", { ...order, headRows })).rowsMade).toBe(2);
    const again = await dryRun(archive, legacyBook([...rows, ["关于防汛的通知", "幸福社区", "2023.6.5"]]));
    expect(again.sheets[0]).toMatchObject({ headRow: 2 });
    expect(again.sheets[0]?.columns.every(({ isRemembered }) => isRemembered)).toBe(true);
    expect(again).toMatchObject({ rowsUsable: 3, rowsKnown: 2 });
  });

  it("may have no heading at all, and names only what is there", async () => {
    const text = "关于停电的通知,幸福社区,2023.3.5\r\n关于停气的通知,幸福社区,2023.3.6,多一格";
    const order = { ...csv, headRows: [{ sheet: null, row: 0 }] };
    const read = await dryRun(archive, text, { ...order, mapping: [{ sheet: "", index: 0, field: "title" }] });
    expect(titles(read)).toEqual(["关于停电的通知", "关于停气的通知"]);
    expect(read.sheets[0]).toMatchObject({ headRow: 0 });
    expect(read.sheets[0]?.columns.map(({ letter }) => letter)).toEqual(["A", "B", "C", "D"]);
    await expect(dryRun(archive, text, { ...csv, headRows: [{ sheet: null, row: 99 }] })).rejects.toMatchObject({
      code: "table-without-heading",
    });
    await expect(dryRun(archive, text, { ...csv, headRows: [{ sheet: null, row: -1 }] })).rejects.toMatchObject({
      code: "input-invalid",
    });
  });

  it("leaves a found heading alone unless its own sheet is named", async () => {
    const text = "题名,责任者,年度\r\n通知,幸福社区,2023";
    const found = await dryRun(archive, text, { ...csv, headRows: [{ sheet: null, row: 2 }] });
    expect(found.sheets[0]).toMatchObject({ headRow: 1 });
    const moved = await dryRun(archive, text, { ...csv, headRows: [{ sheet: "", row: 2 }] });
    expect(moved.sheets[0]).toMatchObject({ headRow: 2 });
  });

  it("frees no refused column: not by another row, not by none, not by the words remembered (P2)", async () => {
    const text = "甲栏,民族,丙栏\r\n小标题一,小标题二,小标题三\r\n通知,机密值甲,x\r\n报告,机密值乙,y";
    const mapping = [0, 1].map((index) => ({ sheet: "", index, field: index === 0 ? "title" : "remark" }) as const);
    for (const row of [0, 1, 2, 3]) {
      const read = await dryRun(archive, text, { ...csv, headRows: [{ sheet: null, row }], mapping });
      expect(read.sheets[0]?.columns[1], `row ${row}`).toMatchObject({ isRefused: true, field: "ignored" });
      expect(read.findings.map(({ code }) => code)).toContain("field-refused");
      expect(JSON.stringify(read)).not.toContain("机密值");
    }
    const known = "题名,思想动态,年度\r\n甲,乙,2023\r\n通知,机密值甲,2023";
    const read = await dryRun(archive, known, { ...csv, headRows: [{ sheet: "", row: 2 }], mapping });
    expect(read.sheets[0]?.columns[1]).toMatchObject({ isRefused: true });
    expect(JSON.stringify(read)).not.toContain("机密值");
  });
});

describe("what an old catalogue says besides", () => {
  it("adds nothing to a closed year, and says so row by row", async () => {
    const text = "题名,日期,年度\r\n关门后的通知,2024.3.5,2024\r\n下一年的通知,2025.3.5,2025\r\n没有年度的,,";
    const read = await dryRun(archive, text, csv);
    expect(titles(read)).toEqual(["下一年的通知", "没有年度的"]);
    expect(read).toMatchObject({ rowsUsable: 2, rowsRefused: 1 });
    expect(read.findings.filter(({ code }) => code === "year-closed").map(({ row }) => row)).toEqual([2]);
    const made = await archive.engine.ask("import.commit", { path: read.path, as: "catalogue" });
    expect(made.rowsMade).toBe(2);
    const { rows } = await archive.engine.ask("item.list", { limit: 1000 });
    expect(rows.filter(({ title }) => title === "关门后的通知")).toEqual([]);
    // The year of the clerk's answer and the year of the heading count as the column does; another 门类 is another year.
    const bare = "题名,日期\r\n又一通知,2024.3.5";
    expect((await dryRun(archive, bare, { ...csv, year: 2024 })).rowsUsable).toBe(0);
    expect((await dryRun(archive, bare, { ...csv, year: 2024, category: "KJ" })).rowsUsable).toBe(1);
    expect((await dryRun(archive, bare, { ...csv, year: 2023 })).rowsUsable).toBe(1);
  });

  it("keeps the old 盒号 also without an old 档号, and says where", async () => {
    const text = "档号,题名,盒号,备注,年度\r\nA-1,有档号,7,,2023\r\n,没档号,3,复印件,2023\r\n,也没有,04,,2023";
    const read = await dryRun(archive, text, csv);
    expect(read.preview.map(({ remark }) => remark)).toEqual(["", "复印件；旧盒号 3", "旧盒号 04"]);
    expect(read.findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["box-number-kept", 3, "C"],
      ["box-number-kept", 4, "C"],
    ]);
    await archive.engine.ask("import.commit", { path: read.path, as: "catalogue" });
    const { rows } = await archive.engine.ask("item.list", { limit: 1000 });
    const item = await archive.engine.ask("item.read", { id: rows.find(({ title }) => title === "没档号")?.id ?? "" });
    expect(item.remark).toBe("复印件；旧盒号 3");
    const long = await dryRun(archive, `题名,盒号,备注,年度\r\n甲,3,${"注".repeat(498)},2023`, csv);
    expect(long).toMatchObject({ rowsUsable: 0, rowsRefused: 1 });
  });
});
