// The demo without its window, on the committed papers, and what it left behind looked at with other eyes.
import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFile, cp, mkdtemp, readFile, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDigests } from "#tools/demo/check-digests";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";

type SampleItem = { facts: { title: string }; parts: { files: string[] }[]; isLate?: boolean };

const root = resolve(import.meta.dirname, "../..");
const papers = join(root, "resources/sample-papers");
const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

function runDemo(from: string, out: string): SpawnSyncReturns<string> {
  const args = [join(root, "tools/demo.mjs"), "--no-window", "--papers", from, "--out", out];
  return spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
}

async function filedItems(): Promise<SampleItem[]> {
  const { items } = JSON.parse(await readFile(join(papers, "papers.json"), "utf8")) as { items: SampleItem[] };
  return items.filter((item) => !item.isLate);
}

let around: string;
beforeAll(async () => void (around = await mkdtemp(join(tmpdir(), "lindang-demo-test-"))));
afterAll(() => rm(around, { recursive: true, force: true }));

describe("the demo", () => {
  it("leaves a package whose every file has its digest, a catalogue with every title, and says so", async () => {
    const out = join(around, "out");
    const run = runDemo(papers, out);
    expect(run.stderr).not.toContain("fault");
    const last = run.stdout.trim().split("\n").at(-1) ?? "";
    expect(last).toMatch(/^demo: ok pages=25 items=10 files=\d+ bytes=\d+ verdict=valid /);
    expect(run.status).toBe(0);

    const [name = ""] = await readdir(join(out, "移交"));
    const bag = join(out, "移交", name);
    const manifest = (await readFile(join(bag, "manifest-sha256.txt"), "utf8")).trimEnd().split("\n");
    const listed = new Set<string>();
    for (const line of manifest) {
      const [hash = "", path = ""] = line.split(/ +(.*)/s);
      expect(digest(await readFile(join(bag, path))), path).toBe(hash);
      listed.add(hash);
    }
    expect(last).toContain(` files=${manifest.length} `);

    const items = await filedItems();
    for (const file of items.flatMap(({ parts }) => parts.flatMap(({ files }) => files)))
      expect(listed.has(digest(await readFile(join(papers, file)))), `${file} is in the package byte for byte`).toBe(
        true,
      );
    const catalogue = await readWithPdfjs(await readFile(join(out, "目录/归档文件目录-2024.pdf")));
    const titles = catalogue.flatMap(({ rows }) => rows.map((row) => row[4] ?? ""));
    for (const { facts } of items) expect(titles).toContain(withoutBlanks(facts.title));

    await expect(checkDigests(bag)).resolves.toEqual({ payloadFiles: manifest.length, tagFiles: 6 });
    const page = (await readdir(join(bag, "data"), { recursive: true })).find((path) => path.endsWith(".jpg")) ?? "";
    await appendFile(join(bag, "data", page), " ");
    await expect(checkDigests(bag)).rejects.toThrow(`${manifest.length - 1} of ${manifest.length} files`);

    const passphrase = (await readFile(join(out, "口令.txt"), "utf8")).trim();
    expect(passphrase.length).toBeGreaterThan(8);
    expect(run.stdout + run.stderr).not.toContain(passphrase);
  });

  it("fails and says where when a scan is cut off", async () => {
    const broken = join(around, "papers");
    await cp(papers, broken, { recursive: true });
    await truncate(join(broken, "meeting-notice-01.jpg"), 20_000);
    const run = runDemo(broken, join(around, "failed"));
    expect(run.stdout.trim().split("\n").at(-1)).toBe("demo: failed at take 23 files in: 1 files were rejected");
    expect(run.status).toBe(1);
  });
});
