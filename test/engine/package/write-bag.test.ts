import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BagEntry, type BagPlan, writeBag } from "#engine/package/write-bag";
import { fixedBytes } from "#test/fixtures/package-content";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lindang-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = join(import.meta.dirname, "../../fixtures/write-package-program.ts");

function entry(path: string, size: number, given: Partial<BagEntry> = {}): BagEntry {
  return {
    path,
    size,
    open: async function* () {
      yield fixedBytes(path, size);
    },
    ...given,
  };
}

function plan(payload: BagEntry[], given: Partial<BagPlan> = {}): BagPlan {
  return {
    target: folder,
    name: "B1",
    payload,
    files: payload.length,
    bytes: payload.reduce((sum, { size }) => sum + size, 0),
    tagFiles: new Map([["说明.txt", "说明\n"]]),
    info: {
      "Source-Organization": "和平里社区",
      "External-Identifier": "B1",
      "Bagging-Date": "2026-11-21",
      "Lindang-App-Version": "0.1.0",
      "Lindang-Catalogue-Fingerprint": "00",
      "Lindang-Items": "1",
      "Lindang-Journal-Head": "00",
      "Lindang-Profile": "test",
    },
    ...given,
  };
}

const refused = async (given: BagPlan, code: string): Promise<void> => {
  await expect(writeBag(given)).rejects.toMatchObject({ name: "Refusal", code });
};
const nothingLeft = (): void => expect(readdirSync(folder)).toEqual([]);

describe("a bag", () => {
  it("is written whole and valid, its lists sorted by the bytes of the names", async () => {
    const names = ["b/乙.bin", "a.bin", "B.bin", "甲.bin", "𠮷.bin", "b/a.bin"];
    const written = await writeBag(plan(names.map((name) => entry(name, 1000))));
    expect(written.report).toMatchObject({ verdict: "valid", problems: [], bagVersion: "1.0" });
    expect(written.oxum).toBe("6000.6");
    expect(written.leftoverRemoved).toBe(false);
    expect(readdirSync(folder)).toEqual(["B1"]);
    const listed = readFileSync(join(folder, "B1/manifest-sha256.txt"), "utf8").trimEnd().split("\n");
    expect(listed.map((line) => line.slice(66))).toEqual([
      "data/B.bin",
      "data/a.bin",
      "data/b/a.bin",
      "data/b/乙.bin",
      "data/甲.bin",
      "data/𠮷.bin",
    ]);
    for (const line of listed) expect(line).toMatch(/^[0-9a-f]{64} {2}data\//);
  });

  it("with a large file stays exact though its source hands out one buffer again and again", async () => {
    const size = 40_000_000;
    const piece = fixedBytes("piece", 1_000_000);
    const open = async function* (): AsyncGenerator<Buffer> {
      for (let at = 0; at < size; at += piece.length) yield piece; // the same buffer again and again
    };
    const written = await writeBag(plan([entry("大.bin", size, { open })]));
    expect(written.bytes).toBe(size);
    expect(readFileSync(join(folder, "B1/data/大.bin")).equals(Buffer.concat(Array(40).fill(piece)))).toBe(true);
  });

  it("keeps line breaks out of bag-info.txt", async () => {
    const given = plan([entry("a.bin", 1)]);
    await writeBag({ ...given, info: { ...given.info, "Source-Organization": "甲\nPayload-Oxum: 9.9" } });
    expect(readFileSync(join(folder, "B1/bag-info.txt"), "utf8")).toContain(
      "Source-Organization: 甲 Payload-Oxum: 9.9\n",
    );
  });
});

describe("a target", () => {
  it("that holds the name already is left alone", async () => {
    mkdirSync(join(folder, "B1"));
    writeFileSync(join(folder, "B1/mine.txt"), "x");
    await refused(plan([entry("a.bin", 1)]), "target-exists");
    expect(readdirSync(join(folder, "B1"))).toEqual(["mine.txt"]);
  });

  it("that is written twice at once takes one and refuses the other", async () => {
    const ends = await Promise.allSettled([writeBag(plan([entry("a.bin", 9)])), writeBag(plan([entry("a.bin", 9)]))]);
    expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(readdirSync(folder)).toEqual(["B1"]);
  });

  it("that is not there is refused before work starts", async () => {
    await refused(plan([unopened()], { target: join(folder, "没有") }), "target-not-writable");
  });

  it("keeps a folder of somebody else that happens to end in .partial", async () => {
    mkdirSync(join(folder, "B1.partial/data"), { recursive: true });
    writeFileSync(join(folder, "B1.partial/data/mine.txt"), "x");
    await refused(plan([unopened()]), "target-exists");
    expect(existsSync(join(folder, "B1.partial/data/mine.txt"))).toBe(true);
  });

  it("that cannot hold so large a file says so and keeps nothing", () => {
    // A limit of 200 KB a file stands for the 4 GB of FAT32.
    const script = `ulimit -f 200; exec "$0" "$1" "$2" 1 300000`;
    const { stdout } = spawnSync("bash", ["-c", script, process.execPath, program, folder], { encoding: "utf8" });
    expect(JSON.parse(stdout)).toEqual({ refused: "target-file-limit" });
    nothingLeft();
  });
});

/** A source that must not be read at all. */
function unopened(): BagEntry {
  return entry("a.bin", 1, {
    open: () => {
      throw new Error("work had started");
    },
  });
}

const smallDisk = ((): boolean => {
  const probe = mkdtempSync(join(tmpdir(), "lindang-mount-"));
  const isPossible = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", probe]).status === 0;
  if (isPossible) spawnSync("umount", [probe]);
  rmSync(probe, { recursive: true, force: true });
  return isPossible;
})();
if (!smallDisk) console.log("skipped: small and read-only disks (4 tests)");

describe.skipIf(!smallDisk)("a disk", () => {
  beforeEach(() => {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]);
  });
  afterEach(() => void execFileSync("umount", [folder]));

  it("that is too small is refused before work starts", async () => {
    await refused({ ...plan([unopened()]), bytes: 9_000_000 }, "disk-full");
    nothingLeft();
  });

  it("that fills up in the middle keeps nothing", async () => {
    const fill = async function* (): AsyncGenerator<Buffer> {
      writeFileSync(join(folder, "other.bin"), Buffer.alloc(3_000_000)); // somebody else writes there too
      yield fixedBytes("b", 3_000_000);
    };
    const payload = [entry("a.bin", 3_000_000), entry("b.bin", 3_000_000, { open: fill })];
    await refused(plan(payload), "disk-full");
    expect(readdirSync(folder)).toEqual(["other.bin"]);
  });

  it("with room for few files only keeps nothing", async () => {
    execFileSync("mount", ["-o", "remount,nr_inodes=20", folder]);
    await refused(plan(Array.from({ length: 50 }, (_, index) => entry(`${index}.bin`, 10))), "disk-full");
    nothingLeft();
  });

  it("that is write-protected is refused before work starts", async () => {
    execFileSync("mount", ["-o", "remount,ro", folder]);
    await refused(plan([unopened()]), "target-not-writable");
    nothingLeft();
  });
});

