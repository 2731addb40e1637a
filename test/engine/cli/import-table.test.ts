// import-table from a terminal: one JSON object, the truth in it, and nothing written without --commit.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { legacyCatalogue } from "#test/fixtures/legacy-catalogue";
import { testEngine } from "#test/support/archive";
import { builtProgram } from "#test/support/built-program";

let cli = "";
const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
const passphrase = "命令行的口令 2024";
const environment = { PATH, NODE_COMPILE_CACHE, LINDANG_PASSPHRASE: passphrase };
let around = "";
let table = "";
const made = legacyCatalogue(70);

function run(...args: string[]): Promise<{ code: number | null; report: Record<string, unknown>; lines: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { env: environment, stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.on("close", (code) => {
      const report = JSON.parse(output) as Record<string, unknown>;
      resolve({ code, report, lines: output.trim().split("\n").length });
    });
  });
}
const importTable = (...args: string[]) => run("import-table", table, "--archive", join(around, "库"), ...args);

beforeAll(async () => {
  cli = await builtProgram("engine/cli.ts");
  around = await mkdtemp(join(tmpdir(), "lindang-import-"));
  table = join(around, "旧目录.xlsx");
  await writeFile(table, made.bytes);
  // Made here and not by the command line: its keys cost next to nothing at each of the starts below.
  const { engine } = testEngine();
  const fonds = { code: "C009", name: "社区", unit: "社区" };
  await engine.ask("archive.create", { folder: join(around, "库"), name: "社区", passphrase, fonds });
  await engine.close();
});
afterAll(() => rm(around, { recursive: true, force: true }));

describe("import-table", () => {
  it("tells what it read as one object and writes nothing", async () => {
    const { code, report, lines } = await importTable("--as", "catalogue");
    expect({ code, lines }).toEqual({ code: 0, lines: 1 });
    expect(report).toMatchObject({
      rowsRead: made.rows.length,
      rowsUsable: 71,
      skipped: { blank: made.blank, heading: 3, subtotal: made.subtotal, signature: 0 },
    });
    const findings = report["findings"] as {
      sheet: string;
      row: number;
      column: string;
      code: string;
      message: string;
    }[];
    expect(findings.map((finding) => finding.code)).toContain("term-old");
    expect(Object.keys(findings[0] ?? {}).sort()).toEqual(["code", "column", "message", "row", "sheet"]);
  });

  it("takes it in with --commit and the clerk's words, once", async () => {
    const words = ["--as", "catalogue", "--commit", "--terms", "长期=D30,短期=D10"];
    const first = await importTable(...words);
    expect(first).toMatchObject({ code: 0, report: { rowsMade: 71, rowsKnown: 0 } });
    const codes = (first.report["findings"] as { code: string }[]).map(({ code }) => code);
    expect(codes).not.toContain("term-old");
    expect((await importTable(...words)).report).toMatchObject({ rowsMade: 0, rowsKnown: 71 });
  });

  it("reads a table without a known heading by the row it is told, and the 门类 it is told", async () => {
    const bare = join(around, "无表头.csv");
    await writeFile(bare, "甲栏,乙栏\r\n通知,幸福社区");
    const order = ["import-table", bare, "--archive", join(around, "库"), "--as", "catalogue"];
    expect(await run(...order)).toMatchObject({ code: 2, report: { refused: "table-without-heading" } });
    expect(await run(...order, "--head-row", "1", "--category", "KJ")).toMatchObject({
      code: 0,
      report: { rowsRead: 2, rowsRefused: 1, sheets: [{ headRow: 1 }] },
    });
    expect(await run(...order, "--head-row", "x")).toMatchObject({ code: 2, report: { refused: "input-invalid" } });
  });

  it("refuses what it was not told, in words", async () => {
    expect(await importTable()).toMatchObject({ code: 2, report: { refused: "input-invalid" } });
    expect(await importTable("--as", "ledger")).toMatchObject({ code: 2, report: { refused: "input-invalid" } });
    expect(await importTable("--as", "catalogue", "--terms", "长期=forever")).toMatchObject({ code: 2 });
  });
});
