// read FILES… --out DIR as a person runs it: a text and one line of JSON for each file, refusals among them.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileReading } from "#contract/read-file";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { builtProgram } from "#test/support/built-program";
import { accuracyOf, compareReading } from "#tools/bench/reading/measure-reading";

const papers = join(import.meta.dirname, "../../../resources/sample-papers");
const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
let cli = "";
let around = "";
let archive: TestArchive;

type Line = Record<string, unknown>;
function run(...args: string[]): Promise<{ code: number | null; lines: Line[] }> {
  return new Promise((resolve) => {
    const env = { PATH, NODE_COMPILE_CACHE };
    const child = spawn(process.execPath, [cli, "read", ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.on("close", (code) => {
      const lines = output.trim().split("\n");
      resolve({ code, lines: lines.map((line) => JSON.parse(line) as Line) });
    });
  });
}

beforeAll(async () => {
  cli = await builtProgram("engine/cli.ts");
  around = await mkdtemp(join(tmpdir(), "lindang-read-"));
  archive = await freshArchive();
});
afterAll(async () => {
  await archive.remove();
  await rm(around, { recursive: true, force: true });
});

describe("read", () => {
  it("writes a text for each file, a page break between pages, and says what it wrote", async () => {
    const out = join(around, "文字");
    const [one, many] = [join(papers, "reception-ledger-01.jpg"), join(papers, "filing-rules.pdf")];
    const { code, lines } = await run(one, many, "--out", out);
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { path: one, pages: 1, text: join(out, "reception-ledger-01.txt"), isReplaced: false },
      { path: many, pages: 3 },
    ]);
    for (const line of lines) {
      const { characters, lowestConfidence, seconds, text } = fileReading.parse(line);
      expect(characters).toBe([...(await readFile(text, "utf8")).replaceAll(/\s/gu, "")].length);
      expect(lowestConfidence).toBeGreaterThan(0);
      expect(seconds).toBeGreaterThan(0);
    }
    const pages = (await readFile(join(out, "filing-rules.txt"), "utf8")).split("\f");
    const truth = (await readFile(join(papers, "filing-rules.txt"), "utf8")).split("\f");
    expect(pages).toHaveLength(3);
    const measured = pages.map((page, at) => compareReading(truth[at] ?? "", page));
    expect(accuracyOf(measured)).toBeGreaterThan(99);
  });

  it("goes on after a damaged file, a foreign one, a missing one and one of the same name", async () => {
    const out = join(around, "又一次");
    const [cut, same, table] = ["cut.jpg", "重/reception-ledger-01.jpg", "表.csv"].map((name) => join(around, name));
    await mkdir(join(around, "重"));
    await writeFile(cut ?? "", (await readFile(join(papers, "reception-ledger-01.jpg"))).subarray(0, 30_000));
    await copyFile(join(papers, "reception-ledger-02.jpg"), same ?? "");
    await writeFile(table ?? "", "甲,乙\n1,2\n");
    const first = join(papers, "reception-ledger-01.jpg");
    const given = [cut ?? "", table ?? "", join(around, "没有.jpg"), first, same ?? ""];
    const { code, lines } = await run(...given, "--out", out);
    expect(code).toBe(2);
    expect(lines.map(({ path }) => path)).toEqual(given);
    expect(lines.map(({ refused }) => refused)).toEqual([
      "image-damaged",
      "format-unsupported",
      "source-missing",
      undefined,
      "read-same-name",
    ]);
    expect(existsSync(join(out, "cut.txt"))).toBe(false);
    expect(await readFile(join(out, "reception-ledger-01.txt"), "utf8")).toContain("幸福社区");
  });

  it("reads nothing inside an archive and writes nothing into one", async () => {
    const inside = join(archive.folder, "files", "reception-ledger-01.jpg");
    await copyFile(join(papers, "reception-ledger-01.jpg"), inside);
    expect(await run(inside, "--out", join(around, "外"))).toMatchObject({
      code: 2,
      lines: [{ path: inside, refused: "read-inside-archive" }],
    });
    const { lines } = await run(join(papers, "reception-ledger-01.jpg"), "--out", join(archive.folder, "文字"));
    expect(lines).toMatchObject([{ refused: "read-inside-archive" }]);
    expect(existsSync(join(archive.folder, "文字"))).toBe(false);
    await rm(inside);
  });

  it("needs files and a place for the texts", async () => {
    expect(await run("--out", around)).toMatchObject({ code: 2, lines: [{ refused: "input-invalid" }] });
    expect(await run(join(papers, "reception-ledger-01.jpg"))).toMatchObject({ code: 2 });
  });
});
