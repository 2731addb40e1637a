// A table read into a ledger: what is refused first, then every trap told, then all of it or nothing.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked, Output } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { encodeGb18030 } from "#test/fixtures/encode-gb18030";
import { day, legacyLedger, legacyRow, rightId, wrongId } from "#test/fixtures/legacy-ledger";
import { column, ledgerArchive, openLedgerOf, type LedgerArchive } from "#test/support/ledger-archive";
import { tableFile } from "#test/support/read-table";

let desk: LedgerArchive;
beforeAll(async () => {
  desk = await ledgerArchive();
}, 120_000);
afterAll(() => desk.remove());

type More = Partial<Asked<"ledger.check-import">>;
async function check(bytes: Buffer | string, more: More = {}, end = "xlsx") {
  const path = await tableFile(desk, bytes, end);
  const input = { path, ledgerId: desk.ledger.id, ...more };
  return { input, read: await desk.engine.ask("ledger.check-import", input) };
}
const codesOf = ({ findings }: Pick<Output<"ledger.check-import">, "findings">): string[] =>
  findings.filter(({ code }) => code !== "sheet-not-imported" && code !== "field-refused").map(({ code }) => code);
const cell = (read: Output<"ledger.check-import">, row: number, key: string): string =>
  read.preview[row]?.cells[desk.ledger.columns.findIndex((each) => each.key === key)] ?? "";

describe("a table for a ledger is refused", () => {
  it("when the ledger is not there, or takes no rows", async () => {
    await expect(check(legacyLedger([legacyRow(1)]), { ledgerId: "none" as Ledger["id"] })).rejects.toMatchObject({
      code: "ledger-not-found",
    });
    const draft = await desk.engine.ask("ledger.make", {
      ...{ fondsId: desk.fondsId, origin: "own" },
      template: {
        ...{ code: "draft" as Ledger["code"], name: "草稿", purpose: "", basis: "none", basisWords: "" },
        columns: [column({ key: "name", heading: "姓名", kind: "text", personal: "personal" })],
      },
    });
    await expect(check(legacyLedger([legacyRow(1)]), { ledgerId: draft.id })).rejects.toMatchObject({
      code: "ledger-not-open",
    });
  });

  it("when none of its sheets looks like this ledger", async () => {
    await expect(check("日期,备注\n2023-01-01,无\n", {}, "csv")).rejects.toMatchObject({ code: "ledger-table-unlike" });
  });

  it("when it is not what was looked at", async () => {
    const { input } = await check(legacyLedger([legacyRow(1)]));
    const before = (await desk.rows()).length;
    await expect(desk.engine.ask("ledger.import", { ...input, planDigest: "0" })).rejects.toMatchObject({
      code: "import-changed-meanwhile",
    });
    expect((await desk.rows()).length).toBe(before);
  });

  it("by whoever inspects", async () => {
    const { path } = (await check(legacyLedger([legacyRow(1)]))).input;
    expect(path).not.toBe("");
    const { contract } = await import("#contract/contract");
    for (const name of ["ledger.check-import", "ledger.import", "ledger.imports", "ledger.write-sheet"] as const)
      expect(contract[name].roles).not.toContain("inspector");
  });
});

