import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Refusal } from "#contract/refusal";
import { decodeSource } from "#engine/helper/decode";
import type { DecodedPage, DecodedPart } from "#engine/helper/decoded";
import { partsAhead } from "#engine/helper/helper-message";
import { openHelperPool, type HelperPool } from "#engine/helper/helper-pool";
import { onePage, writePdf } from "#test/fixtures/pdf-writer";
import { jpegPage } from "#test/fixtures/scanned-page";
import { greyPage, writeTiff } from "#test/fixtures/tiff-writer";

const hasProc = existsSync("/proc/self/environ");
const opened: HelperPool[] = [];
function pool(options: Partial<Parameters<typeof openHelperPool>[0]> = {}): HelperPool {
  const made = openHelperPool({ name: "image-helper", ...options });
  opened.push(made);
  return made;
}
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

async function pagesOf(parts: AsyncIterable<DecodedPart>): Promise<DecodedPage[]> {
  const pages: DecodedPage[] = [];
  for await (const part of parts) if (part.kind === "page") pages.push(part);
  return pages;
}
const isGone = async (pid: number): Promise<boolean> => {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    // A killed child stays a zombie until its exit is read.
    if (hasProc && /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "latin1"))) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
};
/** A document of so many pages that a helper is still at work when it is disturbed. */
function manyPages(count: number): Buffer {
  const objects = onePage();
  objects[1] = `<< /Type /Pages /Kids [${"3 0 R ".repeat(count)}] /Count ${count} >>`;
  return writePdf({ objects });
}

describe("a pool of helper processes", () => {
  it("starts nothing before the first question and at most as many processes as it may", async () => {
    const helpers = pool({ size: 2 });
    expect(helpers.pids()).toEqual([]);
    const bytes = await jpegPage();
    const batches = Array.from({ length: 6 }, () => pagesOf(decodeSource(helpers, { bytes, format: "jpeg" })));
    expect((await Promise.all(batches)).flat()).toHaveLength(6);
    expect(helpers.pids()).toHaveLength(2);
  });

  it("ends a helper that has nothing to do, and starts one again", async () => {
    const helpers = pool({ size: 1, idle: 50 });
    const bytes = await jpegPage();
    await pagesOf(decodeSource(helpers, { bytes, format: "jpeg" }));
    const [first] = helpers.pids();
    expect(await isGone(first!)).toBe(true);
    expect(await pagesOf(decodeSource(helpers, { bytes, format: "jpeg" }))).toHaveLength(1);
    expect(helpers.pids()).not.toContain(first);
  });

  for (const [signal, code] of [
    ["SIGKILL", "helper-limit"],
    ["SIGSEGV", "pdf-damaged"],
  ] as const)
    it(`refuses the file during which a helper ends by ${signal} and decodes the next one`, async () => {
      const helpers = pool({ size: 1 });
      const pages: DecodedPart[] = [];
      const broken = (async () => {
        for await (const part of decodeSource(helpers, { bytes: manyPages(40), format: "pdf" })) {
          pages.push(part);
          if (pages.length === 3) process.kill(helpers.pids()[0]!, signal);
        }
      })();
      await expect(broken).rejects.toMatchObject({ code });
      expect(pages.length).toBeLessThan(40);
      expect(await pagesOf(decodeSource(helpers, { bytes: await jpegPage(), format: "jpeg" }))).toHaveLength(1);
    });

  it("keeps other files going while one helper is killed", async () => {
    const helpers = pool({ size: 2 });
    const bytes = await jpegPage();
    const long = pagesOf(decodeSource(helpers, { bytes: manyPages(60), format: "pdf" }));
    const failed = expect(long).rejects.toBeInstanceOf(Refusal);
    const [busy] = helpers.pids();
    const others = Array.from({ length: 8 }, () => pagesOf(decodeSource(helpers, { bytes, format: "jpeg" })));
    await others[0];
    process.kill(busy!, "SIGKILL");
    await failed;
    expect((await Promise.all(others)).flat()).toHaveLength(8);
  });

  it("kills a helper that takes more memory than it may", async () => {
    const helpers = pool({ size: 1, limits: { memory: 40 * 1024 * 1024, silence: 60_000 } });
    const decoded = pagesOf(decodeSource(helpers, { bytes: manyPages(30), format: "pdf" }));
    await expect(decoded).rejects.toMatchObject({ code: "helper-limit" });
  });

  it("kills a helper that produces nothing for too long", async () => {
    const helpers = pool({ size: 1, limits: { memory: 1024 ** 3, silence: 1 } });
    const samples = { ...greyPage(9_000, 9_000), samples: Buffer.alloc(81_000_000, 90) };
    const decoded = pagesOf(decodeSource(helpers, { bytes: writeTiff([samples]), format: "tiff" }));
    await expect(decoded).rejects.toMatchObject({ code: "helper-limit" });
  });

  it("does not count the time the reader takes as silence", async () => {
    const helpers = pool({ size: 1, limits: { memory: 1024 ** 3, silence: 5_000 } });
    let count = 0;
    for await (const part of decodeSource(helpers, { bytes: manyPages(6), format: "pdf" })) {
      if (part.kind === "page") count += 1;
      if (count === 1) await new Promise((resolve) => setTimeout(resolve, 6_000));
    }
    expect(count).toBe(6);
  });

  it("stops when asked to and is usable again", async () => {
    const helpers = pool({ size: 1 });
    const stop = new AbortController();
    const long = (async () => {
      for await (const part of decodeSource(helpers, { bytes: manyPages(80), format: "pdf" }, { signal: stop.signal }))
        if (part.kind === "page") stop.abort();
    })();
    await expect(long).rejects.toMatchObject({ code: "task-cancelled" });
    expect(await pagesOf(decodeSource(helpers, { bytes: await jpegPage(), format: "jpeg" }))).toHaveLength(1);
  });

  it("refuses what waits for a helper when it is cancelled or the pool is closed, and harms no helper", async () => {
    const helpers = pool({ size: 1 });
    const bytes = await jpegPage();
    await pagesOf(decodeSource(helpers, { bytes, format: "jpeg" }));
    const before = helpers.pids();
    const stop = new AbortController();
    const long = pagesOf(decodeSource(helpers, { bytes: manyPages(4), format: "pdf" }));
    const cancelled = pagesOf(decodeSource(helpers, { bytes, format: "jpeg" }, { signal: stop.signal }));
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ code: "task-cancelled" });
    const late = pagesOf(decodeSource(helpers, { bytes, format: "jpeg" }, { signal: stop.signal }));
    await expect(late).rejects.toMatchObject({ code: "task-cancelled" });
    expect(await long).toHaveLength(4);
    expect(helpers.pids()).toEqual(before);
    const running = pagesOf(decodeSource(helpers, { bytes: manyPages(40), format: "pdf" }));
    const waiting = pagesOf(decodeSource(helpers, { bytes, format: "jpeg" }));
    const both = Promise.allSettled([running, waiting]);
    helpers.close();
    expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("works at most two parts ahead of the reader", async () => {
    const helpers = pool({ size: 1 });
    const reader = helpers.ask({ format: "pdf", bytes: manyPages(30) });
    await reader.next();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    process.kill(helpers.pids()[0]!, "SIGKILL");
    let count = 0;
    const rest = (async () => {
      while (!(await reader.next()).done) count += 1;
    })();
    await expect(rest).rejects.toMatchObject({ code: "helper-limit" });
    // One part was under way when the first was handed over; after that each one read lets one more be made.
    expect(count).toBeLessThanOrEqual(partsAhead);
  });
});

