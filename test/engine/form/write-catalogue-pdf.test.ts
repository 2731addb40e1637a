import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FormProof } from "#contract/form-proof";
import { Refusal } from "#contract/refusal";
import { printRow } from "#engine/catalogue/print-row";
import { proveRows } from "#engine/catalogue/prove-rows";
import { writeCataloguePdf } from "./write-catalogue.ts";
import { openPdf } from "#engine/helper/pdfium";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";
import { aRandomSheet, aRow, aSheet, startChance } from "#test/engine/catalogue/sample-sheet";

/** Random catalogues per run, long ones among them; random-lists.test.ts has 60 of every form. 1,000 in the soak. */
const runs = Number(process.env["LINDANG_CATALOGUE_RUNS"] ?? 15);

let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "catalogue-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => aRow(index + 1));

describe("a catalogue as PDF", () => {
  it("is refused when a catalogue has no rows, and nothing is written", async () => {
    const to = join(folder, "a.pdf");
    const order = { sheets: [aSheet(rowsOf(2)), aSheet([])], to };
    await expect(writeCataloguePdf(order)).rejects.toMatchObject({ code: "form-empty" });
    expect(await readdir(folder)).toEqual([]);
  });

  it("is refused when a character has no glyph in any shipped font, naming it", async () => {
    const to = join(folder, "a.pdf");
    const order = { sheets: [aSheet([aRow(1, { title: "会议记录🗂" })])], to };
    await expect(writeCataloguePdf(order)).rejects.toMatchObject({
      code: "glyph-missing",
      details: { glyph: "🗂", code: "U+1F5C2" },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it("is refused when a row is longer than a page even in the smallest type, naming the row", async () => {
    const order = { sheets: [aSheet([aRow(1), aRow(2, { title: "长".repeat(4000) })])], to: null };
    await expect(writeCataloguePdf(order)).rejects.toMatchObject({ code: "row-too-tall", details: { row: 2 } });
  });

  it("does not write over a file, unless told to", async () => {
    const to = join(folder, "a.pdf");
    await writeFile(to, "older");
    const sheets = [aSheet(rowsOf(3))];
    await expect(writeCataloguePdf({ sheets, to })).rejects.toMatchObject({ code: "target-exists" });
    expect(await readFile(to, "utf8")).toBe("older");
    const { content } = await writeCataloguePdf({ sheets, to, mayReplace: true });
    expect((await readFile(to)).equals(content)).toBe(true);
    expect(await readdir(folder)).toEqual(["a.pdf"]);
  });

  it("does not take its place when the archive meanwhile holds other rows", async () => {
    const to = join(folder, "a.pdf");
    await writeFile(to, "older");
    const confirm = (proof: FormProof): void => {
      expect(proof).toEqual(proveRows(rowsOf(3)));
      throw new Refusal("conservation-broken");
    };
    const order = { sheets: [aSheet(rowsOf(3))], to, mayReplace: true, confirm };
    await expect(writeCataloguePdf(order)).rejects.toMatchObject({ code: "conservation-broken" });
    expect(await readFile(to, "utf8")).toBe("older");
    expect(await readdir(folder)).toEqual(["a.pdf"]);
  });

  it("keeps long names and codes inside the margins", async () => {
    const name = "云南省昆明市五华区大观街道办事处云锦社区居民委员会".repeat(4);
    const code = (serial: number) => `Z109-WS·2024-D30-综合管理与社区服务中心-${String(serial).padStart(6, "0")}`;
    const rows = rowsOf(20).map((row) => ({ ...row, archivalCode: code(row.serial) }));
    const { content } = await writeCataloguePdf({
      sheets: [aSheet(rows, { fonds: { code: "Z109", name } })],
      to: null,
    });
    const pdf = await openPdf(content);
    if (pdf === "locked" || pdf === "damaged") throw new Error(`the catalogue is ${pdf}`);
    for (let number = 0; number < pdf.pageCount; number++) {
      const page = pdf.draw(number, () => 100);
      if (!page) throw new Error("a page cannot be drawn");
      const isBlank = (fromMm: number, untilMm: number): boolean => {
        const [from, until] = [Math.ceil((fromMm / 25.4) * 100), Math.floor((untilMm / 25.4) * 100)];
        return Array.from({ length: page.height }, (_, y) => y).every((y) =>
          page.pixels.subarray((y * page.width + from) * 3, (y * page.width + until) * 3).every((value) => value > 250),
        );
      };
      expect(isBlank(0, 19.5) && isBlank(277.6, 297), `page ${number + 1}`).toBe(true);
    }
    pdf.close();
  });

  it("stops when asked to, and leaves nothing", async () => {
    const stop = new AbortController();
    const order = { sheets: [aSheet(rowsOf(2000))], to: join(folder, "a.pdf"), signal: stop.signal };
    const progress = (): void => stop.abort();
    await expect(writeCataloguePdf({ ...order, progress })).rejects.toMatchObject({ code: "task-cancelled" });
    expect(await readdir(folder)).toEqual([]);
  });

  it("says how far it is, never backwards, and lets others work in between", async () => {
    const seen: number[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const progress = (done: number, total: number): void => void seen.push(done / total);
    await writeCataloguePdf({ sheets: [aSheet(rowsOf(1500))], to: null, progress });
    clearInterval(timer);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen.every((part) => part > 0 && part <= 1)).toBe(true);
    expect(turns).toBeGreaterThan(2);
  });

  it("gives the same bytes for the same rows, also after other documents", async () => {
    const sheets = [aSheet([aRow(1, { title: "⽊本名录" }), aRow(2, { title: "木本名录" })])];
    const first = await writeCataloguePdf({ sheets, to: null });
    await writeCataloguePdf({ sheets: [aSheet([aRow(1, { title: "木⽊㐀𠮷" })])], to: null });
    const again = await writeCataloguePdf({ sheets, to: join(folder, "a.pdf") });
    expect(again.sha256).toBe(first.sha256);
    expect(again.content.equals(first.content)).toBe(true);
  });

  it("keeps apart two characters that share one drawing", async () => {
    const rows = [aRow(1, { title: "⽊与木" }), aRow(2, { title: "木与⽊" })];
    const { content } = await writeCataloguePdf({ sheets: [aSheet(rows)], to: null });
    const seen = (await readWithPdfjs(content)).flatMap((page) => page.rows.filter((row) => row.length === 9));
    expect(seen.map((cells) => cells[4])).toEqual(["⽊与木", "木与⽊"]);
  });

  it("binds each catalogue with its own cover and its own page numbers", async () => {
    const other = { year: 2023, matter: null, retention: { code: "Y", label: "永久" } };
    const sheets = [aSheet(rowsOf(40)), aSheet(rowsOf(3), other)];
    const { content, pageCount, proof } = await writeCataloguePdf({ sheets, to: null });
    const texts = (await readWithPdfjs(content)).map((page) => page.text);
    expect(texts).toHaveLength(pageCount);
    const lists = texts.filter((text) => text.includes("题名"));
    expect(lists.map((text) => /第\d+页共\d+页/.exec(text)?.[0])).toEqual([
      "第1页共3页",
      "第2页共3页",
      "第3页共3页",
      "第1页共1页",
    ]);
    expect(texts[4]).toContain("永久");
    expect(texts[4]).not.toContain("综合管理");
    expect(proof.rowCount).toBe(43);
  });

  it("prints what a restricted item's row says, and nothing else about it", async () => {
    const neutral = "低保审批材料（户号0123）";
    const { content } = await writeCataloguePdf({ sheets: [aSheet([aRow(1, { title: neutral })])], to: null });
    const [, list] = await readWithPdfjs(content);
    expect(list?.rows.find((row) => row.length === 9)?.[4]).toBe(neutral);
  });

  it("prints every row exactly once, in order, whatever the rows are", { timeout: 240_000 }, async () => {
    for (let seed = 1; seed <= runs; seed++) {
      const chance = startChance(seed);
      const sheet = aRandomSheet(chance, seed === runs ? 2000 : 1 + chance(2 ** chance(9)));
      const { content, proof } = await writeCataloguePdf({ sheets: [sheet], to: null });
      const seen = (await readWithPdfjs(content)).flatMap((page) => page.rows.filter((row) => row.length === 9));
      expect(seen, `seed ${seed}`).toEqual(sheet.rows.map((row) => printRow(row).map(withoutBlanks)));
      expect(proof, `seed ${seed}`).toEqual(proveRows(sheet.rows));
    }
  });

  it("refuses as a Refusal, so that a person reads a sentence", async () => {
    await expect(writeCataloguePdf({ sheets: [], to: null })).rejects.toBeInstanceOf(Refusal);
  });
});
