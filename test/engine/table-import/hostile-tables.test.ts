// Tables meant to mislead or to harm (package-and-trust I18 to I31; personal-data P2, P15): each is tried on a real archive.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TableFindingCode } from "#contract/table-finding";
import { tables } from "#test/fixtures/bad-table";
import { encodeGb18030 } from "#test/fixtures/encode-gb18030";
import { daySerial, legacyBook } from "#test/fixtures/legacy-catalogue";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { dryRun, tableFile } from "#test/support/read-table";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

const head = "题名,责任者,文号,日期,页数,保管期限,年度";
const lines = (...rows: string[]): string => [head, ...rows].join("\r\n");
const good = "通知,幸福社区,幸社〔2023〕1号,2023.3.5,3,永久,2023";
const codesOf = async (text: string): Promise<TableFindingCode[]> =>
  (await dryRun(archive, text, { end: "csv" })).findings.map(({ code }) => code);

describe("dates are read or questioned, never guessed", () => {
  const dates: readonly (readonly [string, string, TableFindingCode | null])[] = [
    ["2023.3.5", "2023-03-05", null],
    ["2023/03/05", "2023-03-05", null],
    ["2023－3－5", "2023-03-05", null],
    ["20230305", "2023-03-05", null],
    ["2023年3月5日", "2023-03-05", null],
    ["二〇二三年三月五日", "2023-03-05", null],
    ["二○二三年十二月三十一日", "2023-12-31", null],
    ["2023-03-05 00:00:00", "2023-03-05", null],
    ["2023年3月", "2023-03", "date-partial"],
    ["2023", "2023", "date-partial"],
    ["2023年2月30日", "", "date-impossible"],
    ["2023.2.29", "", "date-impossible"],
    ["20231301", "", "date-impossible"],
    ["二〇二三年二月三十日", "", "date-impossible"],
    ["23.3.5", "", "date-two-digit-year"],
    ["二三年三月五日", "", "date-two-digit-year"],
    ["3/5/2023", "", "date-ambiguous"],
    ["2023.3.5-2023.3.8", "", "date-range"],
    ["45000", "", "date-serial"],
    ["2.0230305E+07", "", "date-unreadable"],
    ["上半年", "", "date-unreadable"],
    ["", "", "date-missing"],
    ["不详", "", "date-missing"],
    ["2098.1.1", "2098-01-01", "date-future"],
  ];
  it.each(dates)("%s → %s", async (text, date, code) => {
    const read = await dryRun(archive, lines(`通知,幸福社区,,${text},3,永久,${date.slice(0, 4) || "2023"}`), {
      end: "csv",
    });
    expect(read.preview[0]?.documentDate).toBe(date);
    expect(read.findings.map((finding) => finding.code)).toEqual(code === null ? [] : [code]);
  });

  it("counts the days of both date systems as they are, and asks about numbers that may be either (I25)", async () => {
    const rows = [
      ["题名", "日期"],
      ["系统日期", daySerial(2023, 3, 5)],
      ["没有的二月二十九日", { t: "n", v: 60, z: "m/d/yy" }],
      ["裸数字", 45_205],
      ["丢了零", 2023.1],
      ["三月", 2023.3],
    ] as const;
    const of1900 = await dryRun(archive, legacyBook(rows), { year: 2023 });
    expect(of1900.preview.map(({ documentDate }) => documentDate)).toEqual(["2023-03-05", "", "", "", "2023-03"]);
    expect(of1900.findings.map(({ code }) => code)).toEqual([
      ...["date-impossible", "date-serial", "date-ambiguous", "date-partial"],
    ]);
    const shifted = [
      ["题名", "日期"],
      ["系统日期", { t: "n", v: 1462 + 43_528, z: "m/d/yy" }],
    ] as const;
    const of1904 = await dryRun(archive, legacyBook(shifted, [], true), { year: 2027 });
    expect(of1904.preview[0]?.documentDate).toBe("2027-03-06");
    expect(of1904.findings.map(({ code }) => code)).toEqual(["date-1904", "date-future"]);
  });
});

