// A number of a person in a column that is not for such: said at every door, kept out of what a column may be asked for (P3), and
// long digits that are no such number are left alone.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColumnKey } from "#contract/ledger-column";
import { weighLedgerFinding } from "#contract/ledger-import-finding";
import type { Ledger } from "#contract/ledger";
import type { CellFinding } from "#contract/ledger-write";
import { rightId, wrongId } from "#test/fixtures/legacy-ledger";
import { column, ledgerArchive, openLedgerOf, type LedgerArchive } from "#test/support/ledger-archive";
import { tableFile } from "#test/support/read-table";

let desk: LedgerArchive;
let plain: Ledger;
beforeAll(async () => {
  desk = await ledgerArchive();
  const columns = [
    column({ key: "happenedOn", heading: "日期", kind: "date", part: "occurred", isRequired: true }),
    column({ key: "matter", heading: "事项", kind: "text" }),
    column({ key: "number", heading: "编号", kind: "text", rules: { format: "digits" } }),
    column({ key: "tools", heading: "用具", kind: "tags", rules: { choices: ["椅"], isOpenChoice: true } }),
    column({ key: "note", heading: "备注", kind: "longText" }),
  ];
  plain = await openLedgerOf(desk, columns, "things", "none");
}, 120_000);
afterAll(() => desk.remove());

const cells = (given: Record<string, string>): Record<ColumnKey, string> =>
  ({ happenedOn: "2024-03-05", ...given }) as Record<ColumnKey, string>;
const look = async (given: Record<string, string>, ledgerId = plain.id): Promise<readonly CellFinding[]> =>
  (await desk.engine.ask("ledger.check-rows", { ledgerId, rows: [{ cells: cells(given) }] })).findings;
const wide = rightId.replaceAll(/[\dX]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe("a number of a person in a plain column", () => {
  it.each([
    { matter: rightId },
    { matter: rightId.toLowerCase() },
    { matter: wide },
    { matter: "110105 19491231 002X" },
    { matter: "110105-19491231-002X" },
    { matter: `借给张某${rightId}一把` },
    { note: `第一行\n证件 ${rightId}` },
    { tools: `椅、${rightId}` },
    { number: "110101199003070011" },
  ])("is said and not refused: %o", async (given) => {
    const found = await look(given);
    expect(found).toEqual([
      expect.objectContaining({ code: "id-in-plain", isError: false, column: Object.keys(given)[0] }),
    ]);
    expect(found[0]?.message).toBe("此格像身份证号码。本列不是放证件号码的列，保存后会按普通文字显示和导出");
    const { rows, findings } = await desk.engine.ask("ledger.write-rows", {
      ...{ ledgerId: plain.id, kind: "enter", rows: [{ cells: cells(given) }] },
    });
    expect(findings).toEqual(found);
    expect(rows[0]?.cells).toMatchObject({ [Object.keys(given)[0] ?? ""]: expect.stringMatching(/[\d０-９]/) });
  });

  it.each([
    ["the check character is another", { matter: wrongId }],
    ["it is born on no day", { matter: "110105194902300027" }],
    ["it is a piece of longer digits", { matter: `9${rightId.slice(0, 17)}00` }],
    ["it is a bank card", { matter: "6222020200112230005" }],
    ["it is shorter", { number: "110105491231002" }],
    ["two numbers of a list stand side by side", { matter: "110105194 91231002X 号房" }],
  ])("is not seen where %s", async (_, given) => {
    expect(await look(given)).toEqual([]);
  });

  it("is said in a plain column of a ledger about persons too, not in one that is sealed and masked", async () => {
    const codes = async (given: Record<string, string>): Promise<string[]> =>
      (await look(given, desk.ledger.id)).map(({ code }) => code);
    expect(await codes({ matter: rightId })).toEqual(["id-in-plain"]);
    expect(await codes({ name: rightId })).toEqual(["id-in-plain"]);
    expect(await codes({ idNumber: rightId })).toEqual([]);
    expect(await codes({ account: "110101199003070011" })).toEqual([]);
  });

  it("is a question of a table that comes in, by its column, never by what stands there", async () => {
    const path = await tableFile(desk, `日期,事项,备注\n2024-01-05,${rightId},无\n2024-01-06,${wrongId},无\n`, "csv");
    const read = await desk.engine.ask("ledger.check-import", { path, ledgerId: plain.id });
    expect(read.findings.map(({ row, column: letter, code }) => [row, letter, code])).toEqual([
      [2, "B", "id-in-plain"],
    ]);
    expect(read.findings[0]?.message).toContain("「事项」里像有身份证号码");
    expect(JSON.stringify(read.findings)).not.toContain(rightId);
    expect(weighLedgerFinding("id-in-plain")).toBe("question");
    expect(await desk.engine.ask("ledger.import", { path, ledgerId: plain.id })).toMatchObject({ rowsMade: 2 });
  });

  it("leads nobody to its row by a piece of it, and puts no row in order", async () => {
    const ledger = await openLedgerOf(desk, plain.columns, "prefix", "none");
    const matters = ["2", rightId, "1", `领取人 ${rightId}`];
    await desk.engine.ask("ledger.write-rows", {
      ...{ ledgerId: ledger.id, kind: "enter", rows: matters.map((matter) => ({ cells: cells({ matter }) })) },
    });
    const matter = "matter" as ColumnKey;
    const count = async (words: string): Promise<number> => {
      const filter = { cells: [{ column: matter, how: "contains" as const, words }] };
      return (await desk.engine.ask("ledger.order", { ledgerId: ledger.id, filter: filter as never })).seqs.length;
    };
    expect(await count("110105")).toBe(0);
    expect(await count("领取人")).toBe(1);
    expect((await desk.engine.ask("ledger.find", { ledgerId: ledger.id, words: "1949" })).total).toBe(0);
    const { seqs } = await desk.engine.ask("ledger.order", {
      ledgerId: ledger.id,
      sort: [{ column: matter }] as never,
    });
    const rows = await desk.engine.ask("ledger.rows", { ledgerId: ledger.id, seqs: [...seqs] });
    // 110105… would stand between 1 and 2.
    expect(rows.slice(0, 2).map((row) => row.cells[matter])).toEqual(["1", "2"]);
  });
});
