// The same tables meant to mislead or to harm, at the door of a ledger (package-and-trust I18 to I31).
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { utils, write, type CellObject } from "@e965/xlsx";
import type { Output } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import { tables } from "#test/fixtures/bad-table";
import { encodeGb18030 } from "#test/fixtures/encode-gb18030";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { column, openLedgerOf } from "#test/support/ledger-archive";
import { partsOfXlsx } from "#test/support/frozen-files";
import { tableFile } from "#test/support/read-table";

let archive: TestArchive;
let ledger: Ledger;
beforeAll(async () => {
  archive = await freshArchive();
  const columns = [
    column({ key: "number", heading: "件号", kind: "text", rules: { format: "digits" } }),
    column({ key: "title", heading: "题名", kind: "text" }),
    column({ key: "happenedOn", heading: "日期", kind: "date", part: "occurred" }),
    column({ key: "phone", heading: "联系电话", kind: "text", personal: "personal", rules: { format: "phone" } }),
    column({ key: "amount", heading: "金额", kind: "money" }),
  ];
  ledger = await openLedgerOf(archive, columns, "papers");
}, 120_000);
afterAll(() => archive.remove());

async function check(bytes: Buffer | string, end = "csv"): Promise<Output<"ledger.check-import"> & { path: string }> {
  const path = await tableFile(archive, bytes, end);
  return { ...(await archive.engine.ask("ledger.check-import", { path, ledgerId: ledger.id })), path };
}
const codesOf = ({ findings }: Output<"ledger.check-import">): string[] => findings.map(({ code }) => code);
const shown = ({ preview }: Output<"ledger.check-import">, key: string): (string | undefined)[] =>
  preview.map(({ cells }) => cells[ledger.columns.findIndex((each) => each.key === key)]);
const rowCount = async (): Promise<number> =>
  (await archive.engine.ask("ledger.order", { ledgerId: ledger.id })).seqs.length;
const book = (rows: readonly (readonly (string | number | null | CellObject)[])[]): Buffer => {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet(rows.map((row) => [...row])), "登记");
  // Text in the table of strings, as Excel and WPS keep it.
  return write(made, { type: "buffer", bookType: "xlsx", bookSST: true }) as Buffer;
};

describe("a table that is damaged, closed or meant to harm", () => {
  it.each(tables.filter(({ outcome }) => outcome === "reject"))(
    "$no $file is refused: $code, looking and taking in",
    async ({ file, code, make }) => {
      const before = await rowCount();
      const input = { path: await tableFile(archive, await make(), file.split(".").at(-1)), ledgerId: ledger.id };
      await expect(archive.engine.ask("ledger.check-import", input)).rejects.toMatchObject({ code });
      await expect(archive.engine.ask("ledger.import", input)).rejects.toMatchObject({ code });
      expect(await rowCount()).toBe(before);
    },
  );

  it.each(tables.filter(({ outcome }) => outcome !== "reject"))(
    "$no $file comes to an answer or a refusal, never to a fault",
    async ({ file, make }) => {
      const input = { path: await tableFile(archive, await make(), file.split(".").at(-1)), ledgerId: ledger.id };
      const reply = await archive.engine.reply({ id: file, seat: "window", name: "ledger.check-import", input });
      expect(reply.ok || "refusal" in reply).toBe(true);
      expect(archive.faults).toEqual([]);
    },
  );
});