describe("what a row may not hold", () => {
  it("is named by place, never by what stands there, and the cell stays blank", async () => {
    const spoiled = 510105200801194800;
    const rows = [
      legacyRow(1, { 2: spoiled }),
      legacyRow(2, { 2: "510105200801194000" }),
      legacyRow(3, { 2: "5.10105E+17" }),
      legacyRow(4, { 2: wrongId }),
      legacyRow(5, { 2: rightId }),
      legacyRow(6, { 2: "110105491231002" }),
    ];
    const { read } = await check(legacyLedger(rows));
    expect(read.findings.filter(({ column: letter }) => letter === "C").map(({ row, code }) => [row, code])).toEqual([
      [4, "id-digits-lost"],
      [5, "id-digits-lost"],
      [6, "id-digits-lost"],
      [7, "id-check-failed"],
      [9, "id-old"],
    ]);
    expect(read.preview.map((_, at) => cell(read, at, "idNumber"))).toEqual(["", "", "", "", "●●●●", "●●●●"]);
    const said = JSON.stringify([read.findings, read.wordsAsked, read.sheets]);
    for (const value of [String(spoiled), "5101052008", wrongId, rightId, "110105491231002", "张某"])
      expect(said, value).not.toContain(value);
  });

  it("is not repeated either where the clerk names a row of values as the head", async () => {
    const rows = [legacyRow(1, { 2: rightId }), legacyRow(2, { 2: rightId, 3: "１３９４６６５４７２５" })];
    for (const row of [4, 5]) {
      const { read } = await check(legacyLedger(rows), { headRows: [{ sheet: "帮扶台账", row }] });
      expect(read.sheets[0]?.headRow).toBe(row);
      expect(JSON.stringify([read.sheets, read.findings])).not.toMatch(/11010519491231002X|13800001001|１３９４６６５/);
    }
  });

  it("keeps a row without its day, or with a mark of secrecy, outside", async () => {
    const rows = [
      legacyRow(1, { 6: "2023.13.40" }),
      legacyRow(2, { 5: "【机密】走访" }),
      legacyRow(3, { 6: "2023.2.30" }),
      legacyRow(4),
    ];
    const { read } = await check(legacyLedger(rows));
    expect(read).toMatchObject({ rowsUsable: 1, rowsRefused: 3 });
    expect(codesOf(read)).toEqual(expect.arrayContaining(["occurred-missing", "state-secret", "date-impossible"]));
    expect(JSON.stringify(read)).not.toContain("机密");
  });

  it("is dropped with its column, by heading and by more than a fifth of ethnic or religious names", async () => {
    const rows = Array.from({ length: 8 }, (_, at) => legacyRow(at + 1, { 8: "回族", 9: at < 3 ? "佛教" : "无" }));
    const { read, input } = await check(legacyLedger(rows));
    const refused = read.findings.filter(({ code }) => code === "field-refused");
    expect(refused.map(({ column: letter }) => letter)).toEqual(["I", "J"]);
    await desk.engine.ask("ledger.import", input);
    expect(JSON.stringify([read, await desk.rows()])).not.toMatch(/回族|佛教/);
  });

  it("needs the consent of a resident picked, where the ledger rests on consent", async () => {
    const columns = desk.ledger.columns;
    const consented = await openLedgerOf(desk, columns, "consented", "consent");
    const { read } = await check(legacyLedger([legacyRow(1, { 2: rightId }), legacyRow(2)]), {
      ledgerId: consented.id,
    });
    expect(read).toMatchObject({ rowsUsable: 1, rowsRefused: 1 });
    expect(codesOf(read)).toContain("consent-missing");
  });
});

describe("an old ledger", () => {
  it("is found below its title, in two merged rows, and its columns by their words", async () => {
    const { read } = await check(legacyLedger([legacyRow(1)]));
    expect(read.sheets.map(({ name, headRow }) => [name, headRow])).toEqual([["帮扶台账", 3]]);
    const columns = read.sheets[0]?.columns.map((each) => each.column);
    expect(columns).toEqual([
      null,
      "name",
      "idNumber",
      "phone",
      "address",
      "matter",
      "happenedOn",
      "amount",
      null,
      "note",
    ]);
    expect(read.findings.filter(({ code }) => code === "sheet-not-imported")).toMatchObject([{ sheet: "会议记录" }]);
  });

  it("tells what stands oddly and keeps it to the letter", async () => {
    const rows = [
      legacyRow(1, { 3: "+86 13946654725" }),
      legacyRow(2, { 3: "'13946654725" }),
      legacyRow(3, { 3: 13946654725 }),
      legacyRow(4, { 5: "=SUM(A1)" }),
      legacyRow(5, { 6: day(45196) }),
      legacyRow(6, { 5: "走访\u202e䶮巷" }),
      legacyRow(7, { 7: { t: "n", v: 30, f: "10*3" } }),
    ];
    const { read } = await check(legacyLedger(rows));
    expect(codesOf(read)).toEqual([
      ...["phone-odd", "apostrophe-kept", "formula-text", "hidden-characters", "rare-characters", "formula-cell"],
    ]);
    expect(read.preview.slice(0, 3).map((_, at) => cell(read, at, "phone"))).toEqual([
      "+86 13946654725",
      "13946654725",
      "13946654725",
    ]);
    expect(cell(read, 3, "matter")).toBe("=SUM(A1)");
    expect(cell(read, 4, "happenedOn")).toBe("2023-09-27");
    expect(cell(read, 6, "amount")).toBe("30.00");
  });

  it("counts days by its own system of 1904", async () => {
    const { read } = await check(legacyLedger([legacyRow(1, { 6: day(45196 - 1462) })], [], true));
    expect(cell(read, 0, "happenedOn")).toBe("2023-09-27");
    expect(codesOf(read)).toEqual(["date-1904"]);
  });

  it("fills a word over several rows, and never a sum", async () => {
    const { read } = await check(legacyLedger([legacyRow(1), legacyRow(2, { 5: null, 7: null })], ["F4:F5", "H4:H5"]));
    expect(codesOf(read)).toEqual(["merged-cell", "merged-amount"]);
    expect([cell(read, 1, "matter"), cell(read, 1, "amount")]).toEqual(["走访", ""]);
  });

  it("proposes who may be one person and joins nobody", async () => {
    const rows = [
      legacyRow(1, { 1: "李某", 2: rightId }),
      legacyRow(2, { 1: "李某甲", 2: rightId }),
      legacyRow(3, { 1: "李某", 2: "110105491231002" }),
    ];
    const { read } = await check(legacyLedger(rows));
    expect(codesOf(read).filter((code) => code.startsWith("person-"))).toEqual([
      "person-same-number",
      "person-same-name",
    ]);
    expect(read.rowsUsable).toBe(3);
  });

  it("asks what its words stand for, and takes the clerk's word", async () => {
    const csv = "姓名,类别,日期,电话\n王某,上学,2023/4/12,13946654725\n赵某,,2023/5/1,13946654726\n";
    const { read } = await check(encodeGb18030(csv), {}, "csv");
    expect(read.wordsAsked).toEqual([{ column: "kind", text: "上学", count: 1 }]);
    expect(codesOf(read)).toContain("choice-unknown");
    const words = { kind: { 上学: "就学", "": "就业" } } as Record<ColumnKey, Record<string, string>>;
    const answered = (await check(encodeGb18030(csv), { words }, "csv")).read;
    expect([0, 1].map((at) => cell(answered, at, "kind"))).toEqual(["就学", "就业"]);
    expect(answered.wordsAsked).toEqual([]);
  });
});