describe("a source", () => {
  it.each([
    ["has other bytes than were taken in", { expectedSha256: "0".repeat(64) }],
    ["is shorter than was taken in", { size: 11 }],
  ])("that %s stops the package", async (_, given) => {
    await refused(plan([entry("a.bin", 10), entry("b.bin", 10, given)]), "package-source-damaged");
    nothingLeft();
  });

  it("that fails is a fault of its own, never one of the disk", async () => {
    const open = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from("x");
      throw Object.assign(new Error("vault"), { code: "ENOSPC" });
    };
    const failed = await writeBag(plan([entry("a.bin", 10, { open })])).catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: "Error", cause: { message: "vault" } });
    nothingLeft();
  });

  it.each(["../a.bin", "/a.bin", "a\\b.bin", "CON.txt", "a\u202Eb.bin", "x.", "长".repeat(61)])(
    "with the unsafe name %j is refused",
    async (name) => {
      await refused(plan([entry(name, 1)]), "package-name-unsafe");
      nothingLeft();
    },
  );

  it("whose name differs from another by case only is refused", async () => {
    await refused(plan([entry("a/x.bin", 1), entry("A/y.bin", 1)]), "package-name-unsafe");
    nothingLeft();
  });
});

describe("an interruption", () => {
  it("by cancelling leaves nothing, while writing and while checking", async () => {
    for (const phase of ["write", "verify"]) {
      const stop = new AbortController();
      const payload = Array.from({ length: 40 }, (_, index) => entry(`${index}.bin`, 100_000));
      const progress = (now: { phase: string }): void => {
        if (now.phase === phase) stop.abort();
      };
      await refused(plan(payload, { signal: stop.signal, progress }), "task-cancelled");
      nothingLeft();
    }
  });

  it("by kill -9 leaves only .partial, and the next run removes it and says so", async () => {
    const child = spawn(process.execPath, [program, folder, "400", "50000", "20"], { stdio: "ignore" });
    const payload = join(folder, "Z109-2024-YJ-0001.partial/data/Z109/WS/2024/D30/DQ");
    while (!existsSync(payload) || readdirSync(payload).length < 20) await setTimeout(5);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(readdirSync(folder)).toEqual(["Z109-2024-YJ-0001.partial"]);
    const again = spawnSync(process.execPath, [program, folder, "2"], { encoding: "utf8" });
    expect(JSON.parse(again.stdout)).toMatchObject({ leftoverRemoved: true, report: { verdict: "valid" } });
    expect(readdirSync(folder)).toEqual(["Z109-2024-YJ-0001"]);
  });
});