describe("a helper process", () => {
  it("carries no secret, no archive and no path of the person", async () => {
    if (!hasProc) return console.log("skipped: /proc (1 tests)");
    const folder = await mkdtemp(join(tmpdir(), "archive-canary-"));
    const came = process.cwd();
    process.env["LINDANG_PASSPHRASE"] = "canary-passphrase";
    process.env["NODE_OPTIONS"] = "--no-warnings";
    process.chdir(folder);
    try {
      const helpers = pool({ size: 1 });
      await pagesOf(decodeSource(helpers, { bytes: await jpegPage(), format: "jpeg" }));
      const about = ["environ", "cmdline"].map((file) => readFileSync(`/proc/${helpers.pids()[0]}/${file}`, "latin1"));
      const names = about[0]!
        .split("\0")
        .filter(Boolean)
        .map((entry) => entry.split("=")[0]);
      expect(names.toSorted()).toEqual(["NODE_CHANNEL_FD", "NODE_CHANNEL_SERIALIZATION_MODE"]);
      expect(about.join()).not.toMatch(/canary|passphrase|LINDANG/i);
      expect(about[1]!.split("\0").filter(Boolean)).toHaveLength(3);
    } finally {
      process.chdir(came);
      delete process.env["LINDANG_PASSPHRASE"];
      delete process.env["NODE_OPTIONS"];
      await rm(folder, { recursive: true });
    }
  });

  it("ends with the process that started it, also in the middle of a file", async () => {
    const helpers = pool({ size: 1 });
    const { fork } = await import("node:child_process");
    const entry = join(import.meta.dirname, "..", "..", "fixtures", "helper-parent.ts");
    const parent = fork(entry, { execArgv: [], serialization: "advanced" });
    const pid = await new Promise<number>((resolve) => parent.once("message", (message) => resolve(Number(message))));
    expect(pid).toBeGreaterThan(1);
    parent.kill("SIGKILL");
    expect(await isGone(pid)).toBe(true);
    expect(helpers.pids()).toEqual([]);
  });
});
