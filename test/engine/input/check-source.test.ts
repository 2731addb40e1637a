import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHelperPool } from "#engine/helper/helper-pool";
import { checkSource } from "#engine/input/check-source";
import { badImages, goodImages } from "#test/fixtures/bad-image";
import { badPdfs } from "#test/fixtures/bad-pdf";
import { canaryPort } from "#test/fixtures/canary";
import { jpegPage } from "#test/fixtures/scanned-page";

const pool = openHelperPool({ name: "image-helper" });
afterAll(() => pool.close());

/** Highest resident size a living helper ever had, bytes. */
const peak = (): number =>
  Math.max(
    0,
    ...pool.pids().map((pid) => {
      const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "latin1") : "";
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    }),
  );

let callers = 0;
const canary = createServer((socket) => {
  callers += 1;
  socket.destroy();
});
beforeAll(() => new Promise<void>((resolve) => canary.listen(canaryPort, "127.0.0.1", resolve)));
afterAll(() => void canary.close());

describe("a hostile or damaged file", () => {
  for (const { no, file, make, outcome, code } of [...badImages, ...badPdfs]) {
    it(`${no} ${file} is ${outcome}: ${code}`, async () => {
      const judgement = await checkSource(pool, { path: `/somewhere/${file}`, bytes: await make() });
      expect(judgement).toMatchObject({ outcome, code });
      expect(judgement.message).not.toMatch(/[{}]/);
      expect(judgement.message.length).toBeGreaterThan(10);
    });
  }

  it("reaches nobody over the network", () => {
    expect(callers).toBe(0);
  });

  it("never makes a helper take much memory", () => {
    expect(peak()).toBeLessThan(600 * 1024 * 1024);
  });
});

describe("a batch of good and bad files", () => {
  it("goes on after each bad one and writes nothing anywhere", async () => {
    const folder = await mkdtemp(join(tmpdir(), "batch-"));
    const came = process.cwd();
    process.chdir(folder);
    try {
      const mixed = badImages.slice(0, 8).flatMap((bad, index) => [bad, goodImages[index % goodImages.length]!]);
      const judged = await Promise.all(
        mixed.map(async ({ file, make }) => checkSource(pool, { path: file, bytes: await make() })),
      );
      expect(judged.map(({ outcome, code }) => ({ outcome, code }))).toEqual(
        mixed.map(({ outcome, code }) => ({ outcome, code })),
      );
      expect(await readdir(folder)).toEqual([]);
    } finally {
      process.chdir(came);
      await rm(folder, { recursive: true });
    }
  });

  it("hands every page over before the judgement and passes on what keeping it throws", async () => {
    const full = new Error("disk full");
    const keep = (): Promise<void> => Promise.reject(full);
    await expect(checkSource(pool, { path: "a.jpg", bytes: await jpegPage() }, { keep })).rejects.toBe(full);
  });
});

describe("names", () => {
  for (const name of [
    "通知.pdf.lnk",
    "通知.pdf.bat",
    "通知.pdf.url",
    "通知.pdf.hta",
    "通知.jpg.exe",
    "通知.PDF.VBS.",
  ]) {
    it(`I17 ${name} is refused whatever it holds`, async () => {
      const judgement = await checkSource(pool, { path: `/x/${name}`, bytes: await jpegPage() });
      expect(judgement).toMatchObject({ outcome: "reject", code: "program-refused" });
    });
  }
});

describe("the real scans", () => {
  const folder = join(import.meta.dirname, "../../../../shared/data/sample-papers");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(jpg|pdf)$/.test(name)) : [];
  it("are all taken in", async () => {
    if (names.length === 0) return console.log("skipped: sample-papers (1 tests)");
    for (const name of names) {
      const judgement = await checkSource(pool, { path: name, bytes: readFileSync(join(folder, name)) });
      expect({ name, outcome: judgement.outcome }).toEqual({ name, outcome: "accept" });
      expect(judgement.pageCount).toBeGreaterThan(0);
    }
  });
});
