import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/open";
import { testEngine } from "#test/support/archive";
import { makeBigArchive, passphrase } from "#tools/bench/big-archive";
import { writePages } from "#tools/bench/page-files";
import { openTwice } from "#tools/bench/plain-database";
import { seededNumbers } from "#tools/bench/seeded";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "bench-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the data of the benchmark", () => {
  it("is the same in every run", () => {
    const [one, other] = [seededNumbers(7), seededNumbers(7)];
    expect(Array.from({ length: 50 }, () => one(1000))).toEqual(Array.from({ length: 50 }, () => other(1000)));
  });

  it("is an archive that the engine opens, lists, searches and prints like any other", async () => {
    const big = await makeBigArchive(join(folder, "大.lindang"), { items: 230, yearItems: 100, smallItems: 20 });
    const { engine } = testEngine();
    await engine.ask("archive.unlock", { folder: big.folder, passphrase });
    const list = await engine.ask("item.list", { limit: 1000, order: "code" });
    expect(list.total).toBe(230);
    expect(list.rows.filter((item) => item.state === "filed")).toHaveLength(220);
    const found = await engine.ask("search.find", { words: "通知" });
    expect(found.total).toBe(list.rows.filter((item) => item.title.includes("通知")).length);
    for (const [year, count] of [
      [big.bigYear, 100],
      [big.smallYear, 20],
    ] as const) {
      const { proof } = await engine.ask("catalogue.show", { scope: { fondsId: big.fondsId, year } });
      expect(proof.rowCount).toBe(count);
    }
    await engine.close();

    const { encrypted, plain } = await openTwice(big, join(folder, "plain.db"));
    for (const table of ["item", "page", "content_key", "item_ft"]) {
      const count = (raw: typeof plain.raw): unknown => raw.prepare(`SELECT count(*) AS n FROM ${table}`).get();
      expect(count(plain.raw)).toEqual(count(encrypted.raw));
    }
    encrypted.close();
    plain.close();
    expect((await readFile(join(folder, "plain.db"))).toString("latin1", 0, 15)).toBe("SQLite format 3");
    expect(() => openDatabase(join(folder, "plain.db"), big.archiveKey)).toThrow("archive-not-encrypted");
  });

  it("is pages of about 300 KB, each a file of its own that decodes", async () => {
    const { paths, bytes } = await writePages(join(folder, "pages"), 13);
    expect(bytes / 13).toBeGreaterThan(250_000);
    expect(bytes / 13).toBeLessThan(350_000);
    const [first, thirteenth] = await Promise.all([0, 12].map((at) => readFile(paths[at] ?? "")));
    expect(first?.equals(thirteenth ?? Buffer.alloc(0))).toBe(false);
    const pixels = (page: Buffer | undefined): Promise<Buffer> => sharp(page).raw().toBuffer();
    expect((await pixels(first)).equals(await pixels(thirteenth))).toBe(true);
  });
});