describe("text from outside", () => {
  const rare = "件号,题名,日期\r\n0012,关于𠮷祥里的通知䶮,2023.3.5\r\n";
  it.each([
    ["UTF-8", Buffer.from(rare)],
    ["UTF-8 with BOM", Buffer.from(`\uFEFF${rare}`)],
    ["GB18030", encodeGb18030(rare)],
    ["UTF-16", Buffer.from(`\uFEFF${rare}`, "utf16le")],
  ])("%s is read exactly (I18), leading zeros too (I26)", async (_, bytes) => {
    const read = await check(bytes);
    expect([shown(read, "number"), shown(read, "title")]).toEqual([["0012"], ["关于𠮷祥里的通知䶮"]]);
  });

  it("never shifts a column (I20)", async () => {
    const read = await check("件号,题名,日期\n1,通,知,2023.3.5\n2,函,2023.3.6\n3,报告\n");
    expect(read).toMatchObject({ rowsUsable: 2, rowsRefused: 1 });
    const widths = read.findings.filter(({ code }) => code.startsWith("row-too-"));
    expect(widths.map(({ code, row }) => [code, row])).toEqual([
      ["row-too-wide", 2],
      ["row-too-narrow", 4],
    ]);
    expect(shown(read, "title")).toEqual(["函", "报告"]);
  });

  it("keeps formula-like text and markup as text, in the row and in the sheet that leaves (I21, I22)", async () => {
    const titles = [
      '=HYPERLINK("http://x","点")',
      "+86 通知",
      "@SUM(A1)",
      "-2+3",
      "＝1+1",
      "<b>通知</b>&amp;",
      "\t=1+1",
    ];
    const rows = [["件号", "题名", "日期"], ...titles.map((title, at) => [`00${at}`, title, "2024.3.5"])];
    const read = await check(book(rows), "xlsx");
    expect(shown(read, "title")).toEqual(titles.map((title) => title.trim()));
    expect(codesOf(read)).toEqual(Array<string>(6).fill("formula-text"));
    const { rowsMade } = await archive.engine.ask("ledger.import", { path: read.path, ledgerId: ledger.id });
    expect(rowsMade).toBe(titles.length);
    const to = join(archive.around, "带出.xlsx");
    await archive.engine.ask("ledger.write-sheet", {
      ...{ ledgerId: ledger.id, rows: { by: "period", period: "2024-03" }, output: "xlsx", to },
    });
    const parts = [...partsOfXlsx(await readFile(to)).values()].join("\n");
    expect(parts).toContain("HYPERLINK");
    expect(parts).not.toMatch(/<f[ >]|<hyperlinks?[ >]|externalLink/);
  });

  it("is not polluted by columns named after the language (I23), and takes out what hides (I27)", async () => {
    const read = await check("件号,题名,__proto__,constructor,日期\n1,通\u202e知\u200b,polluted,x,2023.3.5\n");
    expect(shown(read, "title")).toEqual(["通知"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(codesOf(read)).toEqual(["column-not-imported", "column-not-imported", "hidden-characters"]);
  });

  it("names both lines of a double (I24)", async () => {
    const lines = ["序号,件号,题名,日期", "1,0001,通知,2023.3.5", "1,0001,通知,2023.3.5", "2,0001,通知,2023.3.5"];
    const read = await check(lines.join("\n"));
    expect(read).toMatchObject({ rowsUsable: 2, rowsRepeated: 1 });
    expect(read.findings.map(({ code, row, message }) => [code, row, /\d+/.exec(message)?.[0]])).toEqual([
      ["duplicate-row", 3, "2"],
      ["duplicate-row", 4, "2"],
    ]);
  });
});

describe("days and numbers of a spreadsheet", () => {
  it("are never shifted or guessed (I25)", async () => {
    const days: readonly (readonly [CellObject | string | number, string | undefined, string | null])[] = [
      [{ t: "n", v: 44_990, z: "m/d/yy" }, "2023-03-05", null],
      [{ t: "n", v: 60, z: "m/d/yy" }, "", "date-impossible"],
      [{ t: "n", v: 59, z: "m/d/yy" }, "1900-02-28", null],
      [{ t: "n", v: 44_990.75, z: "yyyy-mm-dd hh:mm" }, "2023-03-05", null],
      [44_990, "", "date-serial"],
      [2023.1, "", "date-ambiguous"],
      ["2023-02-29", "", "date-impossible"],
      ["3/5/2023", "", "date-ambiguous"],
      ["23.3.5", "", "date-two-digit-year"],
      ["3月5日", "", "date-without-year"],
      ["2023.3.5-3.8", "", "date-range"],
      ["二〇二三年三月五日", "2023-03-05", null],
      ["2023年3月", "2023-03", "date-partial"],
    ];
    const read = await check(
      book([["件号", "题名", "日期"], ...days.map(([day], at) => [`${at}`, "通知", day])]),
      "xlsx",
    );
    expect(shown(read, "happenedOn")).toEqual(days.map(([, kept]) => kept));
    expect(read.findings.map(({ row, code }) => [row, code])).toEqual(
      days.flatMap(([, , code], at) => (code === null ? [] : [[at + 2, code]])),
    );
  });

  it("lose no digit without a word (I26)", async () => {
    const numbers: readonly (readonly [CellObject | string | number, string, string | null])[] = [
      ["000123", "000123", null],
      [{ t: "n", v: 7, z: "0000" }, "0007", null],
      [123_456_789_012_345, "123456789012345", null],
      [1_234_567_890_123_456, "", "id-digits-lost"],
      ["1.23457E+15", "", "id-digits-lost"],
      ["1.23457e+15", "", "id-digits-lost"],
      ["'0012", "0012", "apostrophe-kept"],
      ["123456789012345000", "", "id-digits-lost"],
      ["１２３", "123", null],
    ];
    const read = await check(
      book([["件号", "题名", "日期"], ...numbers.map(([number]) => [number, "通知", "2023.3.5"])]),
      "xlsx",
    );
    expect(shown(read, "number")).toEqual(numbers.map(([, kept]) => kept));
    expect(read.findings.map(({ row, code }) => [row, code])).toEqual(
      numbers.flatMap(([, , code], at) => (code === null ? [] : [[at + 2, code]])),
    );
    const amounts = await check(
      '件号,题名,日期,金额\n1,a,2023.3.5,1.005\n2,a,2023.3.5,"1,234.5"\n3,a,2023.3.5,约100\n',
    );
    expect(shown(amounts, "amount")).toEqual(["", "1234.50", ""]);
    expect(codesOf(amounts)).toEqual(["number-decimals", "number-unreadable"]);
  });
});