describe("taking it in", () => {
  it("writes all rows as one act, once; a second time nothing is left to do", async () => {
    const before = (await desk.rows()).length;
    const rows = [legacyRow(41, { 2: rightId }), legacyRow(42), legacyRow(42), legacyRow(43, { 6: "无" })];
    const { input, read } = await check(legacyLedger(rows));
    expect(read).toMatchObject({ rowsUsable: 2, rowsRepeated: 1, rowsRefused: 1 });
    expect((await desk.rows()).length).toBe(before);
    const done = await desk.engine.ask("ledger.import", { ...input, planDigest: read.planDigest });
    expect(done).toMatchObject({ rowsMade: 2, rowsKnown: 0 });
    expect((await desk.rows()).length).toBe(before + 2);
    expect(await desk.engine.ask("ledger.import", input)).toMatchObject({ rowsMade: 0, rowsKnown: 2, importId: null });
    const [made] = await desk.engine.ask("ledger.imports", {});
    expect(made).toMatchObject({ id: done.importId, rowCount: 2, isWithdrawn: false });
    // Taken back as one, and then it may come again.
    await desk.engine.ask("ledger.revert", { changeId: made?.changeId ?? "" });
    expect((await desk.rows()).length).toBe(before);
    expect((await desk.engine.ask("ledger.imports", {}))[0]).toMatchObject({ isWithdrawn: true });
    expect(await desk.engine.ask("ledger.import", input)).toMatchObject({ rowsMade: 2 });
  });

  it("does not bring back a row the clerk took out by itself", async () => {
    const { input } = await check(legacyLedger([legacyRow(51)]));
    await desk.engine.ask("ledger.import", input);
    const row = (await desk.rows()).at(-1);
    if (!row) throw new Error("a row came in");
    const { id, revision } = row;
    await desk.engine.ask("ledger.remove-rows", {
      ...{ ledgerId: desk.ledger.id, reason: "重复" },
      rows: [{ id, revision }],
    });
    expect(await desk.engine.ask("ledger.import", input)).toMatchObject({ rowsMade: 0, rowsKnown: 1 });
  });

  it("remembers how columns were read, for this ledger", async () => {
    const rows = [legacyRow(61)];
    const mapping = [{ sheet: "帮扶台账", index: 9, column: "matter" as ColumnKey }];
    const { input } = await check(legacyLedger(rows), {
      mapping: [...mapping, { sheet: "帮扶台账", index: 5, column: null }],
    });
    await desk.engine.ask("ledger.import", input);
    const { read } = await check(legacyLedger([legacyRow(62)]));
    expect(read.sheets[0]?.columns[9]).toMatchObject({ column: "matter", isRemembered: true });
  });

  it("leaves nothing when it is stopped", async () => {
    const many = Array.from({ length: 3000 }, (_, at) => legacyRow(at + 100));
    const { input } = await check(legacyLedger(many));
    const before = (await desk.rows()).length;
    const stopped = desk.engine.reply({ id: "import-1", seat: "window", name: "ledger.import", input });
    await desk.engine.ask("task.cancel", { taskId: "import-1" });
    expect(await stopped).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect((await desk.rows()).length).toBe(before);
  }, 60_000);
});
