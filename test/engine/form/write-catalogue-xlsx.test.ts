import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { read as readWithSheetJs } from "@e965/xlsx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { printRow } from "#engine/catalogue/print-row";
import { proveRows } from "#engine/catalogue/prove-rows";
import { formOptions } from "#contract/form";
import { plainAdjustment } from "#contract/form-adjustment";
import { itemCatalogue } from "#engine/form/define-item-catalogue";
import { sheetOfCatalogue } from "#engine/form/gather-classes";
import { fillForm, recountSpreadsheet } from "#engine/form/write-form-xlsx";
import { startTurns } from "#engine/paper/take-turn";
import { writeCataloguePdf, writeCatalogueXlsx } from "./write-catalogue.ts";
import { aRandomSheet, aRow, aSheet, startChance } from "#test/engine/catalogue/sample-sheet";

let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "catalogue-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => aRow(index + 1));

/** The list as SheetJS, a third reader, sees it: type and value of every cell below the head. */
function seenCells(content: Buffer, name = "目录"): { type: string; value: unknown }[][] {
  const sheet = readWithSheetJs(content, { dense: true, cellFormula: true }).Sheets[name];
  const rows = (sheet?.["!data"] ?? []).slice(3);
  return rows.map((row) =>
    Array.from({ length: 9 }, (_, at) => ({
      type: row?.[at]?.f ? "f" : (row?.[at]?.t ?? ""),
      value: row?.[at]?.v ?? "",
    })),
  );
}

describe("a catalogue as a spreadsheet", () => {
  it("is refused when it has no rows", async () => {
    const order = { sheets: [aSheet([])], to: join(folder, "a.xlsx") };
    await expect(writeCatalogueXlsx(order)).rejects.toMatchObject({ code: "form-empty" });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ["lost", rowsOf(30).filter((row) => row.serial !== 17)],
    ["altered", rowsOf(30).map((row) => (row.serial === 9 ? { ...row, remark: "缺页" } : row))],
  ])("does not pass its recount when a row was %s", async (_, printed) => {
    const { content } = await writeCatalogueXlsx({ sheets: [aSheet(printed)], to: null });
    const turn = startTurns(1, undefined, undefined);
    const hand = { adjustment: plainAdjustment, pictures: new Map(), options: formOptions.parse({}) };
    const whole = await fillForm(itemCatalogue, [sheetOfCatalogue(aSheet(rowsOf(30)))], hand, "2026-11-21", turn);
    await expect(recountSpreadsheet(content, whole.tables)).rejects.toMatchObject({ code: "conservation-broken" });
  });

  it("leaves text that looks like a formula, a link or an escape as it was written", async () => {
    const titles = [
      "=1+1",
      "+86",
      "-1",
      "@SUM(A1)",
      '=HYPERLINK("http://x")',
      "_x0041_",
      "<b>&amp;</b>",
      "0012",
      "1E5",
      "TRUE",
    ];
    const rows = titles.map((title, index) => aRow(index + 1, { title, documentNumber: "0012", remark: title }));
    const { content } = await writeCatalogueXlsx({ sheets: [aSheet(rows)], to: null });
    const cells = seenCells(content);
    expect(cells.map((row) => row[4])).toEqual(titles.map((value) => ({ type: "s", value })));
    expect(cells.map((row) => row[8])).toEqual(titles.map((value) => ({ type: "s", value })));
    expect(cells.every((row) => row[2]?.type === "s" && row[2].value === "0012")).toBe(true);
  });

  it("keeps numbers as numbers and everything else as text", async () => {
    const { content } = await writeCatalogueXlsx({ sheets: [aSheet(rowsOf(2))], to: null });
    const [first] = seenCells(content);
    expect(first?.map((cell) => cell.type)).toEqual(["n", "s", "s", "s", "s", "s", "", "n", ""]);
    expect(first?.[5]?.value).toBe("20240305");
  });

  it("holds every row exactly once, in order, whatever the rows are", async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const chance = startChance(seed);
      const sheet = aRandomSheet(chance, 1 + chance(2 ** chance(9)));
      const { content, proof } = await writeCatalogueXlsx({ sheets: [sheet], to: null });
      const seen = seenCells(content).map((row) => row.map(({ value }) => String(value)));
      expect(seen, `seed ${seed}`).toEqual(sheet.rows.map(printRow));
      expect(proof, `seed ${seed}`).toEqual(proveRows(sheet.rows));
    }
  });

  it("agrees with the PDF of the same rows, and breaks its pages where the PDF does", async () => {
    const sheets = [aRandomSheet(startChance(7), 120)];
    const pdf = await writeCataloguePdf({ sheets, to: null });
    const xlsx = await writeCatalogueXlsx({ sheets, to: null });
    expect(xlsx.proof).toEqual(pdf.proof);
    expect(xlsx.pageCount).toBe(pdf.pageCount);
    const workbook = new Workbook();
    await workbook.xlsx.load(xlsx.content);
    expect(workbook.getWorksheet("目录")?.rowBreaks).toHaveLength(pdf.pageCount - 2);
  });

  it("is set up for A4 lying, one page wide, with its head on every page", async () => {
    const { content } = await writeCatalogueXlsx({ sheets: [aSheet(rowsOf(40))], to: null });
    const workbook = new Workbook();
    await workbook.xlsx.load(content);
    const list = workbook.getWorksheet("目录");
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(["封面", "目录"]);
    expect(list?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: "1:3",
    });
    expect(list?.getRow(3).values).toEqual([
      undefined,
      "序号",
      "档号",
      "文号",
      "责任者",
      "题名",
      "日期",
      "密级",
      "页数",
      "备注",
    ]);
    expect(list?.getCell("E4").font).toMatchObject({ name: "宋体", size: 9 });
    expect(list?.getCell("E4").border?.left?.style).toBe("thin");
    expect(list?.headerFooter.oddFooter).toContain("&L&8 40 行 · 首 Z109-WS·2024-D30-BGS-0001");
    const cover = workbook.getWorksheet("封面");
    const fields = [4, 5, 6, 7, 8].map((row) => [cover?.getCell(row, 2).value, cover?.getCell(row, 4).value]);
    expect(fields).toEqual([
      ["全宗号", "Z109"],
      ["全宗名称", "昆明市五华区云锦社区居民委员会"],
      ["年度", "2024"],
      ["保管期限", "30年"],
      ["机构（问题）", "综合管理"],
    ]);
  });

  it("gives the same bytes for the same rows, on disk and in memory", async () => {
    const sheets = [aRandomSheet(startChance(3), 50), aSheet(rowsOf(5), { year: 2023 })];
    const first = await writeCatalogueXlsx({ sheets, to: null });
    const to = join(folder, "a.xlsx");
    const again = await writeCatalogueXlsx({ sheets, to });
    expect(again.sha256).toBe(first.sha256);
    expect((await readFile(to)).equals(first.content)).toBe(true);
    expect(await readdir(folder)).toEqual(["a.xlsx"]);
  });
});
