// import-table --as ledger:NAME from a terminal: one JSON object without a value of any row, nothing written without --commit.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { legacyLedger, legacyRow, rightId } from "#test/fixtures/legacy-ledger";
import { testPassphrase } from "#test/support/archive";
import { builtProgram } from "#test/support/built-program";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

let cli = "";
let desk: LedgerArchive;
let table = "";
const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
const environment = { PATH, NODE_COMPILE_CACHE, LINDANG_PASSPHRASE: testPassphrase };

type Answer = { readonly code: number | null; readonly output: string; readonly report: Record<string, unknown> };
const importTable = (...args: string[]): Promise<Answer> =>
  new Promise((resolve) => {
    const words = [cli, "import-table", table, "--archive", desk.folder, ...args];
    const child = spawn(process.execPath, words, { env: environment, stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.on("close", (code) => resolve({ code, output, report: JSON.parse(output) as Record<string, unknown> }));
  });

beforeAll(async () => {
  cli = await builtProgram("engine/cli.ts");
  desk = await ledgerArchive();
  table = join(desk.around, "困难帮扶.xlsx");
  const rows = [legacyRow(1, { 2: rightId }), legacyRow(2, { 2: 510105200801194800, 3: "+86 13946654725" })];
  await writeFile(table, legacyLedger(rows));
  await desk.engine.ask("archive.close", {});
}, 120_000);
afterAll(() => desk.remove());

describe("import-table --as ledger:NAME", () => {
  it("refuses a ledger that is not there and words for a column it has not", async () => {
    const none = await importTable("--as", "ledger:没有");
    expect(none).toMatchObject({ code: 2, report: { refused: "ledger-not-found" } });
    const wrong = await importTable("--as", "ledger:aid", "--words", "没有:甲=乙");
    expect(wrong).toMatchObject({ code: 2, report: { refused: "input-invalid" } });
  });

  it("takes a word that looks like a formula for what it is", async () => {
    const plain = table;
    table = join(desk.around, "窗口.csv");
    await writeFile(table, '姓名,类别,日期,电话\n王某,="上学",2023/4/12,13946654725\n赵某,,2023/5/1,13946654726\n');
    const asked = await importTable("--as", "ledger:aid");
    expect(asked.report["wordsAsked"]).toEqual([{ column: "kind", text: '="上学"', count: 1 }]);
    const answered = await importTable("--as", "ledger:aid", "--words", '类别:="上学"=就学;类别:=就业');
    expect(answered.report).toMatchObject({ wordsAsked: [], rowsUsable: 2 });
    table = plain;
  }, 120_000);

  it("tells what it read without a value, takes it in with --commit, and once", async () => {
    const looked = await importTable("--as", "ledger:aid");
    expect(looked.code).toBe(0);
    expect(looked.report).toMatchObject({ rowsUsable: 2, rowsKnown: 0 });
    const codes = (looked.report["findings"] as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["id-digits-lost", "phone-odd", "field-refused"]));
    for (const value of [rightId, "510105200801", "13946654725", "张某"]) expect(looked.output).not.toContain(value);
    // By name as well as by code.
    const done = await importTable("--as", "ledger:困难帮扶aid", "--words", "类别:=就业", "--commit");
    expect(done.report).toMatchObject({ rowsMade: 2 });
    expect((await importTable("--as", "ledger:aid", "--commit")).report).toMatchObject({ rowsMade: 0, rowsKnown: 2 });
  }, 120_000);
});