describe("terms, counts and rows that are none", () => {
  it("knows the terms of today, and asks about all others", async () => {
    const terms = ["永久", "30年", "定期30年", "三十年", "D10", "10", "长期", "短期", "50年", "定期", ""];
    const rows = terms.map((term, at) => `通知${at},幸福社区,,2023.3.5,3,${term},2023`);
    const read = await dryRun(archive, lines(...rows), { end: "csv" });
    expect(read.preview.map(({ retention }) => retention)).toEqual([
      "Y",
      "D30",
      "D30",
      "D30",
      "D10",
      "D10",
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(read.termsAsked.map(({ text }) => text).sort()).toEqual(["", "50年", "定期", "短期", "长期"]);
    const told = await dryRun(archive, lines(...rows), { end: "csv", terms: { 长期: "D30", 定期: null } });
    expect(told.preview[6]?.retention).toBe("D30");
    expect(told.termsAsked.map(({ text }) => text).sort()).toEqual(["", "50年", "短期"]);
  });

  it("takes pages only where a number stands", async () => {
    const rows = ["3", "3页", "约5", "12.5", "1-3", "", "-2"].map(
      (pages, at) => `通知${at},幸福社区,,2023.3.5,${pages},永久,2023`,
    );
    const read = await dryRun(archive, lines(...rows), { end: "csv" });
    expect(read.preview.map(({ pages }) => pages)).toEqual([3, 3, 0, 0, 0, 0, 0]);
    expect(read.findings.filter(({ code }) => code === "pages-not-a-number").map(({ row }) => row)).toEqual([
      3, 4, 5, 6, 8,
    ]);
  });

  it("passes over blank, repeated heading, subtotal and signature rows, not over a paper that speaks of a total", async () => {
    const noise = [
      ",,,,,,",
      head,
      "本页小计,,,,120,,",
      "合计：3件,,,,9,,",
      "制表人：张三,,审核人：李四,,,,",
      "第1页 共3页,,,,,,",
    ];
    const read = await dryRun(archive, lines(good, ...noise, "合计支出情况的报告,幸福社区,,2023.3.6,3,永久,2023"), {
      end: "csv",
    });
    expect(read).toMatchObject({
      rowsUsable: 2,
      skipped: { blank: 1, heading: 3, subtotal: 2, signature: 1 },
      rowsRead: 9,
    });
  });

  it("finds heads of several rows below merged titles, on several sheets, and dates in three columns", async () => {
    const rows = [
      ["幸福社区2022年度归档文件目录"],
      ["制表单位：办公室"],
      ["序号", "文件", null, "形成日期", null, null, "页数"],
      [null, "题名", "文号", "年", "月", "日", null],
      [1, "通知", "幸社〔2022〕1号", 2022, 3, 5, 2],
      [2, "报告", "", 2022, 4, null, 2],
    ];
    const merges = ["A1:G1", "A2:G2", "A3:A4", "B3:C3", "D3:F3", "G3:G4"];
    const read = await dryRun(archive, legacyBook(rows, merges));
    expect(read.sheets[0]?.columns.map(({ field }) => field)).toEqual([
      ...["serial", "title", "documentNumber", "dateYear", "dateMonth", "dateDay", "pages"],
    ]);
    expect(read.preview.map(({ documentDate, year }) => [documentDate, year])).toEqual([
      ["2022-03-05", 2022],
      ["2022-04", 2022],
    ]);
    expect(read.skipped.heading).toBe(4);
  });

  it("reads every sheet that has a head, and names the ones that have none", async () => {
    const first = [["2022年度归档目录"], ["题名", "日期"], ["通知", "2022.3.5"]];
    const second = [
      ["标题", "成文日期", "年度"],
      ["报告", "2021.1.2", 2021],
      ["通知", "23.1.1", 2021],
    ];
    const bytes = legacyBook(first, [], false, {
      第二本: second,
      说明: [["本表由办公室整理"], ["请勿外传"]],
      空表: [],
    });
    const read = await dryRun(archive, bytes);
    expect(read.sheets.map(({ name, year }) => [name, year])).toEqual([
      ["目录", 2022],
      ["第二本", null],
    ]);
    expect(read.preview.map(({ sheet, title, year }) => [sheet, title, year])).toEqual([
      ["目录", "通知", 2022],
      ["第二本", "报告", 2021],
      ["第二本", "通知", 2021],
    ]);
    expect(read.findings.map(({ sheet, row, code }) => [sheet, row, code]).sort()).toEqual(
      [
        ["说明", 1, "sheet-not-imported"],
        ["第二本", 3, "date-two-digit-year"],
      ].sort(),
    );
  });

  it("reads a merged cell for every row it covers, and says so", async () => {
    const rows = [
      ["题名", "责任者", "日期"],
      ["通知一", "幸福社区", "2023.3.5"],
      ["通知二", null, "2023.3.6"],
    ];
    const read = await dryRun(archive, legacyBook(rows, ["B2:B3"]), { year: 2023 });
    expect(read.preview.map(({ creator }) => creator)).toEqual(["幸福社区", "幸福社区"]);
    expect(read.findings.map(({ code, row }) => [code, row])).toEqual([["merged-cell", 3]]);
  });

  it("names both rows of one 档号 (I24), and of one 文号 of one 责任者", async () => {
    const text =
      "档号,题名,责任者,文号,日期,年度\r\nA-1,通知,社区,1号,2023.3.5,2023\r\nA-1,报告,社区,2号,2023.3.6,2023\r\nA-3,批复,社区,2号,2023.3.7,2023";
    const { findings, rowsUsable } = await dryRun(archive, text, { end: "csv" });
    expect(rowsUsable).toBe(3);
    expect(
      findings.map(({ code, row, message }) => [code, row, message.includes("第 2 行") || message.includes("第 3 行")]),
    ).toEqual([
      ["duplicate-code", 3, true],
      ["same-document-number", 4, true],
    ]);
  });
});

describe("text from outside", () => {
  const rare = "题名,责任者,日期,年度\r\n关于𠮷祥里的通知,㐀䶮社区,2023.3.5,2023\r\n";
  it.each([
    ["UTF-8", Buffer.from(rare)],
    ["UTF-8 with BOM", Buffer.from(`\uFEFF${rare}`)],
    ["GB18030", encodeGb18030(rare)],
    ["UTF-16", Buffer.from(`\uFEFF${rare}`, "utf16le")],
  ])("%s is read exactly (I18)", async (_, bytes) => {
    const read = await dryRun(archive, bytes, { end: "csv" });
    expect(read.preview[0]).toMatchObject({ title: "关于𠮷祥里的通知", creator: "㐀䶮社区" });
  });

  // What stands wrong in a file is refused with the words of the refusal, and with its row where there is one.
  it.each(tables.filter(({ outcome }) => outcome === "reject"))(
    "$no $file is refused: $code",
    async ({ file, code, make }) => {
      const path = await tableFile(archive, await make(), file.split(".").at(-1));
      await expect(archive.engine.ask("import.dry-run", { path, as: "catalogue" })).rejects.toMatchObject({ code });
      await expect(archive.engine.ask("import.commit", { path, as: "catalogue" })).rejects.toMatchObject({ code });
    },
  );

  it("never shifts a column: a row wider than its head stays out (I20)", async () => {
    const read = await dryRun(archive, lines("通知,第二部分,幸福社区,,2023.3.5,3,永久,2023", good, "短,幸福社区"), {
      end: "csv",
    });
    expect(read).toMatchObject({ rowsUsable: 2, rowsRefused: 1 });
    expect(read.findings.map(({ code, row }) => [code, row])).toContainEqual(["row-too-wide", 2]);
    expect(read.findings.map(({ code, row }) => [code, row])).toContainEqual(["row-too-narrow", 4]);
  });

  it("keeps formula-like text as it stands (I21), and markup, zeros and hidden characters (I22, I26, I27)", async () => {
    const titles = [
      '=HYPERLINK("http://x","点")',
      "+86 通知",
      "@SUM(A1)",
      "-2+3",
      "＝1",
      "——关于通知",
      "<b>通知</b>",
      "0012",
      "通\u202e知",
    ];
    const rows = [["题名", "档号", "年度"], ...titles.map((title, at) => [title, `00${at}`, 2023])];
    const read = await dryRun(archive, legacyBook(rows));
    expect(read.preview.map(({ title }) => title)).toEqual(titles);
    expect(read.preview.map(({ archivalCode }) => archivalCode)).toEqual(titles.map((_, at) => `00${at}`));
    expect(read.findings.filter(({ code }) => code === "formula-text").map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
    expect(read.findings.filter(({ code }) => code === "hidden-characters").map(({ row }) => row)).toEqual([10]);
    const computed = await dryRun(
      archive,
      legacyBook([
        ["题名", "档号"],
        [
          { t: "s", v: "算出", f: 'A1&"x"' },
          { t: "n", v: 7, z: "0000" },
        ],
      ]),
    );
    expect(computed.preview[0]).toMatchObject({ title: "算出", archivalCode: "0007" });
    expect(computed.findings.map(({ code }) => code)).toContain("formula-cell");
    expect(await codesOf("题名,档号\r\n通知,1.23E+17")).toContain("number-cut");
  });

  it("is not polluted by columns named after the language (I23)", async () => {
    const read = await dryRun(archive, "题名,__proto__,constructor,toString\r\n通知,polluted,x,y", { end: "csv" });
    expect(read.preview[0]?.title).toBe("通知");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    const codes = ["column-not-imported", "column-not-imported", "column-not-imported", "year-missing"];
    expect(read.findings.map(({ code }) => code)).toEqual(codes);
    await expect(dryRun(archive, "__proto__,constructor\r\n1,2", { end: "csv" })).rejects.toMatchObject({
      code: "table-without-heading",
    });
  });
});
