// A sheet leaves in the office's own layout: its columns in its order, under its headings, as wide as it set them, without what it hid.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { designOf } from "#engine/ledger/design-ledger";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";
import { partsOfXlsx, rowsOfPdf } from "#test/support/frozen-files";
import { key, ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
let ledger: Ledger;
let written = 0;
beforeAll(async () => {
  desk = await ledgerArchive();
  const cells = { happenedOn: "2024-03-05", kind: "就学", matter: "开学补助", amount: "300", count: "2", note: "已办" };
  await desk.write([{ cells: cells as Record<ColumnKey, string> }]);
  const { columns } = desk.ledger;
  const [matter, amount] = ["matter", "amount"].map((each) => columns.find((column) => column.key === each)!);
  const others = columns.filter((each) => each !== matter && each !== amount);
  // The street office changed a heading and the order of the columns.
  ledger = await desk.engine.ask("ledger.design", {
    ...{ id: desk.ledger.id, revision: desk.ledger.revision },
    design: { ...designOf(desk.ledger), columns: [{ ...matter!, heading: "办理事项" }, amount!, ...others] },
  });
}, 120_000);
afterAll(() => desk.remove());

async function put(output: "pdf" | "xlsx"): Promise<Buffer> {
  const to = join(desk.around, `${++written}.${output}`);
  const rows = { by: "period", period: "2024-03" } as const;
  await desk.engine.ask("ledger.write-sheet", { ledgerId: ledger.id, rows, masked: "left-out", output, to });
  return readFile(to);
}
/** Cells of the one row, and the words on the page without blanks. */
async function shownOn(pdf: Buffer): Promise<{ row: readonly string[] | undefined; words: string }> {
  const row = (await rowsOfPdf(pdf)).find(([first]) => first === "1");
  const pages = await readWithPdfjs(pdf);
  return { row, words: withoutBlanks(pages.map(({ text }) => text).join("")) };
}

describe("a sheet", () => {
  it("has the office's headings and order", async () => {
    const { row, words } = await shownOn(await put("pdf"));
    expect(row).toEqual(["1", "开学补助", "300.00", "2024-03-05", "就学", "", "2", "600.00", "", "", "已办"]);
    for (const heading of ["办理事项", "编号", "需求"]) expect(words).toContain(heading);
  });

  it("leaves out what was hidden and is as wide as was set, as PDF and as spreadsheet", async () => {
    const widths = { [key("note")]: 640 } as Record<ColumnKey, number>;
    const layout = { widths, hidden: ["caseNumber", "needs"].map(key) };
    const widthsOf = (xlsx: Buffer): number[] => {
      const sheet = partsOfXlsx(xlsx).get("xl/worksheets/sheet1.xml") ?? "";
      // One element may stand for several columns of one width.
      return [...sheet.matchAll(/<col [^>]*>/g)].flatMap(([column]) => {
        const [first, last, width] = ["min", "max", "width"].map((name) =>
          Number(new RegExp(` ${name}="([\\d.]+)"`).exec(column)?.[1]),
        ) as [number, number, number];
        return Array<number>(last - first + 1).fill(width);
      });
    };
    const before = widthsOf(await put("xlsx"));
    await desk.engine.ask("ledger.keep-layout", { ledgerId: ledger.id, layout });
    const { row, words } = await shownOn(await put("pdf"));
    expect(row).toEqual(["1", "开学补助", "300.00", "2024-03-05", "就学", "2", "600.00", "", "已办"]);
    expect(words).not.toMatch(/编号|需求/);
    const xlsx = await put("xlsx");
    const strings = partsOfXlsx(xlsx).get("xl/sharedStrings.xml") ?? "";
    for (const heading of ["办理事项", "备注"]) expect(strings).toContain(`>${heading}<`);
    expect(strings).not.toMatch(/>(?:编号|需求)</);
    const after = widthsOf(xlsx);
    const share = (each: number[]): number => (each.at(-1) ?? 0) / each.reduce((sum, width) => sum + width, 0);
    expect(before.length - after.length).toBe(2);
    expect(share(after)).toBeGreaterThan(share(before) * 1.5);
  });
});
